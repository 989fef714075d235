package community.orrery.clean;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an author set into a post from elsewhere. It never loads from here: it becomes a link that says what it leads to.
 */
final class Embeds {

    /**
     * @param url where a reader finds it
     * @param name "Video on YouTube: TITLE"; text
     */
    record Embed(String url, String name) {}

    /** One service: which addresses it embeds by, what it shows, and the page that shows it to people. */
    private record Service(String what, Pattern address, Function<MatchResult, String> page) {}

    private static final List<Service> SERVICES = List.of(
            service(
                    "Video on YouTube",
                    "(?:[a-z0-9-]+\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v|shorts|live)/(?!videoseries)([\\w-]{6,20}).*?(?:[?&]start=(\\d+).*)?",
                    found -> "https://www.youtube.com/watch?v=" + found.group(1)
                            + (found.group(2) == null ? "" : "&t=" + found.group(2) + "s")),
            service(
                    "Playlist on YouTube",
                    "(?:[a-z0-9-]+\\.)?youtube(?:-nocookie)?\\.com/embed/?(?:videoseries)?\\?(?:.*&)?list=([\\w-]{6,60}).*",
                    found -> "https://www.youtube.com/playlist?list=" + found.group(1)),
            service(
                    "Video on YouTube",
                    "youtu\\.be/([\\w-]{6,20}).*",
                    found -> "https://www.youtube.com/watch?v=" + found.group(1)),
            service(
                    "Video on Vimeo",
                    "player\\.vimeo\\.com/video/(\\d+)(?:.*[?&]h=([0-9a-f]+))?.*",
                    found -> "https://vimeo.com/" + found.group(1)
                            + (found.group(2) == null ? "" : "/" + found.group(2))),
            service(
                    "Video on Dailymotion",
                    "(?:www\\.|geo\\.)?dailymotion\\.com/(?:embed/video/|player.*[?&]video=)(\\w+).*",
                    found -> "https://www.dailymotion.com/video/" + found.group(1)),
            service(
                    "Sound on SoundCloud",
                    "w\\.soundcloud\\.com/player/?\\?(?:.*&)?url=([^&]+).*",
                    found -> soundcloud(decoded(found.group(1)))),
            service(
                    "Sound on Spotify",
                    "open\\.spotify\\.com/embed(?:-podcast)?/(\\w+)/(\\w+).*",
                    found -> "https://open.spotify.com/" + found.group(1) + "/" + found.group(2)),
            service(
                    "Sound on Apple Podcasts",
                    "embed\\.podcasts\\.apple\\.com/(.+)",
                    found -> "https://podcasts.apple.com/" + found.group(1)),
            service(
                    "Sound on Bandcamp",
                    "bandcamp\\.com/EmbeddedPlayer/(.*)",
                    found -> "https://bandcamp.com/EmbeddedPlayer/" + found.group(1)),
            service(
                    "Code on CodePen",
                    "(?:[a-z]+\\.)?codepen\\.io/([\\w-]+)/embed/(?:preview/)?(\\w+).*",
                    found -> "https://codepen.io/" + found.group(1) + "/pen/" + found.group(2)),
            service(
                    "Code on GitHub Gist",
                    "gist\\.github\\.com/((?:[\\w-]+/)?[0-9a-f]+)(?:\\.js|\\.pibb)?.*",
                    found -> "https://gist.github.com/" + found.group(1)),
            service(
                    "Code on JSFiddle",
                    "jsfiddle\\.net/(.+?)/(?:embedded|embed)(?:/.*)?",
                    found -> "https://jsfiddle.net/" + found.group(1) + "/"),
            service(
                    "Code on Compiler Explorer",
                    "(?:www\\.)?godbolt\\.org/e(?:mbed-ro)?(?:/z/(\\w+))?.*",
                    found -> "https://godbolt.org/" + (found.group(1) == null ? "" : "z/" + found.group(1))),
            service("Code on StackBlitz", "(stackblitz\\.com/edit/[\\w-]+).*", found -> "https://" + found.group(1)),
            service(
                    "Code on CodeSandbox",
                    "codesandbox\\.io/(?:embed|p/sandbox)/([\\w-]+).*",
                    found -> "https://codesandbox.io/s/" + found.group(1)),
            service(
                    "Terminal recording on asciinema",
                    "asciinema\\.org/a/(\\w+?)(?:\\.js|/iframe|/embed)?(?:[/?].*)?",
                    found -> "https://asciinema.org/a/" + found.group(1)),
            service(
                    "Post on X",
                    "platform\\.(?:twitter|x)\\.com/embed/.*[?&]id=(\\d+).*",
                    found -> "https://x.com/i/status/" + found.group(1)),
            service(
                    "Post on X",
                    "((?:www\\.|mobile\\.)?(?:twitter|x)\\.com/\\w+/status/\\d+).*",
                    found -> "https://" + found.group(1)),
            service(
                    "Post on Bluesky",
                    "embed\\.bsky\\.app/embed/([^/]+)/app\\.bsky\\.feed\\.post/(\\w+).*",
                    found -> "https://bsky.app/profile/" + found.group(1) + "/post/" + found.group(2)),
            service(
                    "Post on LinkedIn",
                    "www\\.linkedin\\.com/embed/feed/update/([\\w:]+).*",
                    found -> "https://www.linkedin.com/feed/update/" + found.group(1)),
            service(
                    "Post on Instagram",
                    "(?:www\\.)?instagram\\.com/(p|reel)/([\\w-]+)/embed.*",
                    found -> "https://www.instagram.com/" + found.group(1) + "/" + found.group(2) + "/"),
            service(
                    "Slides on Speaker Deck",
                    "speakerdeck\\.com/player/(\\w+).*",
                    found -> "https://speakerdeck.com/player/" + found.group(1)),
            service(
                    "Slides on SlideShare",
                    "www\\.slideshare\\.net/slideshow/embed_code/(.+)",
                    found -> "https://www.slideshare.net/slideshow/embed_code/" + found.group(1)),
            service(
                    "Slides on Google Docs",
                    "docs\\.google\\.com/presentation/d/((?:e/)?[\\w-]+)/(?:embed|pubembed).*",
                    found -> "https://docs.google.com/presentation/d/" + found.group(1) + "/pub"),
            service(
                    "Map on OpenStreetMap",
                    "www\\.openstreetmap\\.org/export/embed\\.html(.*)",
                    found -> "https://www.openstreetmap.org/" + found.group(1)),
            service(
                    "Map on Google Maps",
                    "(www|maps)\\.google\\.com/maps(.*)",
                    found -> "https://" + found.group(1) + ".google.com/maps" + found.group(2)));

    /** PeerTube and Mastodon live on anyone's host: the path tells them. */
    private static final Pattern PEERTUBE =
            Pattern.compile("https?://([^/]+)/(?:videos/embed|video-playlists/embed)/([\\w-]{8,40}).*");

    private static final Pattern MASTODON = Pattern.compile("(https?://([^/]+)/@[\\w.@-]+/\\d+)/embed.*");

    /** Scripts that put something in their own place; any other script is dropped in silence. */
    private static final Pattern WRITING_SCRIPT =
            Pattern.compile("https?://(?:gist\\.github\\.com/|asciinema\\.org/a/).*\\.js(?:\\?.*)?");

    private static final int LONGEST_TITLE = 200;

    private Embeds() {}

    /** What an iframe, embed, object, frame, script or a service's own element shows; null when nothing that a reader could follow. */
    static @Nullable Embed of(Element element, String base) {
        String title = Tree.attribute(element, "title");
        switch (element.normalName()) {
            case "script":
                String source = SafeUrl.http(Tree.attribute(element, "src"), base);
                return source != null && WRITING_SCRIPT.matcher(source).matches() ? named(source, title) : null;
            case "object":
                return named(address(objectAddress(element), base), title);
            case "lite-youtube", "amp-youtube":
                String id = Tree.attribute(
                        element, element.normalName().equals("lite-youtube") ? "videoid" : "data-videoid");
                String label = title.isEmpty() ? Tree.attribute(element, "playlabel") : title;
                return id.matches("[\\w-]{6,20}") ? named("https://www.youtube.com/embed/" + id, label) : null;
            case "lite-vimeo":
                String video = Tree.attribute(element, "videoid");
                return video.matches("\\d+") ? named("https://player.vimeo.com/video/" + video, title) : null;
            default:
                return named(address(frameAddress(element), base), title);
        }
    }

    /** The picture that a drawing as an object holds for browsers that can't show it; null when there is none, or it is no drawing. */
    static @Nullable Element picture(Element object) {
        String data = Tree.attribute(object, "data").toLowerCase(Locale.ROOT);
        int end = data.indexOf('?') < 0 ? data.length() : data.indexOf('?');
        boolean drawing =
                Tree.attribute(object, "type").strip().startsWith("image/") || data.startsWith(".svg", end - 4);
        return drawing && object.normalName().equals("object") ? Tree.find(object, "img") : null;
    }

    private static @Nullable String address(String raw, String base) {
        return raw.isBlank() ? null : SafeUrl.http(raw, base);
    }

    private static String frameAddress(Element frame) {
        for (String name : List.of(
                "src", "data-src", "data-lazy-src", "data-litespeed-src", "data-cookieblock-src", "data-original")) {
            String value = Tree.attribute(frame, name);
            String scheme = SafeUrl.scheme(SafeUrl.trim(value));
            if (!value.isBlank() && (scheme.isEmpty() || scheme.equals("http") || scheme.equals("https"))) {
                return value;
            }
        }
        return "";
    }

    private static String objectAddress(Element object) {
        String data = Tree.attribute(object, "data");
        if (!data.isBlank()) {
            return data;
        }
        for (Element param : object.children()) {
            boolean movie = param.normalName().equals("param")
                    && Tree.attribute(param, "name").toLowerCase(Locale.ROOT).matches("movie|src|filename|url");
            if (movie) {
                return Tree.attribute(param, "value");
            }
        }
        Element embed = Tree.find(object, "embed");
        Element inner = embed == null ? Tree.find(object, "iframe") : embed;
        return inner == null ? "" : Tree.attribute(inner, "src");
    }

    private static @Nullable Embed named(@Nullable String url, String title) {
        if (url == null || url.contains("about:blank") || Trackers.isPixel(url)) {
            return null;
        }
        String rest = url.substring(url.indexOf("://") + 3);
        for (Service service : SERVICES) {
            Matcher matcher = service.address.matcher(rest);
            if (matcher.matches()) {
                String page = SafeUrl.http(service.page.apply(matcher), url);
                return page == null ? null : new Embed(page, titled(service.what, title));
            }
        }
        Matcher matcher = PEERTUBE.matcher(url);
        if (matcher.matches()) {
            boolean list = url.contains("/video-playlists/");
            String page = "https://" + matcher.group(1) + (list ? "/w/p/" : "/w/") + matcher.group(2);
            return new Embed(page, titled((list ? "Playlist on " : "Video on ") + matcher.group(1), title));
        }
        matcher = MASTODON.matcher(url);
        if (matcher.matches()) {
            return new Embed(matcher.group(1), titled("Post on " + matcher.group(2), title));
        }
        String host = rest.substring(0, rest.indexOf('/') < 0 ? rest.length() : rest.indexOf('/'));
        return new Embed(url, titled("Embedded from " + host, title));
    }

    /** A title that only repeats what it is says nothing. */
    private static String titled(String what, String title) {
        String words = title.replaceAll("[\\s\\u00a0]+", " ").strip().replaceFirst("^(?:Spotify Embed|Play): ", "");
        boolean empty = words.isEmpty()
                || words.matches(
                        "(?i)(?:x post|twitter tweet|bluesky post)|(?:youtube|vimeo|spotify|soundcloud|codepen)?\\s*(?:embed(?:ded)?\\s*)?(?:video|content|iframe|embed)?\\s*(?:player)?(?:\\s*\\d+)?");
        if (empty) {
            return what;
        }
        int end = Math.min(words.length(), LONGEST_TITLE);
        return what + ": " + (end < words.length() ? words.substring(0, end) + "…" : words);
    }

    private static String soundcloud(String url) {
        return url.startsWith("http") ? url : "https://soundcloud.com/";
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static Service service(String what, String address, Function<MatchResult, String> page) {
        return new Service(what, Pattern.compile(address), page);
    }
}
