package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, the request ends: in time, in bounded space, in words. */
class BoundsTest {

    private static final long MAX = 64 * 1024;

    /** Far longer than the allowance and far shorter than a hung request: a busy machine passes, a missing bound not. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void endsASlowDrip() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<feed>");
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                RawServer.send(socket, "x");
            }
        })) {
            assertEndsInTime(server.uri());
        }
    }

    @Test
    void endsASlowDripOfHeaders() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n");
            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                RawServer.send(socket, "X-More: and more\r\n");
            }
        })) {
            assertThat(ask(server.uri(), Duration.ofMillis(400)).reason())
                    .isIn(FailureReason.TIMEOUT, FailureReason.BROKEN_OFF, FailureReason.PROTOCOL);
        }
    }

    @Test
    void endsWhenNothingIsAnswered() throws Exception {
        try (RawServer server = new RawServer(socket -> over.await())) {
            assertEndsInTime(server.uri());
        }
    }

    @Test
    void sharesOneAllowanceAmongTheStepsOfARedirect() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            for (int step = 0; step < 5; step++) {
                server.enqueue(Asking.redirect(302, "/" + step)
                        .newBuilder()
                        .headersDelay(150, TimeUnit.MILLISECONDS)
                        .build());
            }
            server.enqueue(feed());

            assertThat(ask(server.url("/").uri(), Duration.ofMillis(400)).reason())
                    .isEqualTo(FailureReason.TIMEOUT);
        }
    }

    @Test
    void stopsReadingAnEndlessBody() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n<feed>");
            sendWithoutEnd(socket.getOutputStream());
        })) {
            assertTooLarge(server.uri());
        }
    }

    @Test
    void stopsReadingAnEndlessErrorPage() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 500 Oops\r\n\r\n<html>");
            sendWithoutEnd(socket.getOutputStream());
        })) {
            assertThat(ask(server.uri(), Duration.ofSeconds(20)).reason()).isEqualTo(FailureReason.SERVER_ERROR);
        }
    }

    @Test
    void stopsUnpackingAGzipBomb() throws Exception {
        Buffer bomb = new Buffer();
        try (OutputStream packed = new GZIPOutputStream(bomb.outputStream())) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                packed.write(nothing);
            }
        }
        assertThat(bomb.size()).isLessThan(MAX);
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body(bomb)
                    .addHeader("Content-Encoding", "gzip")
                    .build());

            assertTooLarge(server.url("/").uri());
        }
    }

    @Test
    void refusesAnAnnouncedLengthAtOnce() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<feed>");
            over.await();
        })) {
            assertTooLarge(server.uri());
        }
    }

    @Test
    void saysThatABodyWasCutShort() throws Exception {
        try (RawServer server = new RawServer(
                socket -> RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<feed>"))) {
            FetchOutcome.Failed failed = ask(server.uri(), Duration.ofSeconds(20));

            assertThat(failed.reason()).isEqualTo(FailureReason.BROKEN_OFF);
            assertThat(failed.words()).startsWith("stopped in the middle of its answer: ");
        }
    }

    @Test
    void saysThatAConnectionWasResetInTheMiddleOfABody() throws Exception {
        try (RawServer server = new RawServer(socket -> {
            RawServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<feed>");
            socket.setSoLinger(true, 0); // closing now resets
        })) {
            assertThat(ask(server.uri(), Duration.ofSeconds(20)).reason()).isEqualTo(FailureReason.BROKEN_OFF);
        }
    }

    @Test
    void saysThatGzipWasCutShortOrIsNone() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(
                    feed().newBuilder().addHeader("Content-Encoding", "gzip").build());

            assertThat(ask(server.url("/").uri(), Duration.ofSeconds(20)).reason())
                    .isEqualTo(FailureReason.BROKEN_OFF);
        }
    }

    @Test
    void saysThatWhatAnswersIsNotHttp() throws Exception {
        try (RawServer server = new RawServer(socket -> RawServer.send(socket, "220 mail.example ESMTP\r\n\r\n"))) {
            FetchOutcome.Failed failed = ask(server.uri(), Duration.ofSeconds(20));
            assertThat(failed.reason()).isEqualTo(FailureReason.PROTOCOL);
            assertThat(failed.words()).doesNotContain("ESMTP");
        }
    }

    @Test
    void endsWhenNobodyTakesTheConnection() throws Exception {
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Fetcher fetcher = Asking.fetcher(
                        settings(Duration.ZERO, Duration.ofMillis(300), Duration.ofMinutes(5), MAX),
                        Reach.ANYWHERE,
                        Asking.offline())) {
            for (int i = 0; i < 8; i++) { // more than the system keeps for a server that takes none
                SocketChannel one = SocketChannel.open();
                waiting.add(one);
                one.configureBlocking(false);
                one.connect(full.getLocalSocketAddress());
            }

            FetchOutcome outcome = fetcher.fetch(first(URI.create("http://localhost:" + full.getLocalPort() + "/")));

            assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Failed.class, failed -> {
                assertThat(failed.reason()).isEqualTo(FailureReason.TIMEOUT);
                assertThat(failed.elapsed()).isLessThan(SOON);
            });
        } finally {
            for (SocketChannel one : waiting) {
                one.close();
            }
        }
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        FetchOutcome.Failed failed = ask(URI.create("http://127.0.0.1:" + port + "/"), Duration.ofSeconds(20));

        assertThat(failed.reason()).isEqualTo(FailureReason.UNREACHABLE);
        assertThat(failed.words()).contains("takes no connection", "may be down");
    }

    @Test
    void saysThatAHostIsUnknown() throws Exception {
        FetchOutcome.Failed failed = ask(URI.create("http://blog.invalid/feed"), Duration.ofSeconds(20));

        assertThat(failed.reason()).isEqualTo(FailureReason.UNKNOWN_HOST);
        assertThat(failed.words()).contains("no name server knows", "check the address");
    }

    @Test
    void readsALongBodyToTheLastByte() throws Exception {
        byte[] body = new byte[3 * Body.HELD + 17];
        new Random(7).nextBytes(body);
        try (MockWebServer server = new MockWebServer();
                Fetcher fetcher = Asking.fetcher(
                        settings(Duration.ZERO, Duration.ofSeconds(20), body.length),
                        Reach.ANYWHERE,
                        Asking.offline())) {
            server.start();
            server.enqueue(
                    new MockResponse.Builder().body(new Buffer().write(body)).build());

            FetchOutcome outcome = fetcher.fetch(first(server.url("/")));

            assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> assertThat(
                            fetched.representation().body())
                    .isEqualTo(body));
        }
    }

    @Test
    void refusesALongBodyOneByteTooLong() throws Exception {
        byte[] body = new byte[Body.HELD + 2];
        try (MockWebServer server = new MockWebServer();
                Fetcher fetcher = Asking.fetcher(
                        settings(Duration.ZERO, Duration.ofSeconds(20), body.length - 1),
                        Reach.ANYWHERE,
                        Asking.offline())) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .chunkedBody(new Buffer().write(body), 8192)
                    .build());

            assertThat(fetcher.fetch(first(server.url("/"))).words()).startsWith("is longer than the 1048577 bytes");
        }
    }

    private static void sendWithoutEnd(OutputStream out) throws IOException {
        byte[] more = new byte[8192];
        while (true) {
            out.write(more);
        }
    }

    private void assertEndsInTime(URI address) throws InterruptedException {
        FetchOutcome.Failed failed = ask(address, Duration.ofMillis(300));
        assertThat(failed.reason()).isEqualTo(FailureReason.TIMEOUT);
        assertThat(failed.words()).startsWith("did not answer in the time allowed: ");
        assertThat(failed.elapsed()).isBetween(Duration.ofMillis(200), SOON);
    }

    private void assertTooLarge(URI address) throws InterruptedException {
        FetchOutcome.Failed failed = ask(address, Duration.ofSeconds(20));
        assertThat(failed.reason()).isEqualTo(FailureReason.TOO_LARGE);
        assertThat(failed.words()).contains("65536 bytes", "planet:maxBytes");
        assertThat(failed.elapsed()).isLessThan(SOON);
    }

    private FetchOutcome.Failed ask(URI address, Duration allowance) throws InterruptedException {
        try (Fetcher fetcher =
                Asking.fetcher(settings(Duration.ZERO, allowance, MAX), Reach.ANYWHERE, Asking.offline())) {
            FetchOutcome outcome = fetcher.fetch(first(address));
            assertThat(outcome).isInstanceOf(FetchOutcome.Failed.class);
            return (FetchOutcome.Failed) outcome;
        } finally {
            over.countDown();
        }
    }
}
