package community.orrery.fetch;

import static community.orrery.fetch.Asking.ATOM;
import static community.orrery.fetch.Asking.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Subscription;
import community.orrery.feed.Validators;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds that are files: below the list's folder, and nowhere else. */
class FeedFileTest {

    private Path home;
    private Path folder;

    @BeforeEach
    void lay(@TempDir Path home) throws IOException {
        this.home = home;
        folder = Files.createDirectories(home.resolve("planet"));
        Files.createDirectories(folder.resolve("feeds/deep"));
        Files.writeString(folder.resolve("feeds/ann's blog.atom"), ATOM);
        Files.writeString(home.resolve("secret.atom"), ATOM);
    }

    @Test
    void readsAFileBelowTheListsFolder() throws InterruptedException {
        FetchOutcome outcome = fetch("feeds/ann's%20blog.atom");

        assertThat(outcome).as(outcome.words()).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> {
            assertThat(new String(fetched.representation().body(), UTF_8)).isEqualTo(ATOM);
            assertThat(fetched.representation().uri()).hasToString("feeds/ann's%20blog.atom");
            assertThat(fetched.movedTo()).isNull();
        });
    }

    @Test
    void countsAnUnchangedFileAsUnchangedEvenWhenItWasWrittenAnew() throws IOException, InterruptedException {
        Path file = folder.resolve("feeds/ann.atom");
        Files.writeString(file, ATOM);
        URI address = URI.create("feeds/ann.atom");
        Validators held = ((FetchOutcome.Fetched) fetch(address.toString())).validators();

        Files.delete(file);
        Files.writeString(file, ATOM);
        FetchOutcome same = fetcher().fetch(new FeedRequest(new Subscription(address, 3), null, held, address));
        Files.writeString(file, ATOM.replace("Racks", "Rucks")); // as long, and perhaps in the same second
        FetchOutcome other = fetcher().fetch(new FeedRequest(new Subscription(address, 3), null, held, address));

        assertThat(same).isInstanceOf(FetchOutcome.NotModified.class);
        assertThat(other).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.atom",
                "feeds/../../secret.atom",
                "feeds/%2e%2e/%2e%2e/secret.atom",
                "..%2Fsecret.atom",
                "/etc/passwd",
                "/",
                "",
                ".",
                "?query",
                "//host.example/feed",
                "feeds%00.atom"
            })
    void readsNothingOutside(String path) throws InterruptedException {
        assertRefused(fetch(path));
    }

    @Test
    void followsNoSymbolicLink() throws IOException, InterruptedException {
        Files.createSymbolicLink(folder.resolve("out.atom"), home.resolve("secret.atom"));
        Files.createSymbolicLink(folder.resolve("in.atom"), folder.resolve("feeds/ann's blog.atom"));
        Files.createSymbolicLink(folder.resolve("up"), home);

        for (String path :
                new String[] {"out.atom", "in.atom", "up/secret.atom", "up/planet/feeds/ann's%20blog.atom"}) {
            FetchOutcome outcome = fetch(path);
            assertRefused(outcome);
            assertThat(outcome.words()).startsWith("leads through a symbolic link");
        }
    }

    @Test
    void mayLieInAFolderThatALinkLeadsTo() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(home.resolve("current"), folder);
        try (Fetcher fetcher = new Fetcher(settings(), null, Reach.PUBLIC, link, Clock.systemUTC())) {
            assertThat(fetcher.fetch(Asking.first(URI.create("feeds/ann's%20blog.atom"))))
                    .isInstanceOf(FetchOutcome.Fetched.class);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("empty.atom"));
        Files.write(folder.resolve("long.atom"), new byte[64 * 1024 + 1]);

        assertThat(fetch("missing.atom").words())
                .isEqualTo("is a file that is not there: " + FailureReason.FILE.remedy());
        assertThat(fetch("feeds").words()).startsWith("is not a file: ");
        assertThat(fetch("empty.atom").words()).startsWith("is an empty file: ");
        assertThat(fetch("long.atom").words()).startsWith("is longer than the 65536 bytes allowed: ");
    }

    private FetchOutcome fetch(String path) throws InterruptedException {
        return fetcher().fetch(Asking.first(URI.create(path)));
    }

    private Fetcher fetcher() {
        return new Fetcher(
                settings(Duration.ofHours(1), Duration.ofSeconds(20), 64 * 1024),
                null,
                Reach.PUBLIC,
                folder,
                Clock.systemUTC());
    }

    private static void assertRefused(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(((FetchOutcome.Failed) outcome).reason()).as(outcome.words()).isEqualTo(FailureReason.FILE);
    }
}
