package community.orrery.site;

import community.orrery.clean.SafeHtml;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns planned files into bytes. Templates are set up with the first page, so that a run without news costs nothing. Not for
 * several threads at once.
 */
public final class Press {

    /** Kept characters of cleaned markup: a post is printed on its page and in the feeds of its blog, group and tags. */
    private static final long KEPT_CHARACTERS = 32L << 20;

    private final SitePlan plan;
    private final Function<Post, KeptHtml> bodies;
    private final Function<Post, String> texts;
    private final Words words;
    private final Views views;
    private final Map<Long, Body> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptCharacters;
    private @Nullable Templates templates;

    /**
     * @param bodies the cleaned text of a post; asked only for posts whose text a page shows
     * @param texts the same text without markup, for searching
     */
    public Press(SitePlan plan, Function<Post, KeptHtml> bodies, Function<Post, String> texts) {
        this.plan = plan;
        this.bodies = bodies;
        this.texts = texts;
        this.words = plan.words();
        this.views = new Views(plan.catalogue(), words);
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

    /**
     * What is shown of a cleaned text.
     *
     * @param html for its page
     * @param feed for the feeds that carry it
     */
    record Body(SafeHtml html, SafeHtml feed, @Nullable URI leadImage) {
        private long size() {
            return html.markup().length()
                    + (feed.markup().equals(html.markup()) ? 0L : feed.markup().length());
        }
    }

    Body body(Post post) {
        Body body = kept.get(post.key());
        if (body == null) {
            body = read(post);
            kept.put(post.key(), body);
            keptCharacters += body.size();
            var eldest = kept.entrySet().iterator();
            while (keptCharacters > KEPT_CHARACTERS && kept.size() > 1) {
                keptCharacters -= eldest.next().getValue().size();
                eldest.remove();
            }
        }
        return body;
    }

    private Body read(Post post) {
        KeptHtml html = bodies.apply(post);
        return new Body(
                SafeHtml.onPage(html, "p" + post.key() + "-"),
                SafeHtml.inFeed(html, Originals.of(post).orElse(null)),
                html.leadImage());
    }

    /** The post's words without markup. */
    String text(Post post) {
        return texts.apply(post);
    }

    /** A page from its template. */
    byte[] page(String template, String path, String section, View.Head head, Map<String, ?> model) {
        if (templates == null) {
            templates = new Templates(plan.resources(), words, plan.frame().early());
        }
        Map<String, Object> context = new HashMap<>(model);
        context.put("site", plan.frame().site(words, section, path));
        context.putIfAbsent(
                "root", "../".repeat((int) path.chars().filter(c -> c == '/').count()));
        context.put("path", path);
        context.put("section", section);
        context.put("head", head);
        return templates.print(template, context).getBytes(StandardCharsets.UTF_8);
    }

    /** The absolute address of a path; null while the planet has no address. */
    @Nullable
    String absolute(String path) {
        return plan.absolute(path);
    }
}
