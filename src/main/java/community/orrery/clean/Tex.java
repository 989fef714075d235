package community.orrery.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds TeX formulas in running text, with the delimiters of MathJax and KaTeX: {@code $$…$$}, <code>\[…\]</code>,
 * <code>\(…\)</code>, and {@code $…$} where the post or its feed shows that it means that. Much that looks like one is none:
 * shell variables, regular expressions, prices. In doubt it is text.
 */
final class Tex {

    /** A stretch of text: itself as written and, when it is a formula, what is between the delimiters. */
    record Piece(String source, String formula, boolean display) {
        boolean isFormula() {
            return !formula.isEmpty();
        }
    }

    /** A text with what line breaks cut off from it. */
    record Joined(String text, int siblings) {}

    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\\\begin\\{((?:equation|align|aligned|gather|eqnarray|multline)\\*?)}");

    /** What only formulas have. */
    private static final Pattern TEX_MARK = Pattern.compile("\\\\[a-zA-Z]{2,}|\\\\[,;!|{}]|[\\^_=≤≥≈<>]");

    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)-{1,2}[A-Za-z]{2,}");
    private static final Pattern SHELL = Pattern.compile("[$\"`]|\\|\\||&&|;;|(?:^|[^\\\\a-z])[A-Z_]{3,}[A-Z0-9_]*=");

    /** The type of a script that holds a formula to be set apart. */
    static final String DISPLAY = "math/tex; mode=display";

    private static final int LONGEST = 4_000;
    private static final int LINES = 40;

    private final boolean shown;
    private final boolean singles;

    // What the last search sought, in which text, from where, and where it found it.
    private String searched = "";
    private String sought = "";
    private int soughtFrom;
    private int soughtAt;

    Tex(String markup, boolean feedUsesMaths) {
        shown = TexSigns.in(markup);
        singles = shown || feedUsesMaths;
    }

    /** Whether the post itself shows that a script typesets its formulas. */
    boolean isShown() {
        return shown;
    }

    /** A script that holds a formula, as kramdown and MathJax 2 write it. */
    static boolean isFormula(Element script) {
        return Tree.attribute(script, "type").strip().startsWith("math/tex");
    }

    /** Its source is as running text would have it. */
    static Piece formula(Element script) {
        String formula = unfenced(script.data());
        boolean display = Tree.attribute(script, "type").contains("mode=display");
        return new Piece(display ? "\\[" + formula + "\\]" : "\\(" + formula + "\\)", formula, display);
    }

    /** Without what keeps a parser of XML away from it: {@code % <![CDATA[ … %]]>}. */
    private static String unfenced(String script) {
        String formula = script.strip();
        String fenced = formula.startsWith("%") ? formula.substring(1).stripLeading() : formula;
        if (fenced.startsWith("<![CDATA[")) {
            formula = fenced.substring("<![CDATA[".length());
        }
        if (formula.endsWith("]]>")) {
            formula = formula.substring(0, formula.length() - "]]>".length()).stripTrailing();
            formula = formula.endsWith("%") ? formula.substring(0, formula.length() - 1) : formula;
        }
        return formula.strip();
    }

    boolean mayHold(String text) {
        return text.indexOf('$') >= 0
                || text.indexOf('\\') >= 0
                        && (text.contains("\\(") || text.contains("\\[") || text.contains("\\begin{"));
    }

    /** WordPress puts a br at each line's end, formulas included: a display formula goes on past them. */
    static Joined withContinuation(String text, TextNode node) {
        String closing = unclosed(text);
        if (closing.isEmpty()) {
            return new Joined(text, 0);
        }
        StringBuilder whole = new StringBuilder(text);
        Node next = node.nextSibling();
        for (int taken = 1; next != null && taken <= LINES; taken++, next = next.nextSibling()) {
            if (next instanceof TextNode more) {
                whole.append(more.getWholeText());
                if (more.getWholeText().contains(closing)) {
                    return new Joined(whole.toString(), taken);
                }
            } else if (next instanceof Element element && element.normalName().equals("br")) {
                whole.append('\n');
            } else {
                break;
            }
        }
        return new Joined(text, 0);
    }

    private static String unclosed(String text) {
        int display = text.lastIndexOf("\\[");
        if (display >= 0 && text.indexOf("\\]", display) < 0) {
            return "\\]";
        }
        int count = 0;
        for (int at = text.indexOf("$$"); at >= 0; at = text.indexOf("$$", at + 2)) {
            count++;
        }
        return count % 2 == 1 ? "$$" : "";
    }

    /** All of the text, in order. */
    List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            Piece formula = c == '$' || c == '\\' ? at(text, at) : null;
            if (formula == null) {
                // The second of two dollars opens nothing that the first did not.
                at += c == '$' && text.startsWith("$$", at) ? 2 : 1;
                continue;
            }
            if (at > from) {
                pieces.add(new Piece(text.substring(from, at), "", false));
            }
            pieces.add(formula);
            at += formula.source.length();
            from = at;
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), "", false));
        }
        return pieces;
    }

    private @Nullable Piece at(String text, int at) {
        if (text.startsWith("\\(", at)) {
            return between(text, at, "\\(", "\\)", false);
        }
        if (text.startsWith("\\[", at)) {
            return between(text, at, "\\[", "\\]", true);
        }
        if (text.startsWith("$$", at)) {
            return between(text, at, "$$", "$$", true);
        }
        if (text.charAt(at) == '$') {
            return singles ? single(text, at) : null;
        }
        Matcher environment = ENVIRONMENT.matcher(text).region(at, text.length());
        if (!environment.lookingAt()) {
            return null;
        }
        String end = "\\end{" + environment.group(1) + "}";
        int stop = find(text, end, at);
        if (stop < 0 || stop - at > LONGEST) {
            return null;
        }
        String whole = text.substring(at, stop + end.length());
        return new Piece(whole, whole, true);
    }

    private @Nullable Piece between(String text, int at, String opening, String closing, boolean display) {
        int from = at + opening.length();
        int end = find(text, closing, from);
        boolean found = end > from && end - from <= LONGEST;
        int after = end + closing.length();
        if (!found || !mayPrecede(text, at) || !mayFollow(text, after)) {
            return null;
        }
        String inner = text.substring(from, end);
        String formula = inner.strip();
        boolean apart = display && (!opening.equals("$$") || inner.indexOf('\n') >= 0 || isAlone(text, at, after));
        return isPlausible(formula) ? new Piece(text.substring(at, after), formula, apart) : null;
    }

    /** As indexOf, but a text full of openings is searched once, not once for each. */
    private int find(String text, String closing, int from) {
        if (!text.equals(searched) || !closing.equals(sought) || from < soughtFrom || from > soughtAt) {
            searched = text;
            sought = closing;
            soughtFrom = from;
            int found = text.indexOf(closing, from);
            soughtAt = found < 0 ? Integer.MAX_VALUE : found;
        }
        return soughtAt == Integer.MAX_VALUE ? -1 : soughtAt;
    }

    /** A formula that has its line for itself is set apart; one in a sentence is not (kramdown writes both with two dollars). */
    private static boolean isAlone(String text, int from, int to) {
        int before = from - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        int after = to;
        while (after < text.length()
                && (Character.isWhitespace(text.charAt(after)) || ".,;".indexOf(text.charAt(after)) >= 0)) {
            after++;
        }
        return before < 0 && after == text.length();
    }

    /** By Pandoc's rule: no white space within the dollars, no digit after them. */
    private @Nullable Piece single(String text, int at) {
        int end = find(text, "$", at + 1);
        boolean shape = end > at + 1
                && end - at < LONGEST
                && !Character.isWhitespace(text.charAt(at + 1))
                && !Character.isWhitespace(text.charAt(end - 1))
                && text.charAt(end - 1) != '\\'
                && mayPrecede(text, at)
                && mayFollow(text, end + 1);
        String formula = shape ? text.substring(at + 1, end) : "";
        boolean lines = formula.contains("\n\n");
        return shape && !lines && isPlausible(formula) ? new Piece(text.substring(at, end + 1), formula, false) : null;
    }

    /** Not in the middle of a word, a path, a regular expression or a quotation. */
    private static boolean mayPrecede(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !Character.isLetterOrDigit(before) && "$\\/'\"`{".indexOf(before) < 0;
    }

    private static boolean mayFollow(String text, int at) {
        if (at >= text.length()) {
            return true;
        }
        char after = text.charAt(at);
        // "$n$th" and "\(k\)-means" are written; "$A$B" is a shell's.
        return !Character.isLetterOrDigit(after) && "$\\/*`{\"".indexOf(after) < 0;
    }

    private static boolean isPlausible(String formula) {
        boolean something = formula.chars().anyMatch(Character::isLetterOrDigit);
        if (!something
                || SHELL.matcher(formula).find()
                || OPTION.matcher(formula).find()) {
            return false;
        }
        return TEX_MARK.matcher(formula).find() || !WORD.matcher(formula).find() && words(formula) <= 3;
    }

    private static int words(String formula) {
        return formula.split("\\s+").length;
    }
}
