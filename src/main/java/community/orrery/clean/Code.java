package community.orrery.clean;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** In which language a block of code is, as each highlighter notes it. */
final class Code {

    private static final Pattern MARKED = Pattern.compile(
            "(?:language|lang|highlight-source|highlight|brush:|src)[-:]?([A-Za-z][A-Za-z0-9+#.-]{0,30});?");

    /** Words beside a bare language name that are none themselves (Pandoc, Rouge, Pelican, dev.to). */
    private static final Set<String> NO_LANGUAGE = Policy.words(
            """
            highlight highlighter-rouge sourcecode sourceCode code codehilite literal-block notranslate numberSource numberLines
            prettyprint linenums chroma wp-block-code wp-block-preformatted hljs syntax none text-only default lineAnchors
            js-code-highlight javascript-example prism-code language-none src example fragment screen wrap nohighlight
            """);

    private static final Set<String> BARE_BESIDE =
            Set.of("sourceCode", "sourcecode", "highlight", "code", "hljs", "src");
    private static final Set<String> PLAIN =
            Policy.words("language-none language-plaintext language-text language-default language-fallback");
    private static final int WRAPPERS = 3;

    /** Between a cell and what is around its table. */
    private static final int TABLE_PARTS = 3;

    private Code() {}

    /**
     * The class for a {@code pre}: from itself, the code in it, or the wrappers around it; empty when nobody says.
     *
     * @param laidOut whether it is in a table that only lays out code
     */
    static String language(Element pre, boolean laidOut) {
        String found = ofElement(pre);
        Element inner = Tree.find(pre, "code");
        if (found.isEmpty() && inner != null) {
            found = ofElement(inner);
        }
        Element around = pre.parent();
        int reach = laidOut ? WRAPPERS + TABLE_PARTS : WRAPPERS;
        for (int i = 0; found.isEmpty() && around != null && i < reach; i++) {
            boolean wrapper = around.normalName().equals("div")
                    || around.normalName().equals("figure")
                    || around.normalName().equals("td");
            found = wrapper || i > 0 ? ofElement(around) : "";
            around = around.parent();
        }
        return found;
    }

    /** The class an element's own marks give; empty when none. */
    static String ofElement(Element element) {
        String data = Tree.attribute(element, "data-lang");
        if (data.isEmpty()) {
            data = Tree.attribute(element, "data-language");
        }
        if (!data.isEmpty()) {
            return named(data);
        }
        List<String> classes = Tree.classes(element);
        if (classes.isEmpty()) {
            return "";
        }
        for (int i = 0; i < classes.size(); i++) {
            String name = classes.get(i);
            if (name.equals("brush:") && i + 1 < classes.size()) {
                return named(classes.get(i + 1).replace(";", ""));
            }
            Matcher marked = MARKED.matcher(name);
            if (marked.matches()
                    && (name.indexOf('-') > 0 || name.indexOf(':') > 0)
                    && !NO_LANGUAGE.contains(name)
                    && !marked.group(1).equals("rouge")) {
                return named(marked.group(1));
            }
        }
        boolean bare = classes.stream().anyMatch(BARE_BESIDE::contains);
        return bare
                ? classes.stream()
                        .filter(name -> !NO_LANGUAGE.contains(name))
                        .findFirst()
                        .map(Code::named)
                        .orElse("")
                : "";
    }

    private static String named(String language) {
        String name = "language-" + language.strip().toLowerCase(Locale.ROOT);
        boolean known = Policy.LANGUAGE_CLASS.matcher(name).matches()
                && !NO_LANGUAGE.contains(language)
                && !PLAIN.contains(name);
        return known ? name : "";
    }
}
