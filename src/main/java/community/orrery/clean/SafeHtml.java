package community.orrery.clean;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Markup that may stand in a page. Only this package can make one: see {@link HtmlCleaner}.
 */
public final class SafeHtml {

    /** One of our own tags: in this markup no other {@code <} and no {@code >} stands raw. */
    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>");

    private static final Pattern ID = Pattern.compile(" id=\"[^\"]*\"");
    private static final Pattern IN_PAGE = Pattern.compile(" href=\"#([^\"]*)\"");

    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    /**
     * The same for a feed, where it stands on no page of ours: without ids, links into the post lead to the original.
     *
     * @param origin the one it was cleaned with
     */
    public SafeHtml forFeed(Origin origin) {
        boolean pageOnly = markup.contains(" id=\"") || markup.contains(" href=\"#");
        if (!pageOnly) {
            return this;
        }
        return new SafeHtml(TAG.matcher(markup)
                .replaceAll(
                        tag -> Matcher.quoteReplacement(forFeed(tag.group(), origin.idPrefix(), origin.permalink()))));
    }

    /** The same for a page: code that names its language is coloured where its feed did not do so. */
    public SafeHtml coloured() {
        String painted = Colours.paint(markup);
        return painted.equals(markup) ? this : new SafeHtml(painted);
    }

    private static String forFeed(String tag, String prefix, @Nullable URI permalink) {
        String bare = ID.matcher(tag).replaceFirst("");
        Matcher link = IN_PAGE.matcher(bare);
        if (!link.find()) {
            return bare;
        }
        String fragment = link.group(1);
        String original = fragment.startsWith(prefix) ? fragment.substring(prefix.length()) : fragment;
        Markup address = new Markup(80);
        String page = permalink == null ? null : SafeUrl.http(permalink.toString(), "");
        if (page != null) {
            int hash = page.indexOf('#');
            address.attribute("href", hash < 0 ? page : page.substring(0, hash));
        }
        String href = address.finish();
        return link.replaceFirst(Matcher.quoteReplacement(
                href.isEmpty() ? "" : href.substring(0, href.length() - 1) + "#" + original + "\""));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SafeHtml that && markup.equals(that.markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    @Override
    public String toString() {
        return markup;
    }
}
