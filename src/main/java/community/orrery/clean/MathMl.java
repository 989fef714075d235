package community.orrery.clean;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** TeX to a tree of MathML, which is trusted no more than a stranger's. */
final class MathMl {

    private MathMl() {}

    /** @return the math element; empty when the formula can't be read and stays TeX, which people who write it can read */
    static Optional<Element> of(String formula, boolean display) {
        return TexParser.mathMl(formula, display)
                .map(markup -> Parser.parseBodyFragment(markup, "").body())
                .map(body -> body.firstElementChild());
    }
}
