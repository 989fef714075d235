package community.orrery.check;

import community.orrery.feed.Representation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What publishes a feed, told by its own words, and where on it a thing is mended. */
enum Platform {
    WORDPRESS(
            "WordPress",
            "wordpress\\.org|wordpress\\.com",
            Map.of(
                    Topic.FULL_TEXT, "In Settings, Reading, choose “Full text” for each post in a feed.",
                    Topic.SIZE, "In Settings, Reading, lower “Syndication feeds show the most recent”.",
                    Topic.ENCRYPTION, "In Settings, General, give both addresses with https.",
                    Topic.VALID, "Deactivate plugins one by one: what one prints before the feed breaks it.",
                    Topic.CACHING,
                            "Exclude /feed/ from what the caching plugin rewrites, so that Last-Modified passes.")),
    BLOGGER(
            "Blogger",
            "blogger\\.com|<generator[^>]*>Blogger",
            Map.of(
                    Topic.FULL_TEXT, "In Settings, Site feed, set “Allow blog feed” to Full.",
                    Topic.ENCRYPTION, "In Settings, HTTPS, switch the redirect on.",
                    Topic.SIZE, "Add ?max-results=20 to the feed's address in the list.")),
    JEKYLL(
            "Jekyll",
            "<generator[^>]*>\\s*Jekyll|jekyllrb\\.com",
            Map.of(
                    Topic.FULL_TEXT, "In _config.yml, under feed:, remove excerpt_only: true.",
                    Topic.SIZE, "In _config.yml, under feed:, set posts_limit: 20.",
                    Topic.ADDRESSES, "Set url: in _config.yml, and write links with the filter absolute_url.",
                    Topic.DATES, "Begin each post's file name with its date, or give date: in its front matter.",
                    Topic.VALID, "Use the plugin jekyll-feed in place of a template of your own.")),
    HUGO(
            "Hugo",
            "gohugo\\.io|<generator[^>]*>\\s*Hugo",
            Map.of(
                    Topic.FULL_TEXT, "Copy Hugo's rss.xml template to layouts/ and put .Content in place of .Summary.",
                    Topic.SIZE, "In hugo.toml, under [services.rss], set limit = 20.",
                    Topic.ADDRESSES, "Set baseURL in hugo.toml, and canonifyURLs = true.",
                    Topic.DATES, "Give date = in each post's front matter.",
                    Topic.LICENCE, "Set copyright = in hugo.toml.")),
    PELICAN(
            "Pelican",
            "getpelican|/feeds/[\\w.-]*all\\.(?:atom|rss)\\.xml",
            Map.of(
                    Topic.FULL_TEXT,
                            "Give the Atom feed (FEED_ALL_ATOM), or set RSS_FEED_SUMMARY_ONLY = False for the RSS one.",
                    Topic.SIZE, "Set FEED_MAX_ITEMS = 20 in pelicanconf.py.",
                    Topic.ADDRESSES, "Set SITEURL and FEED_DOMAIN in publishconf.py.")),
    MKDOCS(
            "MkDocs",
            "mkdocs-rss-plugin|MkDocs RSS|squidfunk",
            Map.of(
                    Topic.FULL_TEXT, "In mkdocs.yml, under the rss plugin, set abstract_chars_count: -1.",
                    Topic.SIZE, "In mkdocs.yml, under the rss plugin, set length: 20.",
                    Topic.DATES, "In mkdocs.yml, under the rss plugin, set date_from_meta.",
                    Topic.ADDRESSES, "Set site_url in mkdocs.yml.")),
    QUARTZ(
            "Quartz",
            "quartz\\.jzhao\\.xyz|Recent content on|>Quartz",
            Map.of(
                    Topic.FULL_TEXT, "In Quartz's configuration, set contentIndex's option rssFullHtml: true.",
                    Topic.SIZE, "In Quartz's configuration, set contentIndex's option rssLimit: 20.",
                    Topic.ADDRESSES, "Set baseUrl in Quartz's configuration.")),
    GHOST(
            "Ghost",
            "<generator[^>]*>\\s*Ghost",
            Map.of(Topic.FULL_TEXT, "Posts for members only are cut in the feed: set their access to Public.")),
    SUBSTACK(
            "Substack",
            "<generator[^>]*>\\s*Substack",
            Map.of(Topic.FULL_TEXT, "Only posts that are free to all are published whole; there is nothing to set.")),
    MEDIUM(
            "Medium",
            "<generator[^>]*>\\s*Medium",
            Map.of(Topic.FULL_TEXT, "Only stories that are free to all are published whole; there is nothing to set.")),
    DEV_TO("dev.to", "<link>https://dev\\.to/|//dev\\.to/feed/", Map.of());

    private static final int HEAD = 8_000;

    /** Where the first entry begins, in RSS, Atom and JSON Feed; RSS 1.0 names its entries before. */
    private static final Pattern ENTRIES =
            Pattern.compile("<(?:\\w{1,20}:)?(?:item|entry)|\"items\"\\s*:", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Pattern sign;
    private final Map<Topic, String> remedies;

    Platform(String name, String sign, Map<Topic, String> remedies) {
        this.name = name;
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
        this.remedies = remedies;
    }

    /** At most one: the first in order of this list. */
    static List<Platform> of(Representation representation) {
        byte[] body = representation.body();
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher entries = ENTRIES.matcher(head);
        // What an entry talks about says nothing of what publishes it.
        String channel = (entries.find() ? head.substring(0, entries.start()) : head) + " " + representation.uri();
        return List.of(values()).stream()
                .filter(platform -> platform.sign.matcher(channel).find())
                .limit(1)
                .toList();
    }

    String words() {
        return name;
    }

    /** What to do about it on this platform, else anywhere. */
    String remedy(Topic topic) {
        String own = remedies.get(topic);
        return own == null ? topic.remedy() : "On " + name + ": " + own;
    }
}
