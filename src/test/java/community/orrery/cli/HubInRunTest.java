package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When {@code update} tells the planet's WebSub hub of changed feeds, and what a hub that fails costs: a warning. */
class HubInRunTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private final MockWebServer hub = new MockWebServer();
    private FeedServer feeds;

    @BeforeEach
    void publishOnce() throws Exception {
        hub.start();
        feeds = FeedServer.start();
        feeds.serve("/ada.xml", FeedServer.rss("ada"));
        feeds.serve("/grace.xml", FeedServer.rss("grace"));
        list("<planet:link>https://planet.example/</planet:link>");
        hub.enqueue(answer(204));
        update();
        assertThat(told()).hasSize(9); // the planet's three, its group's two, its members' four
    }

    @AfterEach
    void close() {
        hub.close();
        feeds.close();
    }

    @Test
    void tellsTheHubOfTheFeedsThatChangedAndOfNoOthers() throws Exception {
        hub.enqueue(answer(202));
        edit();

        update("--force");

        assertThat(terminal.err()).isEmpty();
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "https://planet.example/atom.xml",
                        "https://planet.example/feed.xml",
                        "https://planet.example/feed.json",
                        "https://planet.example/groups/people/atom.xml",
                        "https://planet.example/groups/people/feed.xml",
                        "https://planet.example/members/ada/atom.xml",
                        "https://planet.example/members/ada/feed.xml");
    }

    @Test
    void leavesTheHubAloneWhileNothingChanges() throws Exception {
        update("--force");

        assertThat(hub.takeRequest(0, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void tellsNobodyWhenPublishingOnlyOrRehearsing() throws Exception {
        edit();
        update("--force", "--dry-run");
        Files.delete(folder.resolve("output/feed.xml"));
        update("--offline");

        assertThat(folder.resolve("output/feed.xml")).exists();
        assertThat(hub.takeRequest(0, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void endsWellAndWarnsWhenTheHubFailsAndTellsItTheNextTime() throws Exception {
        hub.enqueue(answer(500));
        edit();

        update("--force");

        assertThat(terminal.err())
                .contains("Warning: the hub " + hub.url("/hub"), "answered 500", "7 changed feeds", "told again");
        assertThat(folder.resolve("output/feed.xml")).content().contains("Day 3 of ada, again");
        assertThat(told()).hasSize(7);

        hub.enqueue(answer(204));
        feeds.serve("/ada.xml", FeedServer.rss("ada").replace("Day 2 of ada", "Day 2 of ada, again"));
        update("--force");

        assertThat(terminal.err()).isEmpty();
        assertThat(told()).contains("https://planet.example/feed.xml");
    }

    @Test
    void saysThatAHubNeedsThePlanetsAddress() throws Exception {
        list("");

        update();

        assertThat(terminal.out()).contains("planet:link", "planet:hub");
        assertThat(hub.takeRequest(0, TimeUnit.SECONDS)).isNull();
    }

    private void edit() {
        feeds.serve("/ada.xml", FeedServer.rss("ada").replace("Day 3 of ada", "Day 3 of ada, again"));
    }

    private void list(String link) throws IOException {
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>" + link
                        + "<planet:hub>" + hub.url("/hub") + "</planet:hub><planet:hostPause>PT0S</planet:hostPause>"
                        + "</head><body><outline text=\"People\">"
                        + "<outline type=\"rss\" text=\"Ada\" xmlUrl=\"" + feeds.url("/ada.xml") + "\"/>"
                        + "<outline type=\"rss\" text=\"Grace\" xmlUrl=\"" + feeds.url("/grace.xml") + "\"/>"
                        + "</outline></body></opml>");
    }

    private void update(String... more) {
        String[] arguments = {
            "update",
            "--feeds=" + folder.resolve("feeds.opml"),
            "--output=" + folder.resolve("output"),
            "--archive=" + folder.resolve("archive.db"),
            "--allow-private-addresses"
        };
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        assertThat(terminal.run(all)).isZero();
    }

    /** The feeds named in the one form that the hub was just sent. */
    private List<String> told() throws InterruptedException {
        RecordedRequest request =
                Objects.requireNonNull(hub.takeRequest(0, TimeUnit.SECONDS), "the hub was told nothing");
        return List.of(Objects.requireNonNull(request.getBody()).utf8().split("&")).stream()
                .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                .filter(field -> field.startsWith("hub.url="))
                .map(field -> field.substring("hub.url=".length()))
                .toList();
    }

    private static MockResponse answer(int status) {
        return new MockResponse.Builder().code(status).build();
    }
}
