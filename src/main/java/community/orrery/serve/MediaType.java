package community.orrery.serve;

import community.orrery.listen.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a file is called in a Content-Type field. */
final class MediaType {

    static final String HTML = "text/html; charset=utf-8";
    static final String SCRIPT = "text/javascript; charset=utf-8";
    static final String STYLE = "text/css; charset=utf-8";

    /** So many bytes of a JSON file tell whether it is a feed. */
    static final int TELLING = 2048;

    /**
     * Feeds and lists of feeds, too: browsers show these with the style sheet that they name, and what has a type of its own as raw
     * text or not at all. Readers of feeds learn the kind from the link that led them there, and from the first element.
     */
    private static final String XML = "application/xml";

    private static final String UNKNOWN = "application/octet-stream";

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("html", HTML),
            Map.entry("css", STYLE),
            Map.entry("js", SCRIPT),
            Map.entry("mjs", SCRIPT),
            Map.entry("txt", Reply.TEXT),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("xml", XML),
            Map.entry("opml", XML),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff", "font/woff"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("gz", "application/gzip"),
            Map.entry("zip", "application/zip"));

    private MediaType() {}

    /** @param start the file's first bytes, at most {@link #TELLING}; they tell a feed from other JSON */
    static String of(String name, byte[] start) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = BY_ENDING.getOrDefault(ending, UNKNOWN);
        return ending.equals("json")
                        && new String(start, StandardCharsets.UTF_8).contains("https://jsonfeed.org/version/")
                ? "application/feed+json"
                : type;
    }
}
