package community.orrery.site;

import community.orrery.feed.Enclosure;
import community.orrery.feed.Metadata;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Feed 1.1. An item's url is the original's; {@code _orrery} says where it stands here. */
final class JsonFeed {

    static final String FILE = "feed.json";
    static final String TYPE = "application/feed+json";

    private JsonFeed() {}

    static byte[] print(SitePlan plan, FeedChannel channel) {
        URI hub = plan.planet().settings().hub();
        return Json.file(Json.object(
                "version",
                "https://jsonfeed.org/version/1.1",
                "title",
                channel.title(),
                "description",
                channel.description().isEmpty() ? null : channel.description(),
                "home_page_url",
                plan.absolute(""),
                "feed_url",
                channel.self(plan, FILE),
                "language",
                Views.language(plan.planet()),
                "hubs",
                hub == null ? null : List.of(Json.object("type", "WebSub", "url", hub.toString())),
                "items",
                channel.items().stream().map(JsonFeed::item).toList()));
    }

    private static Map<String, Object> item(FeedItem item) {
        Metadata metadata = item.post().metadata();
        return Json.object(
                "id",
                item.guid(),
                "url",
                item.original() == null ? item.page() : item.original().toString(),
                "title",
                metadata.title(),
                "summary",
                item.summary().isEmpty() ? null : item.summary(),
                "content_html",
                item.content().html(),
                "image",
                text(SocialCards.named(item.post())),
                "date_published",
                item.published().toString(),
                "date_modified",
                item.updated().toString(),
                "authors",
                authors(item),
                "tags",
                item.tags().isEmpty() ? null : item.tags(),
                "language",
                metadata.language(),
                "attachments",
                metadata.enclosures().isEmpty()
                        ? null
                        : metadata.enclosures().stream()
                                .map(JsonFeed::attachment)
                                .toList(),
                "_orrery",
                Json.object(
                        "page",
                        item.page(),
                        "member",
                        item.member().id(),
                        "blog",
                        item.member().name(),
                        "home",
                        text(item.member().home()),
                        "groups",
                        item.groups(),
                        "license",
                        text(metadata.license())));
    }

    private static List<Map<String, Object>> authors(FeedItem item) {
        return item.authors().isEmpty()
                ? List.of(Json.object(
                        "name", item.member().name(), "url", text(item.member().home())))
                : item.authors().stream()
                        .map(author -> Json.object("name", author.name(), "url", author.uri()))
                        .toList();
    }

    private static Map<String, Object> attachment(Enclosure enclosure) {
        Duration duration = enclosure.duration();
        return Json.object(
                "url",
                enclosure.uri().toString(),
                "mime_type",
                enclosure.type() == null ? "application/octet-stream" : enclosure.type(),
                "size_in_bytes",
                enclosure.length(),
                "duration_in_seconds",
                duration == null ? null : duration.toSeconds());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
