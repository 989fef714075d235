package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Markup;
import org.jspecify.annotations.Nullable;

/**
 * Digests by which a text is compared with what was stored of it.
 *
 * @param raw of the entry's markup to the letter
 * @param essence of the markup without what changes by itself (see {@link Markup})
 * @param text of the cleaned text's letters
 * @param policy the cleaner's version that made that text: texts of two policies are not compared
 */
public record Marks(String raw, String essence, String text, int policy) {

    static Marks of(Entry entry, Derivation derivation) {
        return new Marks(raw(entry), essence(entry), text(derivation), derivation.policy());
    }

    static String raw(Entry entry) {
        return Digest.of(
                markup(entry.content()), base(entry.content()), markup(entry.summary()), base(entry.summary()));
    }

    static String essence(Entry entry) {
        return Digest.of(essence(entry.content()), essence(entry.summary()));
    }

    /** The digest of a cleaned text: equal for texts that differ in white space and counts of comments alone. */
    public static String text(Derivation derivation) {
        return Digest.of(Markup.essenceOfText(derivation.text()));
    }

    private static @Nullable String markup(@Nullable UntrustedHtml html) {
        return html == null ? null : html.markup();
    }

    private static @Nullable String base(@Nullable UntrustedHtml html) {
        return html == null ? null : html.base().toString();
    }

    private static @Nullable String essence(@Nullable UntrustedHtml html) {
        return html == null ? null : Markup.essence(html.markup());
    }
}
