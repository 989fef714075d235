package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Markup;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        return Digest.checksums(parts(entry));
    }

    /** Whether the entry's markup is to the letter what was stored; earlier programs marked it by a longer digest. */
    boolean areOf(Entry entry) {
        boolean former = raw.length() == Digest.DIGITS;
        return raw.equals(former ? Digest.of(parts(entry)) : raw(entry));
    }

    private static @Nullable Object[] parts(Entry entry) {
        return new @Nullable Object[] {
            markup(entry.content()), base(entry.content()), markup(entry.summary()), base(entry.summary())
        };
    }

    /** Whether two entries' markup differs in nothing but what changes by itself (see {@link Markup}). */
    static boolean sameEssence(Entry one, Entry other) {
        return same(essence(one.content()), essence(other.content()))
                && same(essence(one.summary()), essence(other.summary()));
    }

    /** Whether two cleaned texts differ in white space and counts of comments alone. */
    static boolean sameText(String one, String other) {
        return same(Markup.essenceOfText(one), Markup.essenceOfText(other));
    }

    /** As the archive has them: it keeps UTF-8, in which half of a surrogate pair becomes a question mark. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null || other == null
                ? one == other
                : Arrays.equals(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
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
