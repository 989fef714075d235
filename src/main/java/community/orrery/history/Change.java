package community.orrery.history;

import community.orrery.feed.Entry;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the archive is to do about one post. */
public sealed interface Change {

    /** The post: the archive's key, or for an added one a negative number of the decision's own. */
    long key();

    <T> T fold(
            Function<Added, T> added,
            Function<Edited, T> edited,
            Function<Unchanged, T> unchanged,
            Function<Returned, T> returned,
            Function<Withdrawn, T> withdrawn);

    /**
     * A post nobody had seen.
     *
     * @param ordered its place in every list, for ever
     * @param heldBack part of a newcomer's history
     */
    record Added(
            long key,
            String slug,
            Entry entry,
            Derivation derivation,
            Marks marks,
            Instant firstSeen,
            Instant ordered,
            boolean heldBack)
            implements Change {
        @Override
        public <T> T fold(
                Function<Added, T> added,
                Function<Edited, T> edited,
                Function<Unchanged, T> unchanged,
                Function<Returned, T> returned,
                Function<Withdrawn, T> withdrawn) {
            return added.apply(this);
        }
    }

    /**
     * The author changed something that a page shows; a withdrawn post is back with it. From now on this feed's word counts.
     *
     * @param revised for "updated on"; null when that is not to be said
     */
    record Edited(long key, Entry entry, Derivation derivation, Marks marks, @Nullable Instant revised)
            implements Change {
        @Override
        public <T> T fold(
                Function<Added, T> added,
                Function<Edited, T> edited,
                Function<Unchanged, T> unchanged,
                Function<Returned, T> returned,
                Function<Withdrawn, T> withdrawn) {
            return edited.apply(this);
        }
    }

    /** Nothing that a page shows. */
    record Unchanged(long key) implements Change {
        @Override
        public <T> T fold(
                Function<Added, T> added,
                Function<Edited, T> edited,
                Function<Unchanged, T> unchanged,
                Function<Returned, T> returned,
                Function<Withdrawn, T> withdrawn) {
            return unchanged.apply(this);
        }
    }

    /** A withdrawn post is listed again, as it was. */
    record Returned(long key) implements Change {
        @Override
        public <T> T fold(
                Function<Added, T> added,
                Function<Edited, T> edited,
                Function<Unchanged, T> unchanged,
                Function<Returned, T> returned,
                Function<Withdrawn, T> withdrawn) {
            return returned.apply(this);
        }
    }

    /** Its author took it back. */
    record Withdrawn(long key) implements Change {
        @Override
        public <T> T fold(
                Function<Added, T> added,
                Function<Edited, T> edited,
                Function<Unchanged, T> unchanged,
                Function<Returned, T> returned,
                Function<Withdrawn, T> withdrawn) {
            return withdrawn.apply(this);
        }
    }
}
