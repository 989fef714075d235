package community.orrery.crosspost;

import org.jspecify.annotations.Nullable;

/**
 * Two members' posts that are one writing.
 *
 * @param one the smaller key
 * @param other the larger key
 * @param copy which of the two says that it is taken from the other; null when neither does, or both
 * @param likeness Jaccard's index of the texts, 0 to 1; it may be small when an excerpt meets its full text
 */
public record Kinship(long one, long other, Reason reason, @Nullable Long copy, double likeness) {

    /** Why two posts are one writing, the strongest first. */
    public enum Reason {
        /** One of them says where it is taken from: source, rel=canonical, FeedBurner's origLink. */
        DECLARED("one names the other as its source"),
        /** The entries have one id, of a kind that is unique in the world. */
        SAME_ID("both have the same id"),
        /** Both lead to the same page. */
        SAME_ADDRESS("both link to the same page"),
        /** Nearly the same words, and a title or a date that agrees. */
        SAME_TEXT("nearly the same text, and the title or the date agrees");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For the status page. */
        public String words() {
            return words;
        }
    }

    static Kinship of(Print a, Print b, Reason reason, @Nullable Long copy, double likeness) {
        return new Kinship(Math.min(a.key(), b.key()), Math.max(a.key(), b.key()), reason, copy, likeness);
    }
}
