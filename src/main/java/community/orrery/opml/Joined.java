package community.orrery.opml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of many feeds joining a list at once.
 *
 * @param list with those that could join; all else in it is as it was, to the letter
 * @param endings one for each feed, in the order in which they came
 */
public record Joined(EditOutcome list, List<Ending> endings) {

    public Joined {
        endings = List.copyOf(endings);
    }

    /** How many joined. */
    public long added() {
        return endings.stream().filter(ending -> ending.refusal() == null).count();
    }

    /**
     * What came of one.
     *
     * @param refusal why it was left out, with the remedy; null when it joined
     * @param remarks what of it could not join with it, or was changed, in sentences
     */
    public record Ending(Incoming feed, @Nullable String refusal, List<String> remarks) {

        public Ending {
            remarks = List.copyOf(remarks);
        }
    }
}
