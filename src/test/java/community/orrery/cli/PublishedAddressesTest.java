package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a feed gives as an address, in any field of any dialect: what reaches a page or a feed of ours is an absolute
 * address on the web without a password, or nothing.
 */
class PublishedAddressesTest {

    /** Each stands in every field once; 'secret', 'BAD' and '\\' may be in no file of the site. */
    private static final List<String> HOSTILE = List.of(
            "https://user:secret@ADDRESS.example/x",
            "https://secret@ADDRESS.example/x",
            "//user:secret@ADDRESS.example/x",
            "javascript:BAD(1)//ADDRESS",
            "JaVa\tScRiPt:BAD(1)//ADDRESS",
            "&#1;javascript:BAD(1)//ADDRESS",
            " javascript:BAD(1)//ADDRESS",
            "vbscript:BAD(1)//ADDRESS",
            "data:text/html,BAD(1)//ADDRESS",
            "file:///BAD/ADDRESS",
            "http:\\\\ADDRESS.example\\x",
            "https://ADDRESS.example/a b\"BAD=<BAD>",
            "https://a b.ADDRESS.example/BAD",
            "https://ADDRESS.example:BAD/",
            "https://ADDRESS.b\u00fccher.example/x",
            "https://ADDRESS%00BAD.example/");

    private static final String RSS =
            """
            <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
             xmlns:atom="http://www.w3.org/2005/Atom" xmlns:cc="http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"
             xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><title>R</title><link>@</link>
            <image><url>@</url><link>@</link></image><atom:link rel="self" href="@"/><itunes:image href="@"/>
            <item><title>Link N</title><category domain="@">t</category><link>@</link><comments>@</comments><enclosure url="@" type="audio/mpeg" length="1"/>
            <source url="@">s</source><media:thumbnail url="@"/><media:content url="@" type="image/png"/>
            <atom:link rel="canonical" href="@"/><cc:license>@</cc:license><feedburner:origLink>@</feedburner:origLink>
            <atom:author><atom:name>A</atom:name><atom:uri>@</atom:uri></atom:author><pubDate>Thu, 01 Oct 2026 08:00:00 GMT</pubDate><description>One N.</description></item>
            <item><title>Id N</title><guid isPermaLink="false">@</guid><pubDate>Thu, 01 Oct 2026 08:00:00 GMT</pubDate><description>Six N.</description></item>
            <item><title>Guid N</title><guid isPermaLink="true">@</guid><itunes:image href="@"/><pubDate>Thu, 01 Oct 2026 08:00:00 GMT</pubDate><description>Two N.</description></item>
            </channel></rss>
            """;
    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>@</id><link href="@"/><icon>@</icon><logo>@</logo>
            <author><name>B</name><uri>@</uri></author><entry><title>Entry N</title><id>urn:e:N</id><link href="@"/>
            <link rel="enclosure" href="@"/><link rel="via" href="@"/><link rel="canonical" href="@"/><link rel="license" href="@"/>
            <link rel="replies" href="@"/><author><name>C</name><uri>@</uri></author><source><id>urn:s</id><title>S</title>
            <link href="@"/><link rel="self" href="@"/></source><category term="t" scheme="@"/><published>2026-10-01T08:00:00Z</published><content type="html">Three N.</content></entry>
            <entry><title>Base N</title><id>urn:b:N</id><link href="x"/><published>2026-10-01T08:00:00Z</published><content type="html" xml:base="@">Four N.</content></entry>
            <entry><title>Own id N</title><id>@</id><published>2026-10-01T08:00:00Z</published><content type="html">Seven N.</content></entry>
            <entry><title>Src N</title><id>urn:c:N</id><published>2026-10-01T08:00:00Z</published><content type="image/png" src="@"/></entry></feed>
            """;
    private static final String JSON =
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"@","feed_url":"@","icon":"@","favicon":"@",
            "authors":[{"name":"D","url":"@","avatar":"@"}],"items":[{"id":"jN","title":"Item N","url":"@","external_url":"@",
            "image":"@","banner_image":"@","date_published":"2026-10-01T08:00:00Z","content_text":"Five N.","authors":[{"name":"E","url":"@"}],
            "attachments":[{"url":"@","mime_type":"audio/mpeg"}]},{"id":"@","title":"Own id N","date_published":"2026-10-01T08:00:00Z","content_text":"Eight N."}]}
            """;

    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src|content|url|uri|Url)=?[\"'>: ]+((?:[a-z]+:)[^\"'<> ]*example[^\"'<> ]*)");

    @TempDir
    private Path folder;

    @Test
    void nothingThatAFeedGivesAsAnAddressLeavesThePlanetUngated() throws IOException {
        Terminal terminal = new Terminal();
        try (FeedServer server = FeedServer.start()) {
            StringBuilder list = new StringBuilder(
                    "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title><planet:hostPause>PT0S</planet:hostPause></head><body>");
            List<String> dialects = List.of(RSS, ATOM, JSON);
            for (int i = 0; i < HOSTILE.size() * dialects.size(); i++) {
                String dialect = dialects.get(i % dialects.size());
                server.serve("/" + i, filled(dialect, HOSTILE.get(i / dialects.size()), i));
                list.append("<outline type=\"rss\" text=\"Blog ").append(i).append("\" xmlUrl=\"");
                list.append(server.url("/" + i)).append("\"/>");
            }
            Files.writeString(folder.resolve("feeds.opml"), list + "</body></opml>");
            assertThat(terminal.run(
                            "update",
                            "--feeds=" + folder.resolve("feeds.opml"),
                            "--output=" + folder.resolve("output"),
                            "--archive=" + folder.resolve("archive.db"),
                            "--allow-private-addresses"))
                    .as(terminal.out())
                    .isZero();
        }
        var site = Folder.texts(folder.resolve("output"));
        site.keySet().removeIf(path -> path.endsWith(".js") || path.endsWith(".css") || path.endsWith(".png"));

        assertThat(site.keySet().stream().filter(path -> path.startsWith("posts/")))
                .as("every feed was read")
                .hasSizeGreaterThan(HOSTILE.size() * 4);
        List<String> bad = new ArrayList<>();
        site.forEach((path, text) -> {
            var address = ADDRESS.matcher(text);
            while (address.find()) {
                String url = address.group(1);
                if (!url.matches("https?://[a-z0-9.-]+(?:[/?#][^\\\\\\s]*)?") || url.contains("secret@")) {
                    bad.add(path + ": " + url);
                }
            }
        });
        assertThat(bad).isEmpty();
        site.forEach((path, text) ->
                assertThat(text).as("ids and schemes in " + path).doesNotContain("secret@", "secret%40"));
        assertThat(String.join("", site.values()))
                .doesNotContainPattern("(?i)(?:href|src|url|uri)[\"']?[=:>] ?[\"']?(?:java|vb)\\s*script:")
                .contains("xn--bcher-kva.example", "/a%20b%22BAD=%3CBAD%3E");
    }

    /** Every field has a host of its own, so that a finding says which it was. */
    private static String filled(String dialect, String hostile, int number) {
        boolean json = dialect.startsWith("{");
        String[] parts = dialect.replace("N", String.valueOf(number)).split("@", -1);
        return IntStream.range(1, parts.length)
                .mapToObj(field -> {
                    String value = hostile.replace("ADDRESS", "f" + number + "-" + field);
                    String encoded = json
                            ? value.replace("\\", "\\\\")
                                    .replace("\"", "\\\"")
                                    .replace("\t", "\\t")
                                    .replace("&#1;", "\\u0001")
                            : value.replace("\"", "&quot;").replace("<", "&lt;");
                    return encoded + parts[field];
                })
                .collect(java.util.stream.Collectors.joining("", parts[0], ""));
    }
}
