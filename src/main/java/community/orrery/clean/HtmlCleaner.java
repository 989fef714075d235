package community.orrery.clean;

import community.orrery.feed.UntrustedHtml;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/** Turns what a feed holds into what a page may show. */
public final class HtmlCleaner {

    /** Grows whenever the policy changes, so that pages and excerpts made under an older one are made again. */
    public static final int POLICY_VERSION = 1;

    private HtmlCleaner() {}

    public static Cleaned clean(UntrustedHtml html, Origin origin) {
        SafeHtml safe = new SafeHtml(Jsoup.clean(html.markup(), html.base().toString(), Safelist.relaxed()));
        String text = Jsoup.parseBodyFragment(safe.markup()).text();
        return new Cleaned(
                safe, text, text.length() > 300 ? text.substring(0, 300) + "…" : text, text.split("\\s+").length);
    }
}
