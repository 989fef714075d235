package community.orrery.site;

import community.orrery.clean.SafeHtml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What templates are given. Every path is below the site's root: a template writes {@code {{ root }}{{ post.path }}}. Strings
 * are plain text, printed escaped; only a {@link SafeHtml} is printed as markup.
 */
final class View {

    private View() {}

    /** A moment. @param iso for machines, with offset. @param text for people, in the planet's language and zone */
    record When(String iso, String text) {}

    /** A link below the site's root. @param current it is the page we are on */
    record Link(String path, String text, boolean current) {}

    /** A member's mark. @param hue 0 to 23, a class of the style sheet. @param image null: show the initials */
    record Avatar(int hue, String initials, @Nullable String image) {}

    /** A member wherever it is named. @param home the blog itself */
    record Blog(String id, String name, String path, @Nullable String home, Avatar avatar) {}

    /** @param path null when the tag has no page */
    record Label(String name, @Nullable String path) {}

    /** An author. @param uri the author's own page */
    record Author(String name, @Nullable String uri) {}

    /**
     * A post in a list.
     *
     * @param title of the post
     * @param language set where it differs from that of the page's own words
     * @param authors without one who is called as the blog is
     * @param original where the writing's home is; null when its feed does not say
     * @param groups the blog's
     */
    record Card(
            String path,
            String title,
            @Nullable String language,
            String direction,
            String excerpt,
            When published,
            @Nullable When updated,
            String readingTime,
            Blog blog,
            List<Author> authors,
            @Nullable String original,
            @Nullable String license,
            List<Link> groups,
            List<Label> tags) {}

    /** An attached file. @param kind audio, video, image or file. @param name its file name. @param size in words */
    record Attachment(String kind, String url, @Nullable String type, String name, @Nullable String size) {}

    /** The same writing elsewhere. */
    record Elsewhere(Blog blog, @Nullable String url) {}

    /** A neighbouring post. */
    record Neighbour(String path, String title, String blog) {}

    /** A feed the page names in its head. */
    record FeedLink(String path, String type, String title) {}

    /** The page's own head. @param robots null: as search engines please. @param ld JSON-LD */
    record Head(
            String title,
            String description,
            @Nullable String canonical,
            @Nullable String robots,
            List<FeedLink> feeds,
            @Nullable Social social,
            @Nullable DataBlock ld) {}

    /**
     * How the page looks when shared.
     *
     * @param image absolute; null when none can be named
     * @param blog that a post is from; null for a page of our own
     */
    record Social(
            String type,
            @Nullable String url,
            @Nullable String image,
            List<String> authors,
            @Nullable Blog blog,
            @Nullable String published,
            @Nullable String modified) {}

    /** JSON that may stand in a script element of a type browsers do not run; see {@link Json#block}. */
    record DataBlock(String json) {}
}
