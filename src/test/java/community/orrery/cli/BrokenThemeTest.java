package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A theme's mistake names file and line, ends the run with 1 and costs the site nothing. */
class BrokenThemeTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void namesFileAndLineAndLeavesTheOldSite() throws IOException {
        Path template = folder.resolve("look/templates/about.html");
        Files.createDirectories(template.getParent());
        Files.writeString(template, "{% extends \"base.html\" %}\n{% block main %}<h1>Ours</h1>{% endblock %}\n");
        try (FeedServer feeds = FeedServer.start()) {
            feeds.serve("/ada.xml", FeedServer.rss("ada"));
            Files.writeString(
                    folder.resolve("feeds.opml"),
                    "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                            + "<planet:theme>look</planet:theme></head><body><outline type=\"rss\" text=\"Ada\" xmlUrl=\""
                            + feeds.url("/ada.xml") + "\"/></body></opml>");
            assertThat(update()).isZero();
            Map<String, String> site = Folder.texts(folder.resolve("output"));
            assertThat(site.get("about.html")).contains("<h1>Ours</h1>");

            Files.writeString(
                    template, "{% extends \"base.html\" %}\n{% block main %}\n{{ site.titel }}{% endblock %}\n");
            feeds.serve("/ada.xml", FeedServer.rss("ada").replace("Day 3 of ada", "Day 3, edited"));

            assertThat(update("--force")).isEqualTo(ExitCode.MEND);
            assertThat(terminal.err()).contains("templates/about.html:3: ", "The site is left as it was");
            assertThat(Folder.texts(folder.resolve("output"))).isEqualTo(site);

            Files.writeString(template, "{% extends \"base.html\" %}\n{% block main %}<h1>Mended</h1>{% endblock %}\n");
            assertThat(update("--force")).isZero();
            assertThat(folder.resolve("output/about.html")).content().contains("<h1>Mended</h1>");
            assertThat(folder.resolve("output/index.html")).content().contains("Day 3, edited");
        }
    }

    private int update(String... more) {
        String[] all = new String[5 + more.length];
        all[0] = "update";
        all[1] = "--feeds=" + folder.resolve("feeds.opml");
        all[2] = "--output=" + folder.resolve("output");
        all[3] = "--archive=" + folder.resolve("archive.db");
        all[4] = "--allow-private-addresses";
        System.arraycopy(more, 0, all, 5, more.length);
        return terminal.run(all);
    }
}
