package community.orrery.opml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list that begins: a head with what is known of the planet, and a body still empty.
 *
 * @param text the whole list
 * @param refused settings that a list cannot have, each with the reason and the remedy
 */
public record NewList(String text, Map<Stated, String> refused) {

    public NewList {
        refused = Map.copyOf(refused);
    }

    /**
     * @param settings by their names in a head: {@code title}, {@code planet:link}…; of two with one name the first counts
     */
    public static NewList of(List<Stated> settings) {
        Map<String, Stated> kept = new LinkedHashMap<>();
        Map<Stated, String> refused = new LinkedHashMap<>();
        for (Stated setting : settings) {
            List<Mistake> mistakes = mistakes(setting);
            if (!mistakes.isEmpty()) {
                refused.put(
                        setting, mistakes.get(0).what() + " " + mistakes.get(0).remedy());
            } else if (kept.putIfAbsent(setting.name(), setting) != null) {
                refused.put(setting, setting.name() + " is stated twice; the first counts.");
            }
        }
        return new NewList(text(kept.values().stream().map(NewList::markup).toList(), true), refused);
    }

    /** What a reader of our lists would say of the setting alone. */
    private static List<Mistake> mistakes(Stated setting) {
        Mistakes mistakes = new Mistakes("");
        Element root = XmlTree.read(text(List.of(markup(setting)), false), mistakes);
        if (root != null) {
            Head head = Head.read(OpmlReader.child(root, "head"), mistakes);
            head.settings();
            head.link();
            head.language();
        }
        return mistakes.byLine();
    }

    private static String markup(Stated setting) {
        return "<" + setting.name() + ">" + Markup.escaped(setting.value(), '<') + "</" + setting.name() + ">";
    }

    private static String text(List<String> head, boolean body) {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add("<opml version=\"2.0\" xmlns:planet=\"" + Element.PLANET + "\">");
        lines.add("  <head>");
        head.forEach(element -> lines.add("    " + element));
        lines.add("  </head>");
        if (body) {
            lines.add("  <body>");
            lines.add("  </body>");
        }
        lines.add("</opml>");
        return String.join("\n", lines) + "\n";
    }
}
