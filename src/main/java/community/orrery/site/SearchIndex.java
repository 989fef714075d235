package community.orrery.site;

import community.orrery.feed.Member.Extent;
import community.orrery.feed.Post;
import community.orrery.site.PlannedFile.Stage;
import java.net.URI;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the search page looks through: every post's title, blog, authors, tags and words, in shards numbered from the oldest. A
 * new post rewrites the last shard only, and a visitor loads the newest first and older ones when they are wanted.
 */
final class SearchIndex {

    /** Posts in a shard. */
    static final int PER_SHARD = 50;

    /** Distinct words kept of one post. */
    private static final int MOST_WORDS = 1000;

    /** After so many letters of a post, spaces between words included, none is begun: 11,000 are kept at most, 550,000 in a shard. */
    private static final int MOST_LETTERS = 10_000;

    /** A longer run is cut into such ones, as of a script without spaces; of ASCII alone it is no text, and passed over. */
    private static final int LONGEST_WORD = 1000;

    /** Letters, marks and numbers. */
    private static final int IN_WORD = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    /** Each as it is kept; 0 where a word ends. */
    private static final char[] ASCII = ascii();

    private SearchIndex() {}

    static void plan(SitePlan plan) {
        List<Piece> pieces = plan.catalogue().pieces();
        int shards = (pieces.size() + PER_SHARD - 1) / PER_SHARD;
        for (int shard = 1; shard <= shards; shard++) {
            int to = pieces.size() - (shard - 1) * PER_SHARD;
            List<Piece> inside = pieces.subList(Math.max(0, to - PER_SHARD), to);
            int number = shard;
            Inputs inputs = plan.inputs("shard").with(shard).withAll(inside, Piece::digest);
            plan.add(Stage.LIST, "search/" + shard + ".js", inputs, press -> shard(press, number, inside));
        }
        plan.add(Stage.LIST, "search.html", plan.inputs("search").with(shards), press -> page(press, shards));
    }

    /** A script and not JSON: a page opened from disk may load scripts beside it, but not fetch files. */
    private static byte[] shard(Press press, int number, List<Piece> pieces) {
        List<Map<String, Object>> posts = new ArrayList<>();
        for (Piece piece : pieces) {
            View.Card card = press.views().card(piece);
            posts.add(Json.object(
                    "path", card.path(),
                    "title", card.title(),
                    "blog", card.blog().name(),
                    "home", card.blog().home(),
                    "by",
                            String.join(
                                    ", ",
                                    card.authors().stream()
                                            .map(View.Author::name)
                                            .toList()),
                    "tags",
                            String.join(
                                    ", ",
                                    card.tags().stream().map(View.Label::name).toList()),
                    "date", card.published().text(),
                    "iso", card.published().iso(),
                    "original", card.original(),
                    "link", otherLink(piece.post(), card.original()),
                    "license", card.license(),
                    "excerpt", card.excerpt(),
                    "words", words(press, piece)));
        }
        return Json.script("orreryShard(" + number + ",", posts, ");\n");
    }

    /** Where the feed's link leads when that is not where the original is: by that its author may ask for it. */
    private static @Nullable String otherLink(Post post, @Nullable String original) {
        URI link = post.metadata().link();
        return link == null || link.toString().equals(original) ? null : link.toString();
    }

    private static String words(Press press, Piece piece) {
        String text =
                piece.member().extent() == Extent.EXCERPT ? press.excerpt(piece.post()) : press.plainText(piece.post());
        return words(text);
    }

    /**
     * Each word once, in lower case, in the text's order. A word is what {@code search.js} takes for one, before it parts letters
     * of scripts that have no spaces between words.
     */
    static String words(String text) {
        char[] letters = seen(text);
        DistinctWords words = new DistinctWords(MOST_WORDS, MOST_LETTERS);
        if (!addAll(letters, words)) {
            words = new DistinctWords(MOST_WORDS, MOST_LETTERS);
            addAll(seen(text.toLowerCase(Locale.ROOT)), words);
        }
        return words.toString();
    }

    /** Without what only says where a line may or may not be broken: Khmer has U+200B between words, which hardly anybody types. */
    private static char[] seen(String text) {
        char[] letters = text.toCharArray();
        int kept = 0;
        for (char c : letters) {
            if (c != '\u00AD' && c != '\u200B' && c != '\u2060') {
                letters[kept++] = c;
            }
        }
        return kept == letters.length ? letters : Arrays.copyOf(letters, kept);
    }

    /**
     * False when a capital is met that is none of ASCII: what becomes of it may depend on the letters around it. Most texts
     * have none, and looking up every letter takes longer than all the rest.
     */
    private static boolean addAll(char[] text, DistinctWords words) {
        for (int from = 0; from < text.length && !words.isFull(); ) {
            int end = endOfWord(text, from);
            if (end < 0) {
                return false;
            }
            add(text, from, end, words);
            from = end > from ? end : end + Character.charCount(Character.codePointAt(text, end));
        }
        return true;
    }

    private static void add(char[] text, int from, int end, DistinctWords words) {
        if (end - from > LONGEST_WORD
                && CharBuffer.wrap(text, from, end - from).chars().allMatch(c -> c < 0x80)) {
            return;
        }
        for (int at = from; at < end && !words.isFull(); ) {
            int cut = Math.min(at + LONGEST_WORD, end);
            cut -= cut < end && Character.isLowSurrogate(text[cut]) ? 1 : 0;
            words.add(text, at, cut);
            at = cut;
        }
    }

    /** Puts the capitals of ASCII in small letters on the way; negative where it meets another one. */
    private static int endOfWord(char[] text, int from) {
        char[] folds = ASCII; // the quick compiler looks a field up at each use
        int at = from;
        while (at < text.length) {
            char c = text[at];
            if (c < 0x80) {
                char folded = folds[c];
                if (folded == 0) {
                    return at;
                }
                text[at++] = folded;
            } else {
                int whole = Character.codePointAt(text, at);
                if (Character.toLowerCase(whole) != whole) {
                    return -1;
                }
                if ((IN_WORD >> Character.getType(whole) & 1) == 0) {
                    return at;
                }
                at += Character.charCount(whole);
            }
        }
        return at;
    }

    private static char[] ascii() {
        char[] folds = new char[0x80];
        for (char c = 0; c < folds.length; c++) {
            folds[c] = Character.isLetterOrDigit(c) || "_+#".indexOf(c) >= 0 ? Character.toLowerCase(c) : 0;
        }
        return folds;
    }

    private static byte[] page(Press press, int shards) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("shards", shards);
        model.put("engine", press.absolute("") == null ? null : "https://duckduckgo.com/");
        String link = press.absolute("");
        model.put(
                "where",
                link == null ? null : link.replaceFirst("^https?://", "").replaceFirst("/$", ""));
        View.Head head = new View.Head(
                press.words().text("nav.search"),
                press.words().text("search.description", press.plan().planet().title()),
                press.absolute("search.html"),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, "search.html"),
                null);
        return press.page("search.html", "search.html", "search", head, model);
    }
}
