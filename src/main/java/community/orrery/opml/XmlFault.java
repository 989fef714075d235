package community.orrery.opml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Says in words why a text is not well-formed XML: first what people do most often, else what the parser says. */
final class XmlFault {

    private static final Pattern PREFIX = Pattern.compile("[\\s<]planet:\\w");
    private static final Pattern DECLARATION = Pattern.compile("\\sxmlns:planet\\s*=");
    private static final Pattern CONFLICT = Pattern.compile("(?m)^<{7} .*$");
    /** The JDK's parser tells some faults by the key of a message that it lacks. */
    private static final Pattern UNBOUND = Pattern.compile("#(?:Attribute|Element)PrefixUnbound\\?.*?([^&?]+)$");

    private final String text;
    private final Lines lines;
    private final List<Tag> tags;
    private final Mistakes mistakes;

    XmlFault(String text, Lines lines, List<Tag> tags, Mistakes mistakes) {
        this.text = text;
        this.lines = lines;
        this.tags = tags;
        this.mistakes = mistakes;
    }

    void tell(XMLStreamException e) {
        if (!toldConflict() && !toldQuote() && !toldPrefix() && !toldAttributeTwice() && !toldNesting()) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            mistakes.add(
                    line,
                    "This is not well-formed XML: " + reason(e) + ".",
                    "Look at this line and the one before for a missing quote, bracket or slash.");
        }
    }

    private boolean toldConflict() {
        Matcher conflict = CONFLICT.matcher(text);
        boolean found = conflict.find();
        if (found) {
            mistakes.add(
                    lines.at(conflict.start()),
                    "Two versions of the list were merged and this place left undecided.",
                    "Keep what belongs here, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.");
        }
        return found;
    }

    private boolean toldQuote() {
        Tag unsound = tags.stream().filter(tag -> !tag.sound()).findFirst().orElse(null);
        if (unsound != null) {
            mistakes.add(
                    lines.at(unsound.start()),
                    "In the tag <" + unsound.name() + "> a quote or an equals sign is missing.",
                    "Write each attribute as name=\"value\", with both quotes.");
        }
        return unsound != null;
    }

    private boolean toldPrefix() {
        Matcher prefix = PREFIX.matcher(text);
        boolean found = prefix.find() && !DECLARATION.matcher(text).find();
        if (found) {
            mistakes.add(
                    tags.isEmpty() ? 1 : lines.at(tags.get(0).start()),
                    "The list uses names that begin with “planet:” without saying whose they are.",
                    "Write xmlns:planet=\"" + Element.PLANET + "\" in the <opml> tag.");
        }
        return found;
    }

    private boolean toldAttributeTwice() {
        boolean found = false;
        for (Tag tag : tags) {
            Set<String> names = new HashSet<>();
            for (Tag.Span span : tag.attributes()) {
                if (!names.add(span.name())) {
                    mistakes.add(
                            lines.at(span.start()),
                            "<" + tag.name() + "> has the attribute " + span.name() + " twice.",
                            "Keep one of them.");
                    found = true;
                }
            }
        }
        return found;
    }

    /** A feed's outline without its slash takes all that follows for its inside; the fault shows only much later. */
    private boolean toldOutline() {
        if (balanced()) {
            return false;
        }
        boolean found = false;
        for (int i = 0; i + 1 < tags.size(); i++) {
            Tag tag = tags.get(i);
            boolean feed = tag.kind() == Tag.Kind.OPEN && tag.is("outline") && isFeed(tag);
            boolean closed = tags.get(i + 1).kind() == Tag.Kind.CLOSE
                    && lines.at(tags.get(i + 1).start()) == lines.at(tag.end());
            if (feed && !closed) {
                mistakes.add(
                        lines.at(tag.start()),
                        "A feed's outline is opened here and not closed.",
                        "End it with “/>” instead of “>”.");
                found = true;
            }
        }
        return found;
    }

    private boolean balanced() {
        long opened = tags.stream().filter(tag -> tag.kind() == Tag.Kind.OPEN).count();
        long closed = tags.stream().filter(tag -> tag.kind() == Tag.Kind.CLOSE).count();
        return opened == closed;
    }

    private boolean toldNesting() {
        return toldOutline() || toldClosing();
    }

    private boolean toldClosing() {
        Deque<Tag> open = new ArrayDeque<>();
        for (Tag tag : tags) {
            if (tag.kind() == Tag.Kind.OPEN) {
                open.push(tag);
            } else if (tag.kind() == Tag.Kind.CLOSE) {
                String name = tag.name();
                if (open.stream().noneMatch(opened -> opened.name().equals(name))) {
                    mistakes.add(lines.at(tag.start()), "</" + name + "> closes nothing.", "Delete it.");
                    return true;
                }
                Tag unclosed = open.pop();
                if (!unclosed.name().equals(name)) {
                    tellUnclosed(unclosed, tag);
                    return true;
                }
            }
        }
        if (!open.isEmpty() || !text.stripTrailing().endsWith(">")) {
            mistakes.add(
                    lines.at(text.stripTrailing().length()),
                    "The list ends here in the middle: the rest is missing.",
                    "Restore the rest; the last line of a list is </opml>.");
            return true;
        }
        return false;
    }

    private void tellUnclosed(Tag unclosed, Tag close) {
        mistakes.add(
                lines.at(unclosed.start()),
                "<" + unclosed.name() + "> is opened here and not closed before </" + close.name() + "> in line "
                        + lines.at(close.start()) + ".",
                "Close it with </" + unclosed.name() + ">.");
    }

    private static boolean isFeed(Tag tag) {
        return tag.attributes().stream().anyMatch(span -> span.name().equalsIgnoreCase("xmlUrl"));
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int told = message.indexOf("Message: ");
        String reason = told < 0 ? message : message.substring(told + "Message: ".length());
        Matcher unbound = UNBOUND.matcher(reason.strip());
        return unbound.find()
                ? "nothing says what the prefix “" + unbound.group(1) + ":” stands for"
                : reason.strip().replaceAll("\\.$", "");
    }
}
