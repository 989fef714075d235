package community.orrery.parse;

import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text as its feed gives it, while its entry is being read.
 *
 * @param html the text; what was plain is escaped, its line ends as they were
 * @param plain whether it is no markup, so that its line ends are all that tells its lines apart
 */
record Passage(UntrustedHtml html, boolean plain) {

    /** How every tag, comment and instruction begins. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!?]");

    /** An address and what may follow it. No letters beyond ASCII: where a script parts no words, a sentence goes on with them. */
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[\\w.~:/?#\\[\\]@!$&'()*+,;=%-]+");

    /** What ends an address in escaped text: a character that none has. */
    private static final Pattern REFERENCE = Pattern.compile("&(?!amp;)");

    static Passage markup(String markup, URI base) {
        return new Passage(new UntrustedHtml(markup, base), false);
    }

    static Passage plain(String text, URI base) {
        return new Passage(new UntrustedHtml(Texts.escaped(text), base), true);
    }

    /** What RSS calls HTML and often is none: without a single tag, its author wrote it in lines. */
    static Passage presumedHtml(String markup, URI base) {
        return new Passage(new UntrustedHtml(markup, base), !TAG.matcher(markup).find());
    }

    /** As the entry has it: lines are lines in HTML too, and addresses links. */
    static @Nullable UntrustedHtml shown(@Nullable Passage passage) {
        if (passage == null || !passage.plain) {
            return passage == null ? null : passage.html;
        }
        return new UntrustedHtml(linked(inLines(passage.html.markup())), passage.html.base());
    }

    private static String linked(String text) {
        return ADDRESS.matcher(text).replaceAll(found -> {
            int end = addressEnd(found.group());
            String address = found.group().substring(0, end);
            String link = address.endsWith("//") ? address : "<a href=\"" + address + "\">" + address + "</a>";
            return Matcher.quoteReplacement(link + found.group().substring(end));
        });
    }

    /** Marks at the end are the sentence's, and so is a closing bracket that the address has not opened. */
    private static int addressEnd(String text) {
        Matcher reference = REFERENCE.matcher(text);
        int end = reference.find() ? reference.start() : text.length();
        long open = count(text, '(', end) - count(text, ')', end);
        while (".,;:!?'*])".indexOf(text.charAt(end - 1)) >= 0 && !(text.charAt(end - 1) == ')' && open >= 0)) {
            end--;
            open += text.charAt(end) == ')' ? 1 : 0;
        }
        return end;
    }

    private static long count(String text, char sought, int end) {
        return text.chars().limit(end).filter(c -> c == sought).count();
    }

    /** Paragraphs where lines are blank, breaks at other line ends. A single line stays as it is. */
    private static String inLines(String text) {
        if (lines(text).limit(2).count() < 2) {
            return text;
        }
        String lineEnd = isIndented(text) ? "\n" : "<br>";
        StringBuilder shown = new StringBuilder(text.length() * 2);
        boolean open = false;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (!line.isBlank()) {
                shown.append(open ? lineEnd : "<p>").append(line.strip());
                open = true;
            } else if (open) {
                shown.append("</p>\n");
                open = false;
            }
        }
        return open ? shown.append("</p>").toString() : shown.toString();
    }

    /** Set between its tags, all of it further in than they are: these line ends are the document's, like its indentation. */
    private static boolean isIndented(String text) {
        return text.lines().findFirst().filter(String::isBlank).isPresent()
                && lines(text).allMatch(line -> line.startsWith(" ") || line.startsWith("\t"));
    }

    /** One at a time, since a stranger may write millions. */
    private static Stream<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank());
    }
}
