package community.orrery.opml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tags of an XML text with their offsets, which StAX does not tell, and the two things that people get wrong most
 * often: a bare ampersand and HTML's named characters. It makes no claim on texts that are not well-formed except that it
 * ends.
 */
final class TagScanner {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:(amp|lt|gt|quot|apos|#[0-9]+|#x[0-9A-Fa-f]+);|(\\w{2,12};)?)");
    private static final String SPACE = " \t\r\n";

    /** More than any list writes, and few enough for a parser to compare each with all others, namespaces included. */
    static final int MOST_ATTRIBUTES = 200;

    private final String text;
    private final Lines lines;
    private final Mistakes mistakes;
    private final List<Tag> tags = new ArrayList<>();
    private int at;

    private TagScanner(String text, Lines lines, Mistakes mistakes) {
        this.text = text;
        this.lines = lines;
        this.mistakes = mistakes;
    }

    static List<Tag> scan(String text, Lines lines, Mistakes mistakes) {
        TagScanner scanner = new TagScanner(text, lines, mistakes);
        scanner.scan();
        return scanner.tags;
    }

    private void scan() {
        while (at < text.length()) {
            int open = indexOf("<", at);
            checkReferences(at, open);
            at = open;
            if (text.startsWith("<!--", at)) {
                skipPast("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skipPast("]]>");
            } else if (text.startsWith("<?", at)) {
                skipPast("?>");
            } else if (text.startsWith("<!", at)) {
                mistakes.add(
                        lines.at(at),
                        "The list begins with a DOCTYPE; for safety none is read.",
                        "Delete the whole <!DOCTYPE …> declaration.");
                at = text.length();
            } else if (at < text.length()) {
                tag();
            }
        }
    }

    private void tag() {
        int start = at++;
        boolean close = text.startsWith("/", at);
        if (close) {
            at++;
        }
        String name = word("/>");
        List<Tag.Span> attributes = new ArrayList<>();
        boolean sound = true;
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
            if (SPACE.indexOf(text.charAt(at)) >= 0 || text.charAt(at) == '/') {
                at++;
            } else {
                sound &= attribute(attributes);
            }
        }
        if (attributes.size() > MOST_ATTRIBUTES) {
            mistakes.add(
                    lines.at(start),
                    "A tag has " + attributes.size() + " attributes.",
                    "Leave it no more than " + MOST_ATTRIBUTES + ".");
        }
        boolean empty = text.charAt(at - 1) == '/' && !close;
        if (at < text.length() && text.charAt(at) == '>') {
            at++;
        }
        Tag.Kind kind = close ? Tag.Kind.CLOSE : empty ? Tag.Kind.EMPTY : Tag.Kind.OPEN;
        tags.add(new Tag(kind, name, start, at, attributes, sound));
    }

    /** False when this is no name, equals sign and quoted value. */
    private boolean attribute(List<Tag.Span> attributes) {
        int start = at;
        String name = word("=/>");
        skipSpace();
        if (!text.startsWith("=", at)) {
            at = Math.max(at, start + 1);
            return false;
        }
        at++;
        skipSpace();
        if (at == text.length() || "\"'".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        String quote = text.substring(at, at + 1);
        int end = indexOf(quote, at + 1);
        attributes.add(new Tag.Span(name, start, at + 1, end));
        checkReferences(at + 1, end);
        at = Math.min(end + 1, text.length());
        return true;
    }

    private void checkReferences(int from, int to) {
        if (!mentionsAny(from, to)) {
            return;
        }
        Matcher reference = REFERENCE.matcher(text).region(from, to);
        while (reference.find()) {
            int line = lines.at(reference.start());
            if (reference.group(2) != null) {
                String written = reference.group();
                mistakes.add(
                        line,
                        "“" + written + "” is a name of HTML's that XML does not know.",
                        "Write the character itself, or &amp;" + written.substring(1) + " if those letters are meant.");
            } else if (reference.group(1) == null) {
                mistakes.add(line, "An ampersand stands alone.", "Write “&amp;” for “&”, also in addresses.");
            }
        }
    }

    private boolean mentionsAny(int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '&') {
                return true;
            }
        }
        return false;
    }

    /** Up to white space or one of the given characters; at least nothing. */
    private String word(String ends) {
        int start = at;
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) < 0 && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void skipPast(String end) {
        at = Math.min(indexOf(end, at) + end.length(), text.length());
    }

    private int indexOf(String wanted, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }
}
