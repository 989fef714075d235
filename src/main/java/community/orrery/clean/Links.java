package community.orrery.clean;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a post's links lead: elsewhere, into the post itself, or nowhere. */
final class Links {

    private final String base;
    private final @Nullable String permalink;
    private final @Nullable String permalinkKey;
    private final @Nullable String feedKey;

    Links(URI base, Origin origin) {
        this.base = base.toString();
        this.permalink = origin.permalink() == null
                ? null
                : SafeUrl.http(origin.permalink().toString(), this.base);
        this.permalinkKey = permalink == null ? null : key(permalink);
        this.feedKey = origin.feed() == null ? null : key(origin.feed().toString());
    }

    /** Absolute, without what watches readers; null when it is no link to follow. */
    @Nullable
    String elsewhere(String raw) {
        if (SafeUrl.isFinished(raw)) {
            return Trackers.without(raw);
        }
        String trimmed = SafeUrl.trim(raw);
        // "#" is the top of the page, "" the page: no author means these of our page.
        String url = trimmed.isEmpty() || trimmed.equals("#") ? null : SafeUrl.link(trimmed, base);
        return url == null ? null : Trackers.without(url);
    }

    /**
     * The fragment of a link into the post: {@code #x}, the permalink's, or the feed's own address, which some generators
     * take for the page's.
     *
     * @return as written, not empty; null when the link leads elsewhere
     */
    @Nullable
    String fragment(String raw) {
        if (raw.indexOf('#') < 0) {
            return null;
        }
        String trimmed = SafeUrl.trim(raw);
        int hash = trimmed.indexOf('#');
        if (hash < 0 || hash == trimmed.length() - 1) {
            return null;
        }
        String fragment = trimmed.substring(hash + 1);
        if (hash == 0) {
            return fragment;
        }
        String page = SafeUrl.http(trimmed.substring(0, hash), base);
        return page != null && isPostOrFeed(page) ? fragment : null;
    }

    /** The place in the original that a fragment names; null when the original has no address. */
    @Nullable
    String inOriginal(String fragment) {
        return permalink == null ? null : withoutFragment(permalink) + "#" + SafeUrl.encode(fragment);
    }

    /**
     * Whether an address is the post's own, whatever its fragment.
     *
     * @param url as it came out of {@link #elsewhere}
     */
    boolean isPost(@Nullable String url) {
        if (url == null || permalinkKey == null) {
            return false;
        }
        // Without trackers and in lower case already, it begins with its key.
        return url.startsWith(permalinkKey, afterScheme(url)) && key(url).equals(permalinkKey);
    }

    private boolean isPostOrFeed(String page) {
        String key = key(page);
        return key.equals(permalinkKey) || key.equals(feedKey);
    }

    /** The id that a fragment names: browsers try it decoded. */
    static String target(String fragment) {
        if (fragment.indexOf('%') < 0) {
            return fragment;
        }
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment;
        }
    }

    /** Equal for addresses that differ in scheme, tracking, fragment or a last slash only. */
    private static String key(String url) {
        String plain = withoutFragment(Trackers.without(url));
        plain = plain.substring(afterScheme(plain));
        int path = plain.indexOf('/');
        String host = (path < 0 ? plain : plain.substring(0, path)).toLowerCase(Locale.ROOT);
        String rest = path < 0 ? "" : plain.substring(path);
        return host + (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
    }

    private static int afterScheme(String url) {
        int end = url.indexOf("://");
        return end < 0 ? 0 : end + 3;
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
