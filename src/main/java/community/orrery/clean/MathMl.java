package community.orrery.clean;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;
import uk.ac.ed.ph.snuggletex.XMLStringOutputOptions;

/** TeX to MathML. What the typesetter does not know stays TeX, which people who write it can read. */
final class MathMl {

    /** A stranger may not define commands: they could grow without bound. */
    private static final Pattern REFUSED = Pattern.compile(
            "\\\\(?:re)?new(?:command|environment)|\\\\providecommand|\\\\def\\b|\\\\let\\b|\\\\input|\\\\include|\\\\href|\\\\class|\\\\style|\\\\cssId|\\\\require");

    private static final int DEEPEST = 30;

    /** Costs a moment to make, so made when the first formula comes. */
    private static final class Typesetter {
        static final SnuggleEngine ENGINE = new SnuggleEngine();
    }

    private MathMl() {}

    /** @return the math element, not to be trusted more than a stranger's; null when the formula can't be read */
    static @Nullable Element of(String formula, boolean display) {
        if (REFUSED.matcher(formula).find() || depth(formula) > DEEPEST) {
            return null;
        }
        SnuggleSession session = Typesetter.ENGINE.createSession();
        boolean environment = formula.startsWith("\\begin{");
        String source = environment ? formula : display ? "\\[" + formula + "\\]" : "$" + formula + "$";
        try {
            if (!session.parseInput(new SnuggleInput(source))
                    || !session.getErrors().isEmpty()) {
                return null;
            }
        } catch (IOException e) {
            throw new IllegalStateException("reading a string failed", e);
        }
        String xml = session.buildXMLString(new XMLStringOutputOptions());
        if (xml == null || !session.getErrors().isEmpty()) {
            return null;
        }
        Element math = Jsoup.parseBodyFragment(xml).body().selectFirst("math");
        if (math == null || math.parent() != null && math.siblingElements().size() > 0) {
            return null;
        }
        math.attr("alttext", formula);
        if (display) {
            math.attr("display", "block");
        } else {
            math.removeAttr("display");
        }
        return math;
    }

    private static int depth(String formula) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
