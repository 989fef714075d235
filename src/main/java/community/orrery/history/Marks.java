package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Markup;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells at a glance whether a text is still what was stored of it. Where it is not, the two are compared themselves,
 * which happens to few posts, and so costs less than a digest for every question to come.
 *
 * @param raw of the entry's markup to the letter
 * @param policy the cleaner's version that made its text: texts of two policies are not compared
 */
public record Marks(String raw, int policy) {

    static Marks of(Entry entry, Derivation derivation) {
        return new Marks(raw(entry), derivation.policy());
    }

    private static String raw(Entry entry) {
        return Digest.checksums(
                markup(entry.content()), base(entry.content()), markup(entry.summary()), base(entry.summary()));
    }

    /** Whether the entry's markup is to the letter what was stored; earlier programs marked it by a longer digest. */
    boolean areOf(Entry entry) {
        String now = raw.length() == Digest.DIGITS
                ? Digest.of(
                        markup(entry.content()), base(entry.content()), markup(entry.summary()), base(entry.summary()))
                : raw(entry);
        return now.equals(raw);
    }

    /** Whether two entries' markup differs in nothing but what changes by itself (see {@link Markup}). */
    static boolean sameEssence(Entry one, Entry other) {
        return Objects.equals(essence(one.content()), essence(other.content()))
                && Objects.equals(essence(one.summary()), essence(other.summary()));
    }

    /** Whether two cleaned texts differ in white space and counts of comments alone. */
    static boolean sameText(String one, String other) {
        return Markup.essenceOfText(one).equals(Markup.essenceOfText(other));
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
