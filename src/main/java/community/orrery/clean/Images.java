package community.orrery.clean;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/** Which picture an author meant: lazy-loading scripts hide it, trackers pretend to be one. */
final class Images {

    /** Where lazy loaders keep the address, the commonest first. */
    private static final List<String> LAZY = List.of(
            "data-src",
            "data-lazy-src",
            "data-original",
            "data-orig-src",
            "data-lazy",
            "data-echo",
            "data-url",
            "data-image",
            "data-cfsrc",
            "data-hi-res-src",
            "data-ezsrc",
            "data-pagespeed-lazy-src",
            "data-actualsrc",
            "nitro-lazy-src");

    private static final List<String> LAZY_SETS =
            List.of("data-srcset", "data-lazy-srcset", "data-ezsrcset", "nitro-lazy-srcset");

    /** What stands in the place of a picture until a script comes. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)(?:blank|spacer|placeholder|transparent|pixel|1x1|trans|lazy|loading|clear|grey|gray)"
                    + "(?:[-_.][a-z0-9x_-]*)?\\.(?:gif|png|svg|webp)");

    /** A GIF whose header says one by one pixel. */
    private static final Pattern ONE_PIXEL = Pattern.compile("(?i)data:image/gif;base64,R0lGODlhAQABA.*");

    private static final Set<String> ONE_OR_NONE = Set.of("0", "1", "0px", "1px");

    private static final Pattern CANDIDATE = Pattern.compile("\\s*+,*+\\s*+(\\S*[^\\s,])(?:\\s+([^,]*))?,?");
    private static final Pattern DESCRIPTOR = Pattern.compile("[0-9]{1,5}w|[0-9]{1,2}(?:\\.[0-9]{1,3})?x|");
    private static final Pattern SIZES = Pattern.compile("[A-Za-z0-9 ().,:%*/+-]{1,300}");

    /** Hosts that are known to serve over TLS what they serve without: their images need not be mixed content. */
    private static final Pattern SECURE_HOSTS = Pattern.compile("(?:.+\\.)?(?:wordpress\\.com|wp\\.com|blogspot\\.com"
            + "|googleusercontent\\.com|ggpht\\.com|github\\.io|githubusercontent\\.com|github\\.com|gitlab\\.io|imgur\\.com"
            + "|staticflickr\\.com|flickr\\.com|wikimedia\\.org|ytimg\\.com|amazonaws\\.com|cloudfront\\.net|medium\\.com|dev\\.to"
            + "|substackcdn\\.com|cloudinary\\.com|gravatar\\.com|netlify\\.app|readthedocs\\.io)");

    /** An image as it may be shown. */
    record Image(String src, String srcset) {}

    private final String base;
    private final @Nullable String secureHost;

    Images(URI base, @Nullable URI permalink) {
        this.base = base.toString();
        this.secureHost = permalink != null && "https".equals(permalink.getScheme()) ? permalink.getHost() : null;
    }

    /** The picture to show; null when there is none, or it counts readers, or its software put it there. */
    @Nullable
    Image choose(Element img) {
        if (isTiny(img) || Clutter.is(img)) {
            return null;
        }
        String srcset = srcset(img);
        String src = address(Tree.attribute(img, "src"));
        if (src == null || isPlaceholder(src)) {
            String lazy = lazy(img);
            src = lazy != null ? lazy : srcset.isEmpty() ? twin(img, src) : largest(srcset);
        }
        return src == null || Trackers.isPixel(src) ? null : new Image(src, srcset);
    }

    /** Of an img or a picture's source; empty when nothing in it may be shown. */
    String srcset(Element element) {
        String set = candidates(Tree.attribute(element, "srcset"));
        for (int i = 0; set.isEmpty() && i < LAZY_SETS.size(); i++) {
            set = candidates(Tree.attribute(element, LAZY_SETS.get(i)));
        }
        return set;
    }

    static @Nullable String sizes(String value) {
        return SIZES.matcher(value).matches() ? value : null;
    }

    /** An address of a picture, sound or film; a data URL of a small raster image; else null. */
    @Nullable
    String address(String raw) {
        if (raw.isBlank()) {
            return null;
        }
        String trimmed = SafeUrl.trim(raw);
        if (SafeUrl.scheme(trimmed).equals("data")) {
            boolean small = trimmed.length() <= Policy.DATA_IMAGE_CHARACTERS;
            return small && Policy.DATA_IMAGE.matcher(trimmed).matches() ? trimmed : null;
        }
        String url = SafeUrl.http(trimmed, base);
        return url == null ? null : secured(url);
    }

    private String secured(String url) {
        if (!url.startsWith("http://")) {
            return url;
        }
        int end = url.indexOf('/', 7);
        String host = end < 0 ? url.substring(7) : url.substring(7, end);
        return host.equals(secureHost) || SECURE_HOSTS.matcher(host).matches() ? "https" + url.substring(4) : url;
    }

    private @Nullable String lazy(Element img) {
        for (String name : LAZY) {
            String url = address(Tree.attribute(img, name));
            if (url != null && !isPlaceholder(url)) {
                return url;
            }
        }
        return null;
    }

    /** The picture that a noscript beside it holds for readers without scripts; else the one we have, unless it is nothing. */
    private @Nullable String twin(Element img, @Nullable String src) {
        if (Tree.beside(img, true) instanceof Element next && next.normalName().equals("noscript")) {
            return null; // the noscript's own turn comes
        }
        return src == null || ONE_PIXEL.matcher(src).matches() ? null : src;
    }

    /** The picture in a noscript, unless the one before it is the same, repaired. */
    @Nullable
    Element fromNoscript(Element noscript) {
        Element inner = Tree.find(noscript, "img");
        Node before = Tree.beside(noscript, false);
        if (inner == null || before instanceof Element twin && showsSomething(twin)) {
            return null;
        }
        return inner;
    }

    private boolean showsSomething(Element element) {
        Element img = element.normalName().equals("img") ? element : Tree.find(element, "img");
        return img != null && choose(img) != null;
    }

    /** What stands in the place of a picture: one pixel, or a file that is called so. */
    static boolean isPlaceholder(String url) {
        boolean data = url.regionMatches(true, 0, "data:", 0, 5);
        return data ? ONE_PIXEL.matcher(url).matches() : isPlaceholderFile(url);
    }

    /** Looks at each last part of a path, the one before the query and any within it: up to its first mark, once. */
    private static boolean isPlaceholderFile(String url) {
        int length = url.length();
        int from = 0;
        boolean seen = false;
        for (int i = 0; i <= length; i++) {
            char c = i == length ? '#' : url.charAt(i);
            if (c == '/') {
                from = i + 1;
                seen = false;
            } else if (!seen && (c == '?' || c == '#')) {
                seen = true;
                if (PLACEHOLDER.matcher(url).region(from, i).matches()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** One pixel by one: nothing to see. */
    private static boolean isTiny(Element img) {
        String given = Tree.attribute(img, "style");
        String style =
                given.isEmpty() ? "" : ";" + given.toLowerCase(Locale.ROOT).replace(" ", "");
        return isOne(Tree.attribute(img, "width"), style, "width")
                && isOne(Tree.attribute(img, "height"), style, "height");
    }

    private static boolean isOne(String value, String style, String side) {
        return !value.isEmpty() && ONE_OR_NONE.contains(value.strip())
                || !style.isEmpty() && (style.contains(";" + side + ":1px") || style.contains(";" + side + ":0"));
    }

    private String candidates(String raw) {
        if (raw.isBlank() || raw.length() > 20_000) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        Matcher matcher = CANDIDATE.matcher(raw);
        int from = 0;
        while (from < raw.length() && matcher.region(from, raw.length()).lookingAt()) {
            from = matcher.end();
            String descriptor = matcher.group(2) == null ? "" : matcher.group(2).strip();
            String url = address(matcher.group(1));
            if (url != null
                    && !url.startsWith("data:")
                    && !Trackers.isPixel(url)
                    && DESCRIPTOR.matcher(descriptor).matches()) {
                kept.add(descriptor.isEmpty() ? url : url + " " + descriptor);
            }
        }
        return String.join(", ", kept);
    }

    /** The candidate with most pixels. */
    private static String largest(String srcset) {
        String best = "";
        double most = -1;
        for (String candidate : srcset.split(", ")) {
            String[] parts = candidate.split(" ");
            double size = parts.length < 2 ? 1 : Double.parseDouble(parts[1].substring(0, parts[1].length() - 1));
            if (size > most) {
                most = size;
                best = parts[0];
            }
        }
        return best;
    }
}
