package community.orrery.clean;

import community.orrery.feed.KeptHtml;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Markup that may stand in a page or in a feed. Only this package makes one, from a {@link KeptHtml}, which is trusted: only the
 * cleaner and the archive make those.
 */
public final class SafeHtml {

    private static final String ID = " id=\"";
    private static final String IN_PAGE = " href=\"#";

    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    /**
     * For a page of ours.
     *
     * @param idPrefix put before every id as it is, so that several posts can stand on one page; letters, digits and hyphens
     */
    public static SafeHtml onPage(KeptHtml html, String idPrefix) {
        return new SafeHtml(
                rewritten(html.markup(), id -> ID + idPrefix + id + '"', place -> IN_PAGE + idPrefix + place + '"'));
    }

    /**
     * For a feed, where it stands on no page of ours: without ids, links into the post lead to the original.
     *
     * @param permalink the original's address; without one such links lead nowhere
     */
    public static SafeHtml inFeed(KeptHtml html, @Nullable URI permalink) {
        String original = original(permalink);
        return new SafeHtml(
                rewritten(html.markup(), id -> "", place -> original.isEmpty() ? "" : original + place + '"'));
    }

    /** With colours in code that names its language, where its feed brought none. */
    public SafeHtml coloured() {
        String painted = Colours.paint(markup);
        return painted.equals(markup) ? this : new SafeHtml(painted);
    }

    /** The beginning of a link into the original, open for its fragment; empty when the original has no address. */
    private static String original(@Nullable URI permalink) {
        String page = permalink == null ? null : SafeUrl.http(permalink.toString(), "");
        if (page == null) {
            return "";
        }
        int hash = page.indexOf('#');
        Markup address = new Markup(80);
        address.attribute("href", hash < 0 ? page : page.substring(0, hash));
        String href = address.finish();
        return href.substring(0, href.length() - 1) + "#";
    }

    /**
     * With other attributes in the place of ids and of links into the post. In this markup no other {@code <} and {@code >} stand
     * raw than a tag's, and no other quotes in a tag than those around its attributes.
     *
     * @param id what to write for an id
     * @param link what to write for a link into the post, from its fragment
     */
    private static String rewritten(String markup, UnaryOperator<String> id, UnaryOperator<String> link) {
        StringBuilder out = null; // until there is something to change: most posts have neither
        int written = 0;
        int at = markup.indexOf('<');
        while (at >= 0) {
            char c = markup.charAt(at);
            boolean isId = c == ' ' && markup.startsWith(ID, at);
            if (isId || c == ' ' && markup.startsWith(IN_PAGE, at)) {
                int value = at + (isId ? ID : IN_PAGE).length();
                int end = end(markup, value);
                out = out == null ? new StringBuilder(markup.length() + markup.length() / 8) : out;
                out.append(markup, written, at).append((isId ? id : link).apply(markup.substring(value, end)));
                written = end + 1;
                at = written;
            } else if (c == '"') {
                at = end(markup, at + 1) + 1; // past a value
            } else {
                at = c == '>' ? markup.indexOf('<', at) : at + 1;
            }
        }
        return out == null
                ? markup
                : out.append(markup, written, markup.length()).toString();
    }

    private static int end(String markup, int value) {
        int end = markup.indexOf('"', value);
        if (end < 0) {
            throw new IllegalArgumentException("no markup of the cleaner's: a value without an end");
        }
        return end;
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
