package community.orrery.site;

import community.orrery.likeness.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Our templates, messages and assets, with a theme's in their stead where it has them. */
final class SiteResources {

    /** A class path cannot be listed, so its files are named here; a test compares this with the folder. */
    static final List<String> OURS = List.of(
            "assets/early.js",
            "assets/favicon.svg",
            "assets/feed.css",
            "assets/minisearch.js",
            "assets/script.js",
            "assets/search.js",
            "assets/social.png",
            "assets/status.js",
            "assets/style.css",
            "messages/de.properties",
            "messages/en.properties",
            "messages/es.properties",
            "messages/fr.properties",
            "templates/404.html",
            "templates/about.html",
            "templates/absences.html",
            "templates/archive.html",
            "templates/avatar.html",
            "templates/base.html",
            "templates/before-after.html",
            "templates/card.html",
            "templates/follow.html",
            "templates/group-members.html",
            "templates/group.html",
            "templates/index.html",
            "templates/mark.html",
            "templates/member.html",
            "templates/members.html",
            "templates/month.html",
            "templates/moved.html",
            "templates/orrery.html",
            "templates/pager.html",
            "templates/post.html",
            "templates/search.html",
            "templates/social.html",
            "templates/status-blog.html",
            "templates/status.html",
            "templates/switch.html",
            "templates/tag-list.html",
            "templates/tag.html",
            "templates/tags.html",
            "templates/withdrawn.html");

    private final Theme theme;
    private @Nullable String digest;

    SiteResources(Theme theme) {
        this.theme = theme;
    }

    byte[] bytes(String name) {
        return theme.file(name).orElseGet(() -> ours(name));
    }

    /** A theme's own file; empty when it has none of that name. */
    Optional<byte[]> theme(String name) {
        return theme.file(name);
    }

    String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return OURS.contains(name) || theme.file(name).isPresent();
    }

    /** Of every file that may shape a page. Pages carry its beginning behind {@code ?v=}, so that browsers ask anew for what changed. */
    String digest() {
        if (digest == null) {
            List<Object> parts = new ArrayList<>();
            for (String name : names("")) {
                parts.add(name);
                parts.add(bytes(name));
            }
            digest = Digest.checksums(parts.toArray());
        }
        return digest;
    }

    /** Names of the files to publish as they are. */
    SortedSet<String> assets() {
        return names("assets/");
    }

    private SortedSet<String> names(String prefix) {
        SortedSet<String> names = new TreeSet<>(OURS);
        names.addAll(theme.files().keySet());
        names.removeIf(name -> !name.startsWith(prefix));
        return names;
    }

    static byte[] ours(String name) {
        try (InputStream in = SiteResources.class.getResourceAsStream("/site/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no such template, message or asset: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
