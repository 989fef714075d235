package community.orrery.site;

import community.orrery.clean.SafeHtml;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns planned files into bytes. Templates are set up with the first page, so that a run without news costs nothing. For
 * several threads at once.
 */
public final class Press {

    /** Kept characters of cleaned markup: few, since a post's page is printed soon after the feeds of its blog. */
    private static final long KEPT_FOR_PAGES = 2L << 20;

    /**
     * Kept characters of excerpts: those of some forty thousand posts, since lists sort them in many ways, and a first run prints
     * them all.
     */
    private static final long KEPT_FOR_LISTS = 16L << 20;

    /** What one takes besides its characters, in characters. */
    private static final int ENTRY = 100;

    /** Kept bytes of what feeds carry: those of a blog, its group and its tags are printed far apart. */
    private static final long KEPT_FOR_FEEDS = 32L << 20;

    private final SitePlan plan;
    private final PostTexts texts;
    private final Words words;
    private final Views views;
    private final Recent<KeptHtml> forPages =
            new Recent<>(KEPT_FOR_PAGES, body -> body.markup().length());
    private final Recent<String> excerpts = new Recent<>(KEPT_FOR_LISTS, excerpt -> ENTRY + excerpt.length());
    private final Recent<Xml.Text> forFeeds = new Recent<>(KEPT_FOR_FEEDS, Xml.Text::size);
    private @Nullable Templates templates;

    public Press(SitePlan plan, PostTexts texts) {
        this.plan = plan;
        this.texts = texts;
        this.words = plan.words();
        this.views = new Views(plan.catalogue(), words, this::excerpt);
    }

    /** @throws ThemeException when a template is not sound */
    public byte[] print(PlannedFile file) {
        return file.print(this);
    }

    Words words() {
        return words;
    }

    Views views() {
        return views;
    }

    SitePlan plan() {
        return plan;
    }

    /** A post's cleaned text, kept for a while. */
    private KeptHtml body(Post post) {
        return forPages.get(post.key(), () -> texts.html(post));
    }

    /** The first picture in it that is more than an icon; null when there is none. */
    @Nullable
    URI leadImage(Post post) {
        return body(post).leadImage();
    }

    /** Its cleaned text as its page has it. */
    SafeHtml html(Post post) {
        return SafeHtml.onPage(body(post), idPrefix(post));
    }

    private static String idPrefix(Post post) {
        return "p" + post.key() + "-";
    }

    /** The same as feeds carry it. */
    SafeHtml feedHtml(Post post) {
        return SafeHtml.inFeed(body(post), Originals.of(post).orElse(null));
    }

    /** The same as an element of XML holds it. */
    Xml.Text feedText(Post post) {
        return forFeeds.get(post.key(), () -> Xml.Text.of(feedHtml(post).markup()));
    }

    /** What lists show of the post's text. */
    String excerpt(Post post) {
        return excerpts.get(post.key(), () -> texts.excerpt(post));
    }

    /** The post's text without markup. */
    String plainText(Post post) {
        return texts.plainText(post);
    }

    /** A page from its template. */
    byte[] page(String template, String path, String section, View.Head head, Map<String, ?> model) {
        Map<String, Object> context = new HashMap<>(model);
        context.put("site", plan.frame().site(words, section, path));
        context.putIfAbsent(
                "root", "../".repeat((int) path.chars().filter(c -> c == '/').count()));
        context.put("path", path);
        context.put("section", section);
        context.put("head", head);
        return templates().print(template, context);
    }

    private synchronized Templates templates() {
        if (templates == null) {
            templates = new Templates(plan.resources(), words, plan.frame().early());
        }
        return templates;
    }

    /** The absolute address of a path; null while the planet has no address. */
    @Nullable
    String absolute(String path) {
        return plan.absolute(path);
    }
}
