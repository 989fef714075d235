package community.orrery.opml;

import community.orrery.feed.Credentials;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What an edit of the list comes to: the new text, or why there is none. */
public sealed interface EditOutcome {

    /**
     * Answers both cases.
     *
     * @param refused gets what stands in the way and the remedy
     */
    <T> T fold(
            Function<? super String, ? extends T> edited,
            BiFunction<? super String, ? super String, ? extends T> refused);

    /**
     * The edit is made.
     *
     * @param text the whole list; all that the edit is not about is as it was, to the letter
     */
    record Edited(String text) implements EditOutcome {
        @Override
        public <T> T fold(
                Function<? super String, ? extends T> edited,
                BiFunction<? super String, ? super String, ? extends T> refused) {
            return edited.apply(text);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param what stands in the way, a sentence
     * @param remedy what to do instead, a sentence
     */
    record Refused(String what, String remedy) implements EditOutcome {

        /** Without the passwords of what it quotes. */
        public Refused {
            what = Credentials.hidden(what);
            remedy = Credentials.hidden(remedy);
        }

        @Override
        public <T> T fold(
                Function<? super String, ? extends T> edited,
                BiFunction<? super String, ? super String, ? extends T> refused) {
            return refused.apply(what, remedy);
        }
    }
}
