package community.orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password in the list opens the feed, and is found nowhere else: on no page, in no feed, on no terminal. */
class CredentialsTest {

    private static final String SECRET = "open-sesame";
    private static final String SENT =
            Base64.getEncoder().encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @Test
    void showNowhereWhateverBecomesOfTheFeed() throws IOException, InterruptedException {
        try (FeedServer server = FeedServer.start()) {
            Path feeds = list(server);
            server.serve("/ann", FeedServer.rss("ann").replace("<link>https://ann.example/</link>", ""));
            server.serve("/moved", redirect(301, server.url("/there")));
            server.serve("/there", FeedServer.rss("there"));
            server.serve("/page", "<!DOCTYPE html><link rel=alternate type='application/rss+xml' href='/ann'>");
            assertThat(update(feeds, Duration.ZERO)).isZero();
            keepsTheSecret(feeds);
            assertThat(Files.exists(folder.resolve("output/posts/ann/day-1-of-ann.html")))
                    .isTrue();

            int day = 30;
            for (MockResponse answer : List.of(
                    new MockResponse.Builder().code(401).build(),
                    new MockResponse.Builder()
                            .code(429)
                            .addHeader("Retry-After", "5")
                            .build(),
                    redirect(302, "file:///etc/hostname"),
                    new MockResponse.Builder().code(410).build())) {
                server.serve("/ann", answer);
                server.serve("/page", answer);
                assertThat(update(feeds, Duration.ofDays(day++))).isZero();
                keepsTheSecret(feeds);
            }
        }
    }

    /** Each line is refused for something else, and quoted. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text='A' xmlUrl='https://a.example/f' htmlUrl='https://ann:open-sesame@a.example/'",
                "text='A' xmlUrl='https://a.example/f' htmlUrl='https://ann:open-sesame@a.example/ x'",
                "text='A' xmlUrl='https://ann:open-sesame@a b.example/f'",
                "text='A' xmlUrl='https://ann:open-sesame@a@b.example/f'",
                "text='A' xmlUrl='https://ann:open/open-sesame@a.example/f'",
                "text='A' xmlUrl='https:ann:open-sesame@a.example/f'",
                "text='A' xmlUrl='https:\\\\ann:open-sesame@a.example/f'",
                "text='A' xmlUrl='ann:open-sesame@a.example/f'",
                "text='A' xmlUrl='feed://ann:open-sesame@a.example/f'",
                "text='A' xmlUrl='//ann:open-sesame@a.example/f'",
                "text='https://ann:open-sesame@a.example/f' htmlUrl='https://a.example/'",
                "text='A' xmlUrl='https://a.example/f' planet:avatar='http://open-sesame@a.example/me.png'",
                "text='A' xmlUrl='https://a.example/f' planet:id='https://ann:open-sesame@a.example/'",
                "text='A' xmlUrl='https://a.example/f' planet:status='https://ann:open-sesame@a.example/'",
                "text='A' xmlUrl='https://a.example/f' xmlurl='https://ann:open-sesame@a.example/' htmlUrl='no'",
                "text='A' xmlUrl='https://ann:open-sesame@a.example/f'/><outline text='B' xmlUrl='https://ann:open-sesame@a.example/f'",
            })
    void noMessageAboutAListQuotesOne(String outline) throws IOException {
        Path feeds = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title></head><body>\n<outline "
                        + outline + "/></body></opml>");
        for (String[] command : new String[][] {
            {"validate", "--feeds=" + feeds},
            {"check", "--feeds=" + feeds},
            {"check", "--feeds=" + feeds, "--format=json"},
            {"update", "--feeds=" + feeds, "--archive=" + folder.resolve("a.db"), "--output=" + folder.resolve("o")},
            {"retire", "Z", "--feeds=" + feeds},
            {"import", feeds.toString(), "--feeds=" + folder.resolve("new.opml")},
        }) {
            int exit = terminal.run(command);
            assertThat(terminal.out() + terminal.err())
                    .as(String.join(" ", command))
                    .isNotEmpty()
                    .doesNotContain(SECRET);
            if (!command[0].equals("import")) {
                assertThat(exit).isEqualTo(ExitCode.MEND);
            }
        }
    }

    /** Each edit shows lines that hold some: those that it changes, and those around. */
    @Test
    void noDifferenceOfTheListShowsOne() throws IOException {
        try (FeedServer server = FeedServer.start()) {
            server.serve("/bo", FeedServer.rss("bo"));
            server.serve("/ann", FeedServer.rss("ann"));
            Path feeds = list(server);
            Path reader = Files.writeString(
                    folder.resolve("reader.opml"),
                    "<opml version='1.0'><body><outline text='Cy' xmlUrl='https://cy:open-sesame@cy.example/f'/></body></opml>");
            Path planet = Files.writeString(
                    folder.resolve("config.ini"),
                    "[Planet]\nname = P\nlink = https://p.example/\n\n[https://di:open-sesame@di.example/f]\nname = Di\n");
            for (String[] edit : new String[][] {
                {"add", server.url("/bo"), "--allow-private-addresses"},
                {"add", secret(server.url("/bo")), "--allow-private-addresses"},
                {"rename", "ann", "Annie"},
                {"retire", "ann"},
                {"remove", "ann"},
                {"hide", "https://bo.example/1", "--why=x", archive()},
                {"import", reader.toString()},
                {"import", planet.toString()},
            }) {
                String[] command = Stream.concat(Stream.of(edit), Stream.of("--feeds=" + feeds, "--dry-run"))
                        .toArray(String[]::new);
                assertThat(terminal.run(command)).as(terminal.err()).isZero();
                assertThat(terminal.out()).contains("\n@@ ");
                assertThat(terminal.out() + terminal.err())
                        .as(String.join(" ", command))
                        .doesNotContain(SECRET, SENT);
            }
            assertThat(terminal.run("rename", "ann", "Annie", "--feeds=" + feeds, "--dry-run"))
                    .isZero();
            assertThat(terminal.out()).contains("text=\"Annie\" xmlUrl=\"http://…@");
        }
    }

    @Test
    void aFeedThatIsFoundIsShownWithoutOne() throws IOException {
        try (FeedServer server = FeedServer.start()) {
            server.serve("/ann", FeedServer.rss("ann"));
            server.serve("/page", "<!DOCTYPE html><link rel=alternate type='application/rss+xml' href='/ann'>");
            Path feeds = Files.writeString(
                    folder.resolve("feeds.opml"),
                    "<opml version=\"2.0\"><head><title>T</title></head><body></body></opml>");
            for (String path : List.of("/ann", "/page")) {
                for (String[] command : new String[][] {
                    {"check", secret(server.url(path)), "--allow-private-addresses"},
                    {"check", secret(server.url(path)), "--allow-private-addresses", "--format=markdown"},
                    {"check", secret(server.url(path)), "--allow-private-addresses", "--format=json"},
                    {"add", secret(server.url(path)), "--allow-private-addresses", "--feeds=" + feeds, "--dry-run"},
                }) {
                    terminal.run(command);
                    assertThat(terminal.out() + terminal.err())
                            .as(String.join(" ", command))
                            .contains(server.url(path).replaceAll("^http://|/page$", ""))
                            .doesNotContain(SECRET, SENT);
                }
            }
        }
    }

    /** Hiding is refused where there is no archive, and told of where there is one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void commandsThatAreGivenOneDoNotRepeatIt(boolean archived) throws IOException {
        Path feeds = Files.writeString(
                folder.resolve("feeds.opml"),
                "<opml version=\"2.0\"><head><title>T</title></head><body><outline text=\"A\""
                        + " xmlUrl=\"http://127.0.0.1:1/a\"/></body></opml>");
        if (archived) {
            update(feeds, Duration.ZERO);
        }
        for (String address : List.of(
                "https://ann:" + SECRET + "@127.0.0.1:1/f",
                "https://ann:" + SECRET + "@127.0.0.1:1/ f",
                "ftp://ann:" + SECRET + "@127.0.0.1/f",
                "ann:" + SECRET + "@127.0.0.1/f")) {
            for (String[] command : new String[][] {
                {"add", address, "--feeds=" + feeds},
                {"check", address},
                {"hide", address, "--why=x", "--feeds=" + feeds, archive()},
                {"unhide", address, "--feeds=" + feeds, archive()},
            }) {
                terminal.run(command);
                assertThat(terminal.out() + terminal.err())
                        .as(command[0] + " " + address)
                        .isNotEmpty()
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void aMemberThatIsNamedByItsFeedsAddressIsToldOfWithoutOne() throws IOException {
        for (String[] edit : new String[][] {{"rename", "Annie"}, {"retire"}, {"remove"}}) {
            String address = "https://ann:" + SECRET + "@ann.example/f";
            Path feeds = Files.writeString(
                    folder.resolve("feeds.opml"),
                    "<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head><title>T</title></head><body><outline"
                            + " text=\"Ann\" xmlUrl=\"" + address + "\"/><outline text=\"Bo\""
                            + " xmlUrl=\"https://bo.example/f\"/></body></opml>");
            String[] command = Stream.of(
                            Stream.of(edit[0], address), Stream.of(edit).skip(1), Stream.of("--feeds=" + feeds))
                    .flatMap(words -> words)
                    .toArray(String[]::new);

            assertThat(terminal.run(command)).as(terminal.err()).isZero();

            assertThat(terminal.out()).contains("https://…@ann.example/f").doesNotContain(SECRET);
        }
    }

    private void keepsTheSecret(Path feeds) {
        for (String said : List.of(terminal.out(), terminal.err())) {
            assertThat(said).doesNotContain(SECRET, SENT);
        }
        Folder.texts(folder.resolve("output"))
                .forEach((path, text) -> assertThat(text).as(path).doesNotContain(SECRET, SENT));
        for (String command : List.of("status", "posts")) {
            assertThat(terminal.run(command, "--feeds=" + feeds, archive())).isZero();
            assertThat(terminal.out() + terminal.err()).doesNotContain(SECRET, SENT);
        }
    }

    private Path list(FeedServer server) throws IOException {
        StringBuilder list = new StringBuilder("<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\"><head>"
                + "<title>T</title><planet:hostPause>PT0S</planet:hostPause></head><body>\n");
        for (String path : List.of("ann", "moved", "page", "absent")) {
            list.append("<outline type=\"rss\" text=\"")
                    .append(path)
                    .append("\" xmlUrl=\"")
                    .append(secret(server.url("/" + path)))
                    .append("\"/>\n");
        }
        return Files.writeString(folder.resolve("feeds.opml"), list + "</body></opml>");
    }

    private static String secret(String address) {
        return address.replace("http://", "http://ann:" + SECRET + "@");
    }

    private int update(Path feeds, Duration later) {
        return terminal.runAt(
                Terminal.TODAY.plus(later),
                "update",
                "--allow-private-addresses",
                "--force",
                "--feeds=" + feeds,
                "--output=" + folder.resolve("output"),
                archive());
    }

    private String archive() {
        return "--archive=" + folder.resolve("archive.db");
    }

    private static MockResponse redirect(int status, String location) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .build();
    }
}
