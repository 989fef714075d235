package community.orrery.opml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Says in words why a text is not well-formed XML: first what people do most often, else what the parser says. */
final class XmlFault {

    private static final Pattern PREFIX = Pattern.compile("[\\s<]planet:\\w");
    private static final Pattern DECLARATION = Pattern.compile("\\sxmlns:planet\\s*=");

    private final String text;
    private final Lines lines;
    private final List<Tag> tags;

    XmlFault(String text, Lines lines, List<Tag> tags) {
        this.text = text;
        this.lines = lines;
        this.tags = tags;
    }

    void tell(XMLStreamException e, Mistakes mistakes) {
        if (PREFIX.matcher(text).find() && !DECLARATION.matcher(text).find()) {
            mistakes.add(
                    rootLine(),
                    "The list uses names that begin with “planet:” without saying whose they are.",
                    "Write xmlns:planet=\"" + Element.PLANET + "\" in the <opml> tag.");
        } else if (!toldNesting(mistakes)) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            mistakes.add(
                    line,
                    "This is not well-formed XML: " + reason(e) + ".",
                    "Look at this line and the one before for a missing quote, bracket or slash.");
        }
    }

    private int rootLine() {
        return tags.isEmpty() ? 1 : lines.at(tags.get(0).start());
    }

    private boolean toldNesting(Mistakes mistakes) {
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag tag : tags) {
            if (tag.kind() == Tag.Kind.OPEN) {
                open.push(tag);
            } else if (tag.kind() == Tag.Kind.CLOSE) {
                if (open.isEmpty() || !open.element().name().equals(tag.name())) {
                    tellUnclosed(open, "</" + tag.name() + ">", tag.start(), mistakes);
                    return true;
                }
                open.pop();
            }
        }
        if (!open.isEmpty()) {
            tellUnclosed(open, "the end of the file", text.length(), mistakes);
            return true;
        }
        return false;
    }

    /** The likeliest culprit is a feed's outline without its slash: everything after it counts as inside. */
    private void tellUnclosed(Deque<Tag> open, String before, int offset, Mistakes mistakes) {
        if (open.isEmpty()) {
            mistakes.add(lines.at(offset), before + " closes nothing.", "Delete it, or write its opening tag.");
            return;
        }
        Tag culprit = open.stream()
                .filter(tag -> tag.is("outline") && tag.attributes().stream().anyMatch(XmlFault::isAddress))
                .findFirst()
                .orElse(open.element());
        boolean feed =
                culprit != open.element() || culprit.attributes().stream().anyMatch(XmlFault::isAddress);
        mistakes.add(
                lines.at(culprit.start()),
                "<" + culprit.name() + "> is opened here and not closed before " + before + " in line "
                        + lines.at(offset) + ".",
                feed ? "End this line with “/>” instead of “>”." : "Close it with </" + culprit.name() + ">.");
    }

    private static boolean isAddress(Tag.Span span) {
        return span.name().equalsIgnoreCase("xmlUrl");
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int told = message.indexOf("Message: ");
        String reason = told < 0 ? message : message.substring(told + "Message: ".length());
        return reason.strip().replaceAll("\\.$", "");
    }
}
