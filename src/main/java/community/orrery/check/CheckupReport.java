package community.orrery.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import community.orrery.check.Finding.Weight;
import java.util.List;

/** What was found, for a terminal, a comment on a pull request, or a program. Ends with a line's end. */
public final class CheckupReport {

    /** GitHub takes 65,536 characters in a comment. */
    private static final int MOST_MARKDOWN = 60_000;

    /** Shows nothing, and keeps GitHub from reading a name or a number into what it stands behind. */
    private static final String NOTHING = "&#8203;";

    private CheckupReport() {}

    public static String text(List<Checkup> checkups) {
        StringBuilder out = new StringBuilder();
        for (Checkup checkup : checkups) {
            out.append(checkup.name()).append("  ").append(checkup.address()).append('\n');
            out.append("  ").append(verdict(checkup)).append('\n');
            for (Finding finding : checkup.findings()) {
                out.append("  ").append(mark(finding.weight())).append(' ').append(finding.what());
                out.append("\n    ").append(finding.remedy()).append('\n');
            }
        }
        return clean(out.toString());
    }

    public static String markdown(List<Checkup> checkups) {
        StringBuilder out = new StringBuilder("## The feeds in this change\n");
        if (checkups.isEmpty()) {
            out.append("\nIt adds no feed.\n");
        }
        int left = checkups.size();
        for (Checkup checkup : checkups) {
            String section = section(checkup);
            if (out.length() + section.length() > MOST_MARKDOWN) {
                out.append("\nA comment has no room for the rest, feeds: ").append(left);
                out.append(". `orrery check --feeds feeds.opml --base OLDFILE` tells of all.\n");
                break;
            }
            out.append(section);
            left--;
        }
        return clean(out.toString());
    }

    private static String section(Checkup checkup) {
        StringBuilder out = new StringBuilder("\n### ");
        out.append(escaped(checkup.name())).append("\n\n");
        out.append(escaped(checkup.address())).append("\n\n");
        out.append(escaped(verdict(checkup))).append('\n');
        if (!checkup.findings().isEmpty()) {
            out.append("\n| | found | what to do |\n|---|---|---|\n");
        }
        for (Finding finding : checkup.findings()) {
            out.append("| ").append(word(finding.weight())).append(" | ").append(escaped(finding.what()));
            out.append(" | ").append(escaped(finding.remedy())).append(" |\n");
        }
        return out.toString();
    }

    public static String json(List<Checkup> checkups) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("fit", checkups.stream().allMatch(Checkup::fit));
        ArrayNode feeds = root.putArray("feeds");
        for (Checkup checkup : checkups) {
            ObjectNode feed = feeds.addObject();
            feed.put("name", checkup.name()).put("address", checkup.address());
            feed.put(
                    "answered",
                    checkup.answered() == null ? null : checkup.answered().toString());
            feed.put("platform", checkup.platform()).put("fit", checkup.fit());
            feed.put(
                    "entries",
                    checkup.feed() == null ? 0 : checkup.feed().entries().size());
            ArrayNode findings = feed.putArray("findings");
            checkup.findings().forEach(finding -> findings.addObject()
                    .put("weight", word(finding.weight()))
                    .put("what", finding.what())
                    .put("remedy", finding.remedy()));
        }
        try {
            return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root) + "\n";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String verdict(Checkup checkup) {
        String how = checkup.platform() == null ? "" : ", published by " + checkup.platform();
        int entries = checkup.feed() == null ? 0 : checkup.feed().entries().size();
        if (!checkup.fit()) {
            return "Not fit yet.";
        }
        return checkup.feed() == null
                ? "Could not be judged now."
                : "Fit: " + entries + (entries == 1 ? " entry" : " entries") + how + ".";
    }

    private static String mark(Weight weight) {
        return switch (weight) {
            case MEND -> "x";
            case WARNING -> "!";
            case NOTE -> "-";
        };
    }

    private static String word(Weight weight) {
        return switch (weight) {
            case MEND -> "must mend";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /**
     * A stranger's title must not become markup, end a table's cell, call anybody or refer to an issue. For the last two GitHub
     * looks at the text that a reader sees, so that escaping the sign is not enough.
     */
    private static String escaped(String text) {
        return text.replaceAll("[\\s\u2028\u2029\u0085]+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|#!~$])", "\\\\$1")
                .replaceAll("([@#])", "$1" + NOTHING);
    }

    /** Nor may it steer the terminal, or turn the reading direction of what follows. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\u202a-\u202e\u2066-\u2069&&[^\\n]]", "?");
    }
}
