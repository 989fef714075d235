package community.orrery.clean;

import community.orrery.feed.UntrustedHtml;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Turns what a feed holds into what a page may show. */
public final class HtmlCleaner {

    /**
     * Grows whenever the policy changes, or what {@code parse} takes from an entry, or what Java alone puts on pages and into feeds:
     * posts are then cleaned, feeds read and pages made once more.
     */
    public static final int POLICY_VERSION = 9;

    private HtmlCleaner() {}

    /**
     * Builds new markup from the parts that the policy allows. Any input is fine: what can't be shown is left out.
     *
     * @param html longer than four million characters: the rest is left out
     */
    public static Cleaned clean(UntrustedHtml html, Origin origin) {
        String markup = html.markup();
        if (markup.length() > Policy.INPUT_CHARACTERS) {
            return clean(new UntrustedHtml(markup.substring(0, Policy.INPUT_CHARACTERS), html.base()), origin);
        }
        Document document = Parser.parseBodyFragment(markup, "");
        return new Cleaning(html, origin, document.body()).run();
    }
}
