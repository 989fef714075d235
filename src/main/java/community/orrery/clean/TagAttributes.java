package community.orrery.clean;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Writes what the policy allows of an element's attributes into its tag. */
final class TagAttributes {

    private static final int LONGEST_ID = 200;

    private final OpenElements open;
    private final String base;
    /** Of the {@code pre} just begun, for the {@code code} in it. */
    private static final Set<String> CODE = Set.of("pre", "code", "samp", "kbd");

    private String language = "";

    TagAttributes(OpenElements open, String base) {
        this.open = open;
        this.base = base;
    }

    /** Keeps a class for the next code element. */
    void forNextCode(String languageClass) {
        language = languageClass;
    }

    /** @param classes given by us, before the author's own; empty for none */
    void write(Element element, Policy.Rule rule, String written, String classes) {
        boolean own = element.attributesSize() > 0;
        boolean passed = !language.isEmpty() && written.equals("code");
        if (!own && !passed && classes.isEmpty()) {
            return;
        }
        StringBuilder names = new StringBuilder(classes);
        if (own) {
            own(element, rule, written, names);
        }
        if (passed) {
            append(names, language);
            language = "";
        }
        if (names.length() > 0) {
            open.out.attribute("class", names.toString());
        }
    }

    private void own(Element element, Policy.Rule rule, String written, StringBuilder names) {
        String id = "";
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            String value = attribute.getValue();
            if (name.equals("id") || name.equals("name") && written.equals("a") && id.isEmpty()) {
                id = value;
            } else if (name.equals("class")) {
                classes(value, written, names);
            } else if (name.equals("align") || name.equals("style")) {
                alignment(name, value, written, names);
            } else if (rule.attributes().contains(name) && !isProgramming(name, written)) {
                attribute(name, value);
            }
        }
        id(id);
    }

    /** WordPress's code block notes the programming language here, which no screen reader speaks. */
    private static boolean isProgramming(String attribute, String written) {
        return attribute.equals("lang") && CODE.contains(written);
    }

    /** Only MathML's own, with values that can't be addresses. */
    void writeMaths(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey().toLowerCase(Locale.ROOT);
            boolean words = name.equals("alttext");
            String value = words ? attribute.getValue() : AttributeValue.maths(attribute.getValue());
            if (value != null && Policy.MATHML_ATTRIBUTES.contains(name)) {
                open.out.attribute(name, value);
            }
        }
    }

    /** An element with an id is a place to jump to, even an empty one. */
    private void id(String id) {
        if (!id.isEmpty() && id.length() <= LONGEST_ID && isOneWord(id) && open.out.id(id)) {
            open.top().solid = true;
        }
    }

    private static boolean isOneWord(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private void attribute(String name, String value) {
        switch (name) {
            case "href":
                return; // the link's own code writes it
            case "cite":
                String url = SafeUrl.http(value, base);
                if (url != null) {
                    open.out.attribute(name, Trackers.without(url));
                }
                return;
            default:
                String checked = AttributeValue.check(name, value);
                if (checked != null) {
                    open.out.attribute(name, checked);
                }
        }
    }

    private void classes(String value, String written, StringBuilder names) {
        boolean inPre = open.top().in(Frame.PREFORMATTED);
        List<String> words = Tree.words(value);
        for (int i = 0; i < words.size(); i++) {
            String name = words.get(i);
            boolean kept = Policy.CLASSES.contains(name)
                    || inPre && written.equals("span") && Policy.TOKEN_CLASSES.contains(name)
                    || !inPre
                            && written.equals("code")
                            && Policy.LANGUAGE_CLASS.matcher(name).matches();
            if (kept) {
                append(names, name);
            } else if (name.startsWith("has-text-align-") && Policy.CLASSES.contains(name.substring(9))) {
                append(names, name.substring(9));
            } else if (name.startsWith("align") && Policy.CLASSES.contains("align-" + name.substring(5))) {
                append(names, "align-" + name.substring(5));
            }
        }
    }

    /** Only in tables does alignment say something. */
    private static void alignment(String name, String value, String written, StringBuilder names) {
        if (!written.equals("td") && !written.equals("th")) {
            return;
        }
        String lower = value.toLowerCase(Locale.ROOT).replace(" ", "");
        int property = name.equals("align") ? 0 : lower.indexOf("text-align:");
        if (property < 0) {
            return;
        }
        int at = name.equals("align") ? 0 : property + "text-align:".length();
        for (String side : new String[] {"left", "center", "right"}) {
            if (lower.startsWith(side, at)) {
                append(names, "align-" + side);
            }
        }
    }

    private static void append(StringBuilder names, String name) {
        if (names.length() > 0 && (" " + names + " ").contains(" " + name + " ")) {
            return;
        }
        names.append(names.length() == 0 ? "" : " ").append(name);
    }
}
