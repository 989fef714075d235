package community.orrery.clean;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The numbers that highlighters set beside or before an author's lines of code. Whoever copies the code wants none of them. */
final class LineNumbers {

    private static final Set<String> NUMBERS = Policy.words(
            "gutter rouge-gutter linenos lineno ln lnt linenodiv linenumber line-numbers-rows hljs-ln-numbers");

    /** Tables that only lay code beside its line numbers. */
    private static final Set<String> TABLES =
            Policy.words("rouge-table lntable highlighttable syntaxhighlighter hljs-ln");

    /** What stands around one line's number; with anything else in it, it is no column of numbers. */
    private static final Set<String> AROUND_NUMBER = Set.of("#text", "#comment", "span", "a", "br", "code", "div");

    /** More than these nodes no highlighter writes for one number. */
    private static final int NODES_OF_ONE = 8;

    private static final int WRAPPERS = 2;
    private static final int DIGITS = 6;

    /** Of code, in characters: enough to see that it is more than numbers. */
    private static final int BEGINNING = 100;

    private LineNumbers() {}

    /** Whether an element in code, or in a table that lays out code, holds nothing else. */
    static boolean is(Element element) {
        return Tree.hasClass(element, NUMBERS) || isFirstOfTwoCells(element) || isUnselectable(element);
    }

    /** Chroma gives the cells of numbers and of code one class. */
    private static boolean isFirstOfTwoCells(Element cell) {
        return cell.normalName().equals("td")
                && cell.hasClass("lntd")
                && cell.previousElementSibling() == null
                && cell.nextElementSibling() != null;
    }

    /** Without classes, Chroma's numbers differ from code only in that a mouse doesn't select them. */
    private static boolean isUnselectable(Element span) {
        String style = span.normalName().equals("span") ? Tree.attribute(span, "style") : "";
        if (!style.contains("user-select")) {
            return false;
        }
        String none = String.join("", Tree.words(style)).toLowerCase(Locale.ROOT);
        boolean digits = false;
        int nodes = 0;
        for (Node node = span; node != null; node = Tree.next(node, span)) {
            String text = node instanceof TextNode words ? words.getWholeText() : "";
            if (++nodes > NODES_OF_ONE || !isNumbers(text)) {
                return false;
            }
            digits |= text.chars().anyMatch(LineNumbers::isDigit);
        }
        return digits && none.contains("user-select:none");
    }

    /**
     * What to read of a table that only lays out code: one cell of it, where no class but its shape tells that (Hexo, Octopress,
     * Hugo with styles in the tags), else all but its numbers.
     *
     * @return null for any other table
     */
    static @Nullable Element code(Element table) {
        if (Tree.hasClass(table, TABLES)) {
            return table;
        }
        Element body = Tree.only(table, "tbody");
        Element row = body == null ? null : Tree.only(body, "tr");
        Element numbers = row == null ? null : row.firstElementChild();
        Element code = numbers == null ? null : numbers.nextElementSibling();
        if (numbers == null || code == null || code.nextElementSibling() != null) {
            return null;
        }
        Element column = listing(numbers);
        Element lines = listing(code);
        boolean beside = column != null
                && lines != null
                && (Tree.hasClass(numbers, NUMBERS) || isColumn(column) && !isNumbers(Tree.text(lines, BEGINNING)));
        return beside ? code : null;
    }

    /** The {@code pre} that is all there is in a cell; null when there is none, or more. */
    private static @Nullable Element listing(Element cell) {
        Element inside = cell;
        for (int i = 0; i < WRAPPERS; i++) {
            Element pre = Tree.only(inside, "pre");
            Element wrapper = pre == null ? Tree.only(inside, "div") : null;
            if (wrapper == null) {
                return pre;
            }
            inside = wrapper;
        }
        return Tree.only(inside, "pre");
    }

    /** Whether it holds numbers of lines only: each one more than the one before, and beginning with 1 where it is the only one. */
    private static boolean isColumn(Element pre) {
        int last = -1;
        boolean several = false;
        for (Node node = Tree.next(pre, pre); node != null; node = Tree.next(node, pre)) {
            if (!AROUND_NUMBER.contains(node.normalName())) {
                return false;
            }
            for (String word : node instanceof TextNode text ? Tree.words(text.getWholeText()) : List.<String>of()) {
                boolean number = word.length() <= DIGITS && word.chars().allMatch(LineNumbers::isDigit);
                if (!number || last >= 0 && Integer.parseInt(word) != last + 1) {
                    return false;
                }
                several = last >= 0;
                last = Integer.parseInt(word);
            }
        }
        return several || last == 1;
    }

    /** Digits and white space, or nothing. */
    private static boolean isNumbers(String text) {
        return text.chars().allMatch(c -> isDigit(c) || Tree.isWhite(c));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
