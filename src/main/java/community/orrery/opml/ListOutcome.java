package community.orrery.opml;

import community.orrery.feed.Planet;
import java.util.List;
import java.util.function.Function;

/** What reading a list comes to: a planet, or all that is wrong with it. */
public sealed interface ListOutcome {

    <T> T fold(Function<? super Planet, ? extends T> listed, Function<? super List<Mistake>, ? extends T> mistaken);

    /** The list is sound. */
    record Listed(Planet planet) implements ListOutcome {
        @Override
        public <T> T fold(
                Function<? super Planet, ? extends T> listed, Function<? super List<Mistake>, ? extends T> mistaken) {
            return listed.apply(planet);
        }
    }

    /**
     * The list needs mending before anything is asked or published.
     *
     * @param mistakes at least one, in the list's order
     */
    record Mistaken(List<Mistake> mistakes) implements ListOutcome {
        public Mistaken {
            mistakes = List.copyOf(mistakes);
        }

        @Override
        public <T> T fold(
                Function<? super Planet, ? extends T> listed, Function<? super List<Mistake>, ? extends T> mistaken) {
            return mistaken.apply(mistakes);
        }
    }
}
