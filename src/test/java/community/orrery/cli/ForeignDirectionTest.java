package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that turn the direction of reading around, and leave it so, in every field of a feed and of the list. */
class ForeignDirectionTest {

    /** Two that must be closed and one that is left out. */
    private static final String MARKS = "\u202b\u2067\u202e";

    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>@Feed</title><id>urn:a:1</id><rights>@Mine</rights><author>
            <name>@Ada</name></author><updated>2026-10-02T08:00:00Z</updated>
            <entry><title>@First</title><id>urn:e:1</id><updated>2026-10-02T08:00:00Z</updated><published>2026-10-02T08:00:00Z</published>
            <category term="@tag" label="@Label"/><rights>@Ours</rights><source><title>@Source</title><id>urn:s</id></source>
            <summary>@Summary</summary><content type="html">&lt;p&gt;@Excerpt.&lt;/p&gt;</content></entry>
            </feed>
            """;

    @TempDir
    private Path folder;

    @Test
    void endsWithTheTextThatBegan() throws IOException {
        Terminal terminal = new Terminal();
        try (FeedServer server = FeedServer.start()) {
            server.serve("/ada", ATOM.replace("@", MARKS));
            Files.writeString(
                    folder.resolve("feeds.opml"),
                    ("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title></head><body><outline"
                                    + " text=\"@Group\"><outline type=\"rss\" text=\"@Blog\" description=\"@About\""
                                    + " planet:id=\"ada\" xmlUrl=\"" + server.url("/ada")
                                    + "\"/></outline></body></opml>")
                            .replace("@", MARKS));
            assertThat(terminal.run(
                            "update",
                            "--feeds=" + folder.resolve("feeds.opml"),
                            "--output=" + folder.resolve("output"),
                            "--archive=" + folder.resolve("archive.db"),
                            "--allow-private-addresses"))
                    .as(terminal.out() + terminal.err())
                    .isZero();
        }

        var site = Folder.texts(folder.resolve("output"));
        site.replaceAll(
                (path, bytes) -> new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        assertThat(site).containsKeys("atom.xml", "feed.xml", "feed.json", "index.html", "status.json");
        site.forEach((path, text) -> {
            for (String name :
                    List.of("Feed", "Ada", "First", "Label", "Source", "Excerpt.", "Blog", "About", "Group")) {
                for (int at = text.indexOf(MARKS.substring(0, 2) + name);
                        at >= 0;
                        at = text.indexOf(MARKS.substring(0, 2) + name, at + 1)) {
                    assertThat(text.substring(at + 2, at + 4 + name.length()))
                            .as(path + ": " + text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 40)))
                            .isEqualTo(name + "\u2069\u202c");
                }
                if (!name.equals("Excerpt.")) { // a paragraph keeps its own direction to itself
                    assertThat(text).as(path).doesNotContain("\u202e" + name);
                }
            }
        });
        assertThat(site.get("atom.xml")).contains("<title>\u202b\u2067First\u2069\u202c</title>");
        assertThat(terminal.run(
                        "posts",
                        "--feeds=" + folder.resolve("feeds.opml"),
                        "--archive=" + folder.resolve("archive.db")))
                .isZero();
        assertThat(terminal.out()).contains("\u202b\u2067First\u2069\u202c");
    }
}
