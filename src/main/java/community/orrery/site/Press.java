package community.orrery.site;

import community.orrery.clean.Cleaned;
import community.orrery.feed.Post;
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

    /** Kept characters of cleaned text: a post is printed on its page, in feeds and for searching, one soon after the other. */
    private static final long KEPT_CHARACTERS = 24L << 20;

    private final SitePlan plan;
    private final Function<Post, Cleaned> bodies;
    private final Words words;
    private final Views views;
    private final Map<Long, Cleaned> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long keptCharacters;
    private @Nullable Templates templates;

    /**
     * @param bodies the cleaned text of a post, its ids prefixed with {@link SitePlan#idPrefix}; asked only for posts whose
     *     text a page shows
     */
    public Press(SitePlan plan, Function<Post, Cleaned> bodies) {
        this.plan = plan;
        this.bodies = bodies;
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

    Cleaned body(Post post) {
        Cleaned body = kept.get(post.key());
        if (body == null) {
            body = bodies.apply(post);
            kept.put(post.key(), body);
            keptCharacters += size(body);
            var eldest = kept.entrySet().iterator();
            while (keptCharacters > KEPT_CHARACTERS && kept.size() > 1) {
                keptCharacters -= size(eldest.next().getValue());
                eldest.remove();
            }
        }
        return body;
    }

    private static long size(Cleaned body) {
        return body.html().markup().length() + (long) body.text().length();
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
