package community.orrery.crosspost;

import community.orrery.crosspost.Kinship.Reason;
import community.orrery.likeness.Titles;
import community.orrery.likeness.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Decides whether two members' posts are one writing. */
public final class Kinships {

    /**
     * Texts are one writing from here on. Announcements made from one template were seen to share 0.71, an author's own
     * corrections leave more than 0.8.
     */
    static final double SAME_TEXT = 0.8;

    /** Where only the date agrees: two short notes above one long footer were seen to share 0.87. */
    static final double SAME_TEXT_OTHER_TITLE = 0.92;

    /**
     * Bits of 64 in which the SimHashes of two such texts may differ. Of two texts that share four fifths ten differ, give or
     * take three; of two unrelated ones thirty-two, give or take four. So almost none of these need reading.
     */
    static final int MOST_BITS_APART = 26;

    /**
     * The same where only the date agrees: six differ, give or take two. On a day when a thousand blogs publish, a tenth of
     * the unrelated ones would otherwise be read.
     */
    static final int MOST_BITS_APART_OTHER_TITLE = 17;

    /** A text that shares less of itself than this speaks about the page that both link to; it is not that page. */
    static final double OTHER_TEXT = 0.3;
    /** Fewer words are a teaser that proves nothing either way. */
    static final int WORDS_OF_A_TEASER = 20;

    private static final Duration SAME_DATE = Duration.ofDays(1);

    /** Of posts that share a trace, as many of the newest are looked at: so a title that everybody uses costs no more. */
    public static final int MOST_PER_TRACE = 50;

    private Kinships() {}

    /**
     * @param texts a post's wording by its key; asked for only where something else agrees
     * @return empty when they are two writings, or one member's
     */
    public static Optional<Kinship> judge(Print a, Print b, LongFunction<Wording> texts) {
        if (a.member().equals(b.member())) {
            return Optional.empty();
        }
        boolean aDeclares = a.declares(b);
        boolean bDeclares = b.declares(a);
        Reason reason = aDeclares || bDeclares ? Reason.DECLARED : sameIdOrAddress(a, b);
        boolean textCounts = a.words() >= Print.FEWEST_WORDS && b.words() >= Print.FEWEST_WORDS;
        if (reason == null && !(textCounts && mayShareText(a, b))) {
            return Optional.empty();
        }
        Wording here = texts.apply(a.key());
        Wording there = texts.apply(b.key());
        double likeness = here.likeness(there);
        if (reason == null) {
            return likeness >= (titlesAgree(a, b) ? SAME_TEXT : SAME_TEXT_OTHER_TITLE)
                    ? Optional.of(Kinship.of(a, b, Reason.SAME_TEXT, null, likeness))
                    : Optional.empty();
        }
        if (Math.min(here.words(), there.words()) >= WORDS_OF_A_TEASER && here.overlap(there) < OTHER_TEXT) {
            return Optional.empty();
        }
        Long copy = aDeclares == bDeclares ? null : Long.valueOf(aDeclares ? a.key() : b.key());
        return Optional.of(Kinship.of(a, b, reason, copy, likeness));
    }

    /**
     * Whether two posts that were one writing by what they said of themselves still are, though one of them has changed: a blog
     * that moves takes its posts along, and their copies go on naming where they were. What it said itself it may take back;
     * where neither names the other, that is the one that was met later.
     *
     * @param texts as of {@link #judge}
     */
    public static boolean outlastsChange(long changed, Kinship former, LongFunction<Wording> texts) {
        boolean takenBack = changed == (former.copy() == null ? former.other() : former.copy());
        return former.reason() != Reason.SAME_TEXT
                && !takenBack
                && texts.apply(former.one()).overlap(texts.apply(former.other())) >= OTHER_TEXT;
    }

    private static boolean mayShareText(Print a, Print b) {
        int apart = Long.bitCount(a.simHash() ^ b.simHash());
        return apart <= MOST_BITS_APART_OTHER_TITLE && datesAgree(a, b)
                || apart <= MOST_BITS_APART && titlesAgree(a, b);
    }

    private static @Nullable Reason sameIdOrAddress(Print a, Print b) {
        if (a.id().value().equals(b.id().value()) && a.id().isWorldwide()) {
            return Reason.SAME_ID;
        }
        return Collections.disjoint(a.addresses(), b.addresses()) ? null : Reason.SAME_ADDRESS;
    }

    private static boolean titlesAgree(Print a, Print b) {
        return Titles.agree(a.metadata().title(), b.metadata().title());
    }

    private static boolean datesAgree(Print a, Print b) {
        Instant one = a.metadata().published();
        Instant other = b.metadata().published();
        return one != null
                && other != null
                && Duration.between(one, other).abs().compareTo(SAME_DATE) <= 0;
    }
}
