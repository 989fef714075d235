package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.archive.Archive;
import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three blogs on one platform and one elsewhere; they are asked one after another, in the list's order at first. */
class RestingServerTest {

    private static final Duration SECOND_RUN = Duration.ofHours(25);
    private static final Duration REST = Duration.ofHours(2);
    private static final Duration OVER = SECOND_RUN.plus(REST);

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer platform;
    private FeedServer elsewhere;

    @BeforeEach
    void readAllOnce() throws IOException, InterruptedException {
        platform = FeedServer.start();
        elsewhere = FeedServer.start();
        for (String blog : new String[] {"ada", "grace", "mary"}) {
            serve(blog);
        }
        elsewhere.serve("/jean", FeedServer.rss("jean"));
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title>"
                        + "<planet:hostPause>PT0S</planet:hostPause><planet:requests>1</planet:requests></head><body>"
                        + outline(platform, "ada") + outline(platform, "grace") + outline(platform, "mary")
                        + outline(elsewhere, "jean") + "</body></opml>");
        assertThat(updateAfter(Duration.ZERO)).isZero();
        platform.takeAsked();
        elsewhere.takeAsked();
    }

    @AfterEach
    void stop() {
        platform.close();
        elsewhere.close();
    }

    @Test
    void isAskedForNoOtherFeedInTheSameRun() throws InterruptedException {
        FeedState before = state("grace");
        refuse("ada", REST);

        assertThat(updateAfter(SECOND_RUN)).isZero();

        assertThat(platform.takeAsked()).containsExactly("/ada");
        assertThat(elsewhere.takeAsked()).containsExactly("/jean");
        assertThat(before.approach().validators().etag()).isEqualTo("\"grace\"");
        assertThat(state("grace"))
                .as("no failure, no back-off, the same validators")
                .isEqualTo(before);
        assertThat(state("ada").course().failures()).isEqualTo(1);
        assertThat(terminal.out())
                .contains(
                        "was not asked, since its server, localhost:",
                        "asked for rest until " + Terminal.TODAY.plus(OVER),
                        "2 asked, 0 with news, 1 unchanged, 1 asked us to come back later, 0 failed,"
                                + " 2 not asked, since their servers asked for rest.");
    }

    @Test
    void isAskedForNoneUntilItsTimeHasComeThoughForcedAndForAllThen() throws InterruptedException {
        refuse("ada", REST);
        updateAfter(SECOND_RUN);
        platform.takeAsked();
        elsewhere.takeAsked();
        serve("ada");

        assertThat(updateAfter(OVER.minusSeconds(1), "--force")).isZero();
        assertThat(platform.takeAsked()).isEmpty();
        assertThat(elsewhere.takeAsked()).containsExactly("/jean");
        assertThat(terminal.out()).contains("1 asked, 0 with news, 1 unchanged, 0 failed, 3 not due yet.");

        assertThat(updateAfter(OVER)).isZero();
        assertThat(platform.takeAsked()).containsExactly("/ada", "/grace", "/mary");
        assertThat(state("ada").course().failures()).isZero();
    }

    @ParameterizedTest(name = "rest for {0}: the others after {1}")
    @CsvSource({"PT1H, PT1H", "PT2H, PT2H", "PT5H, PT2H"})
    void isSaidToBeAskedAgainWhenItsTimeHasCome(Duration rest, Duration others) {
        refuse("ada", rest);
        updateAfter(SECOND_RUN);

        assertThat(Folder.read(folder.resolve("output/status.json")))
                .containsPattern(nextVisit("ada", SECOND_RUN.plus(rest)))
                .containsPattern(nextVisit("grace", SECOND_RUN.plus(others)));
    }

    private static String nextVisit(String blog, Duration later) {
        return "(?s)/" + blog + "\".*?\"nextVisit\"\\s*:\\s*\"" + Terminal.TODAY.plus(later) + "\"";
    }

    @Test
    void isAskedForNoOtherInTheRunButInTheNextWhenItNamesNoMoment() throws InterruptedException {
        refuse("ada", null);

        updateAfter(SECOND_RUN);
        assertThat(platform.takeAsked()).containsExactly("/ada");
        assertThat(terminal.out()).contains("said that it is asked too often");

        updateAfter(SECOND_RUN.plusMinutes(30));
        assertThat(platform.takeAsked()).containsExactly("/grace", "/mary");
    }

    @Test
    void comesRoundToTheOthersThoughItNeverAnswersForOne() throws InterruptedException {
        refuse("ada", REST);
        updateAfter(SECOND_RUN);
        platform.takeAsked();

        for (int run = 1; run <= 3; run++) {
            updateAfter(SECOND_RUN.plus(REST.multipliedBy(run)), "--force");
            assertThat(platform.takeAsked()).containsExactly("/ada", "/grace", "/mary");
        }
    }

    @Test
    void isNoSignOfADeadNetwork() {
        elsewhere.serve("/jean", new MockResponse.Builder().code(500).build());
        refuse("ada", REST);

        assertThat(updateAfter(SECOND_RUN)).isZero();

        assertThat(terminal.err()).doesNotContain("No feed could be fetched");
    }

    private void serve(String blog) {
        platform.serve(
                "/" + blog,
                new MockResponse.Builder()
                        .addHeader("ETag", "\"" + blog + "\"")
                        .body(FeedServer.rss(blog))
                        .build());
    }

    private void refuse(String blog, @Nullable Duration rest) {
        MockResponse.Builder refusal = new MockResponse.Builder().code(429);
        platform.serve(
                "/" + blog,
                rest == null
                        ? refusal.build()
                        : refusal.addHeader("Retry-After", rest.toSeconds()).build());
    }

    private static String outline(FeedServer server, String blog) {
        return "<outline type=\"rss\" text=\"" + blog + "\" xmlUrl=\"" + server.url("/" + blog) + "\"/>";
    }

    private FeedState state(String blog) {
        try (Archive archive = Archive.open(folder.resolve("archive.db"))) {
            Map<FeedKey, FeedState> states = archive.states();
            return Objects.requireNonNull(states.get(new FeedKey(blog, URI.create(platform.url("/" + blog)))));
        }
    }

    private int updateAfter(Duration later, String... options) {
        String[] places = {
            "update",
            "--allow-private-addresses",
            "--feeds=" + folder.resolve("feeds.opml"),
            "--output=" + folder.resolve("output"),
            "--archive=" + folder.resolve("archive.db")
        };
        String[] all = Arrays.copyOf(places, places.length + options.length);
        System.arraycopy(options, 0, all, places.length, options.length);
        Instant now = Terminal.TODAY.plus(later);
        return terminal.runAt(now, all);
    }
}
