package community.orrery.migrate;

import java.util.List;
import java.util.function.Function;

/** What reading another program's file comes to. */
public sealed interface MoveOutcome {

    <T> T fold(Function<? super Move, ? extends T> read, Function<? super List<Remark>, ? extends T> unreadable);

    /** It was read. */
    record Read(Move move) implements MoveOutcome {
        @Override
        public <T> T fold(
                Function<? super Move, ? extends T> read, Function<? super List<Remark>, ? extends T> unreadable) {
            return read.apply(move);
        }
    }

    /**
     * It is none of the formats known here, or broken.
     *
     * @param reasons at least one
     */
    record Unreadable(List<Remark> reasons) implements MoveOutcome {
        public Unreadable {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<? super Move, ? extends T> read, Function<? super List<Remark>, ? extends T> unreadable) {
            return unreadable.apply(reasons);
        }
    }
}
