package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import community.orrery.metrics.Figures;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code planet:notify} over weeks of runs, with a mail server and a web server that are real. */
class NotifyTest {

    /** A Friday. */
    private static final Instant FIRST = Instant.parse("2026-11-06T12:00:00Z");

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();
    private FeedServer feeds;
    private GreenMail mail;

    @BeforeEach
    void open() throws IOException {
        feeds = FeedServer.start();
        feeds.serve("/ada.xml", FeedServer.rss("ada"));
        feeds.serve("/grace.xml", FeedServer.rss("grace"));
        mail = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        terminal.environment.put("ORRERY_SMTP_HOST", "127.0.0.1");
        terminal.environment.put(
                "ORRERY_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        terminal.environment.put("ORRERY_SMTP_SECURITY", "none");
        terminal.environment.put("ORRERY_SMTP_FROM", "orrery@planet.example");
    }

    @AfterEach
    void close() {
        mail.stop();
        feeds.close();
    }

    @Test
    void tellsOnceThatAFeedFailsOnceThatItIsWellAndAWeekOnMondays() throws Exception {
        list("nina@planet.example");
        List<String> told = new ArrayList<>();
        for (int day = 0; day < 21; day++) {
            if (day == 2) {
                feeds.serve("/ada.xml", new MockResponse.Builder().code(500).build());
            }
            if (day == 12) {
                feeds.serve("/ada.xml", FeedServer.rss("ada"));
            }
            for (int run = 0; run < (day % 5 == 0 ? 3 : 1); run++) {
                assertThat(update(FIRST.plus(Duration.ofDays(day)).plus(Duration.ofHours(run))))
                        .isZero();
            }
            for (MimeMessage message : mail.getReceivedMessages()) {
                told.add(day + " " + message.getSubject());
            }
            mail.purgeEmailFromAllMailboxes();
        }
        assertThat(told)
                .containsExactly(
                        "3 P: 6 new posts, 2026-11-06 to 2026-11-09",
                        "5 P: a feed is failing for three days",
                        "10 P: 0 new posts, 2026-11-09 to 2026-11-16",
                        "12 P: a feed is well again",
                        "17 P: 0 new posts, 2026-11-16 to 2026-11-23");
    }

    @Test
    void tellsThatAFeedIsWellWhenItsAddressWasMendedInTheList() throws Exception {
        list("nina@planet.example");
        feeds.serve("/ada.xml", new MockResponse.Builder().code(404).build());
        assertThat(update(FIRST)).isZero();
        assertThat(update(FIRST.plus(Duration.ofDays(3)))).isZero();
        Path list = folder.resolve("feeds.opml");
        Files.writeString(list, Files.readString(list).replace("/ada.xml", "/ada/feed.xml"));
        assertThat(update(FIRST.plus(Duration.ofDays(4)))).isZero();
        mail.purgeEmailFromAllMailboxes();

        feeds.serve("/ada/feed.xml", FeedServer.rss("ada"));
        assertThat(update(FIRST.plus(Duration.ofDays(5)))).isZero();
        assertThat(update(FIRST.plus(Duration.ofDays(6)))).isZero();

        assertThat(mail.getReceivedMessages()).singleElement().satisfies(message -> {
            assertThat(message.getSubject()).isEqualTo("P: a feed is well again");
            assertThat(message.getContent().toString()).contains("- Ada, " + feeds.url("/ada/feed.xml"));
        });
    }

    /** Where sweeps are rare, the letter need not wait for one. */
    @Test
    void aRunningPlanetSendsTheWeeksLetterOnItsOwnTimeAndOnce() throws Exception {
        list("nina@planet.example");
        assertThat(update(FIRST)).isZero();
        CrawlOptions options = new CrawlOptions();
        options.feeds = folder.resolve("feeds.opml");
        options.output = folder.resolve("output");
        options.archive = folder.resolve("archive.db");
        Clock monday = Clock.fixed(FIRST.plus(Duration.ofDays(3)), ZoneOffset.UTC);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(nowhere, nowhere, false, monday, terminal.environment);
        try (Rounds rounds = new Rounds(options, around, new Update(options, around), new Figures())) {
            rounds.tell();
            rounds.tell();
        }

        assertThat(mail.getReceivedMessages()).singleElement().satisfies(letter -> assertThat(letter.getSubject())
                .isEqualTo("P: 6 new posts, 2026-11-06 to 2026-11-09"));
    }

    /** Due are the night's maintenance and the week's letter. */
    @Test
    void aDryRunThatGoesOnWritesNothingAndTellsNobody() throws Exception {
        list("nina@planet.example");
        assertThat(update(FIRST)).isZero();
        Map<String, String> before = Folder.texts(folder);
        CrawlOptions options = new CrawlOptions();
        options.feeds = folder.resolve("feeds.opml");
        options.output = folder.resolve("output");
        options.archive = folder.resolve("archive.db");
        options.allowPrivateAddresses = true;
        options.dryRun = true;
        Clock monday = Clock.fixed(FIRST.plus(Duration.ofDays(3)), ZoneOffset.UTC);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Surroundings around = new Surroundings(nowhere, nowhere, false, monday, terminal.environment);
        try (Rounds rounds = new Rounds(options, around, new Update(options, around), new Figures())) {
            assertThat(rounds.sweep()).isZero();
            rounds.maintain();
            rounds.tell();
        }

        assertThat(Folder.texts(folder)).isEqualTo(before);
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void theWeeksLetterCountsPostsOfTheListAsItIsNow() throws Exception {
        list("nina@planet.example");
        assertThat(update(FIRST)).isZero();
        Path list = folder.resolve("feeds.opml");
        Files.writeString(
                list,
                Files.readString(list)
                        .replace("text=\"Ada\"", "text=\"Ada's new name\"")
                        .replaceFirst("<outline type=\"rss\" text=\"Grace\"[^>]*>", ""));

        assertThat(update(FIRST.plus(Duration.ofDays(3)))).isZero();

        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("P: 3 new posts, 2026-11-06 to 2026-11-09");
        assertThat(letter.getContent().toString()).contains("- Ada's new name: 3");
    }

    @Test
    void theWeeksLetterCountsNoPostThatTheListHides() throws Exception {
        list("nina@planet.example");
        assertThat(update(FIRST)).isZero();
        Path list = folder.resolve("feeds.opml");
        Files.writeString(
                list,
                Files.readString(list)
                        .replace("</head>", "<planet:hidden url=\"https://ada.example/2\" why=\"spam\"/></head>"));

        assertThat(update(FIRST.plus(Duration.ofDays(3)))).isZero();

        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("P: 5 new posts, 2026-11-06 to 2026-11-09");
        assertThat(letter.getContent().toString()).contains("- Ada: 2", "- Grace: 3");
    }

    @Test
    void aMailServerThatIsDownCostsNeitherTheRunNorTheMessage() throws Exception {
        list("nina@planet.example");
        feeds.serve("/ada.xml", new MockResponse.Builder().code(404).build());
        assertThat(update(FIRST)).isZero();
        mail.stop();

        List<String> logged = Logged.during(
                () -> assertThat(update(FIRST.plus(Duration.ofDays(3)))).isZero());
        assertThat(terminal.err()).contains("The message", "failing for three days", "kept and tried again");
        assertThat(logged).isEmpty(); // it would stand on standard error once more
        assertThat(folder.resolve("output/index.html")).exists();
        assertThat(update(FIRST.plus(Duration.ofDays(3)).plusSeconds(60))).isZero();
        assertThat(terminal.err()).isEmpty(); // not before five minutes

        mail.start();
        terminal.environment.put(
                "ORRERY_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        assertThat(update(FIRST.plus(Duration.ofDays(3)).plusSeconds(600))).isZero();
        assertThat(update(FIRST.plus(Duration.ofDays(3)).plusSeconds(9000))).isZero();

        MimeMessage[] received = mail.getReceivedMessages();
        assertThat(received).hasSize(2);
        MimeMessage message = received[0];
        assertThat(message.getSubject()).isEqualTo("P: a feed is failing for three days");
        assertThat(message.getAllRecipients()[0]).hasToString("nina@planet.example");
        assertThat(message.getFrom()[0]).hasToString("orrery@planet.example");
        assertThat(message.getMessageID()).isEqualTo("<failing-2026-11-09T12-00-00Z.orrery@planet.example>");
        assertThat((String) message.getContent()).contains("- Ada, ", "/ada.xml", "404");
        assertThat(received[1].getSubject()).contains("3 new posts");
    }

    @Test
    void amongManyThatWaitARunTriesOneAndGivesItUpAfterAMonth() throws Exception {
        list("nina@planet.example");
        assertThat(update(FIRST)).isZero();
        mail.stop();
        for (int week = 1; week <= 4; week++) {
            assertThat(update(FIRST.plus(Duration.ofDays(7 * week)))).isZero();
            assertThat(terminal.err()).containsOnlyOnce("The message");
        }

        mail.start();
        terminal.environment.put(
                "ORRERY_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
        assertThat(update(FIRST.plus(Duration.ofDays(38)))).isZero();

        assertThat(mail.getReceivedMessages())
                .extracting(MimeMessage::getSubject)
                .containsExactly(
                        "P: 0 new posts, 2026-11-13 to 2026-11-20",
                        "P: 0 new posts, 2026-11-20 to 2026-11-27",
                        "P: 0 new posts, 2026-11-27 to 2026-12-04",
                        "P: 0 new posts, 2026-12-04 to 2026-12-14");
    }

    @Test
    void withoutAMailServerTheMessageWaitsAndTheRemedyIsTold() throws Exception {
        terminal.environment.clear();
        list("nina@planet.example");
        feeds.serve("/ada.xml", new MockResponse.Builder().code(404).build());
        update(FIRST);

        assertThat(update(FIRST.plus(Duration.ofDays(3)))).isZero();

        assertThat(terminal.err()).contains("ORRERY_SMTP_HOST");
    }

    @Test
    void tellsAWebhookAndTriesAgainWhenItFails() throws Exception {
        try (MockWebServer hook = new MockWebServer()) {
            hook.start();
            hook.enqueue(new MockResponse.Builder().code(503).build());
            hook.enqueue(new MockResponse.Builder().code(204).build());
            hook.enqueue(new MockResponse.Builder().code(204).build());
            hook.enqueue(new MockResponse.Builder().code(503).build());
            list(hook.url("/hooks/planet").toString());
            feeds.serve("/ada.xml", new MockResponse.Builder().code(404).build());
            update(FIRST.plus(Duration.ofDays(4)));
            assertThat(hook.getRequestCount()).isZero();

            assertThat(update(FIRST.plus(Duration.ofDays(8)))).isZero();
            assertThat(update(FIRST.plus(Duration.ofDays(8)).plusSeconds(600))).isZero();
            assertThat(update(FIRST.plus(Duration.ofDays(8)).plusSeconds(1200))).isZero();

            RecordedRequest first = hook.takeRequest();
            RecordedRequest again = hook.takeRequest();
            assertThat(first.getHeaders().get("Content-Type")).isEqualTo("application/json");
            assertThat(first.getBody()).isEqualTo(again.getBody());
            assertThat(Objects.requireNonNull(again.getBody()).utf8())
                    .contains("\"title\":\"P: a feed is failing for three days\"", "\"text\":\"P: a feed");
            assertThat(again.getHeaders().get("Idempotency-Key")).startsWith("failing-2026-11-14");
            assertThat(hook.getRequestCount()).isEqualTo(2);
        }
    }

    @Test
    void aListThatStrangersEditMakesNobodyCallThisMachinesOwnNetwork() throws Exception {
        try (MockWebServer hook = new MockWebServer()) {
            hook.start();
            list(hook.url("/hooks/planet").toString());
            Files.writeString(folder.resolve("ada.xml"), "no feed");
            String list = Files.readString(folder.resolve("feeds.opml"));
            Files.writeString(folder.resolve("feeds.opml"), list.replaceFirst("http://[^\"]*/ada.xml", "ada.xml"));
            updateStrictly(FIRST);

            updateStrictly(FIRST.plus(Duration.ofDays(3)));

            assertThat(terminal.err()).contains("the webhook cannot be told: leads to an address that is not public");
            assertThat(hook.getRequestCount()).isZero();
        }
    }

    /** The list is public, and whoever knows a webhook's address can write there. */
    @Test
    void theEnvironmentNamesAWebhookThatStandsInNoList() throws Exception {
        try (MockWebServer hook = new MockWebServer()) {
            hook.start();
            hook.enqueue(new MockResponse.Builder().code(503).build());
            list("nina@planet.example");
            Files.writeString(folder.resolve("ada.xml"), "no feed");
            String list = Files.readString(folder.resolve("feeds.opml"));
            Files.writeString(
                    folder.resolve("feeds.opml"),
                    list.replaceFirst("http://[^\"]*/ada.xml", "ada.xml")
                            .replace("text=\"Ada\"", "text=\"&lt;!channel&gt; R&amp;D @all\""));
            terminal.environment.put("ORRERY_NOTIFY", hook.url("/hooks/s3cret").toString());
            updateStrictly(FIRST);

            updateStrictly(FIRST.plus(Duration.ofDays(3)));

            assertThat(mail.getReceivedMessages()).isEmpty();
            assertThat(hook.getRequestCount()).isEqualTo(1);
            assertThat(terminal.err()).contains("the webhook answered 503").doesNotContain("s3cret");
            assertThat(Objects.requireNonNull(hook.takeRequest().getBody()).utf8())
                    .contains("- &lt;!channel&gt; R&amp;D @\u200ball, ada.xml");
            Folder.texts(folder.resolve("output"))
                    .forEach((path, text) -> assertThat(text).as(path).doesNotContain("s3cret"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "slack://s3cret.example/",
                "https://",
                "//chat.example/s3cret",
                "https://s3cret .example/",
                "a@b\r\nBcc: c@d"
            })
    void anAddressInTheEnvironmentThatIsNoneIsToldAndCostsNoRun(String address) throws Exception {
        list("nina@planet.example");
        terminal.environment.put("ORRERY_NOTIFY", address);

        assertThat(update(FIRST)).isZero();

        assertThat(terminal.err()).contains("ORRERY_NOTIFY", "nobody is told").doesNotContain("s3cret");
        assertThat(folder.resolve("output/index.html")).exists();
    }

    @Test
    void tellsNobodyOnAPlanetThatNamesNobody() throws Exception {
        list("");
        feeds.serve("/ada.xml", new MockResponse.Builder().code(404).build());
        update(FIRST);
        update(FIRST.plus(Duration.ofDays(9)));

        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    private void list(String caretaker) throws IOException {
        Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>P</title>"
                        + (caretaker.isEmpty() ? "" : "<planet:notify>" + caretaker + "</planet:notify>")
                        + "<planet:hostPause>PT0S</planet:hostPause></head><body><outline type=\"rss\" text=\"Ada\" xmlUrl=\""
                        + feeds.url("/ada.xml") + "\"/><outline type=\"rss\" text=\"Grace\" xmlUrl=\""
                        + feeds.url("/grace.xml") + "\"/></body></opml>");
    }

    private int update(Instant now) {
        return updateStrictly(now, "--allow-private-addresses", "--force");
    }

    private int updateStrictly(Instant now, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "update",
                "--feeds=" + folder.resolve("feeds.opml"),
                "--output=" + folder.resolve("output"),
                "--archive=" + folder.resolve("archive.db")));
        arguments.addAll(List.of(more));
        return terminal.runAt(now, arguments.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
