package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.redirect;
import static community.orrery.fetch.Asking.remembering;
import static community.orrery.fetch.Asking.settings;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates are verified, and what is wrong with one is said in words; https is not given up for http. */
class TlsTest {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);

    private final MockWebServer server = new MockWebServer();
    private final MockWebServer plain = new MockWebServer();
    private final HeldCertificate authority =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @BeforeEach
    void start() throws IOException {
        plain.start();
    }

    @AfterEach
    void stop() {
        server.close();
        plain.close();
    }

    @Test
    void asksOverTls() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), authority);
        server.enqueue(feed());

        assertThat(trusting().fetch(first(secure()))).isInstanceOf(FetchOutcome.Fetched.class);
    }

    @Test
    void saysThatACertificateHasExpired() throws IOException, InterruptedException {
        long now = System.currentTimeMillis(); // the JDK verifies by the machine's clock
        serveAs(
                certificate ->
                        certificate.addSubjectAlternativeName("localhost").validityInterval(now - 10 * DAY, now - DAY),
                authority);

        assertRefused("has a certificate that has expired: tell the blogger");
    }

    @Test
    void saysThatACertificateIsNotValidYet() throws IOException, InterruptedException {
        long now = System.currentTimeMillis(); // the JDK verifies by the machine's clock
        serveAs(
                certificate ->
                        certificate.addSubjectAlternativeName("localhost").validityInterval(now + DAY, now + 10 * DAY),
                authority);

        assertRefused("has a certificate that is not valid yet");
    }

    @Test
    void saysThatACertificateIsForAnotherHost() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("other.example"), authority);

        assertRefused("has a certificate for another host");
    }

    @Test
    void saysThatNobodyKnownSignedACertificate() throws IOException, InterruptedException {
        HeldCertificate stranger =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), stranger);

        assertRefused("has a certificate that no known authority signed");
    }

    @Test
    void saysThatAServerDoesNotSpeakTls() throws IOException, InterruptedException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket socket = listening.accept()) {
                    RawServer.send(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            URI address = URI.create("https://localhost:" + listening.getLocalPort() + "/");

            FetchOutcome.Failed failed = (FetchOutcome.Failed) trusting().fetch(first(address));

            assertThat(failed.reason()).isEqualTo(FailureReason.TLS);
            assertThat(failed.words()).startsWith("could not agree on encryption (");
            answered.join();
        }
    }

    @Test
    void refusesThatARememberedAddressGivesUpEncryption() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), authority);
        for (int status : new int[] {301, 302}) {
            server.enqueue(redirect(status, plain.url("/feed").toString()));

            FetchOutcome.Failed failed =
                    (FetchOutcome.Failed) trusting().fetch(remembering(plain.url("/listed"), secure()));

            assertThat(failed.reason()).isEqualTo(FailureReason.DOWNGRADE);
            assertThat(failed.words()).startsWith("now leads from https to http://");
        }
        assertThat(plain.getRequestCount()).isZero();
    }

    @Test
    void refusesThatAPageAtARememberedAddressNamesAFeedWithoutEncryption() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), authority);
        server.enqueue(Asking.response(
                200, "<html><link rel=alternate type=application/rss+xml href='" + plain.url("/feed") + "'>"));

        FetchOutcome.Failed failed =
                (FetchOutcome.Failed) trusting().fetch(remembering(plain.url("/listed"), secure()));

        assertThat(failed.reason()).isEqualTo(FailureReason.DOWNGRADE);
        assertThat(plain.getRequestCount()).isZero();
    }

    @Test
    void remembersNoWayThatGaveUpEncryption() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), authority);
        server.enqueue(redirect(301, "/moved"));
        server.enqueue(redirect(301, plain.url("/feed").toString()));
        plain.enqueue(feed());

        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) trusting().fetch(first(secure()));

        assertThat(fetched.movedTo()).isNull();
        assertThat(fetched.notice()).contains("from https to http", "ask the blogger");
    }

    @Test
    void keepsCredentialsOnTheEncryptedSide() throws IOException, InterruptedException {
        serveAs(certificate -> certificate.addSubjectAlternativeName("localhost"), authority);
        server.enqueue(redirect(302, plain.url("/feed").toString()));
        plain.enqueue(feed());
        HttpUrl secret =
                secure().newBuilder().username("ann").password("secret").build();

        trusting().fetch(first(secret));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isNotNull();
        assertThat(plain.takeRequest().getHeaders().get("Authorization")).isNull();
    }

    @Test
    void tellsACertificateThatEndsSoonForOneOfItsLength() throws IOException, InterruptedException {
        long now = System.currentTimeMillis(); // the JDK verifies by the machine's clock
        long end = (now / 1000 + 5 * 24 * 3600) * 1000;
        serveAs(
                certificate ->
                        certificate.addSubjectAlternativeName("localhost").validityInterval(now - 85 * DAY, end),
                authority);
        server.enqueue(feed());

        Fetcher fetcher = new Fetcher(
                settings(), null, Reach.ANYWHERE, Path.of("."), Clock.fixed(Instant.ofEpochMilli(now), UTC), client());
        FetchOutcome.Fetched fetched = (FetchOutcome.Fetched) fetcher.fetch(first(secure()));

        assertThat(fetched.certificateEnds()).isEqualTo(Instant.ofEpochMilli(end));
    }

    @ParameterizedTest(name = "of {0} days, {1} are left")
    @CsvSource({
        "90, 30, false",
        "90, 11, false",
        "90, 9, true",
        "6, 3, false",
        "6, 0, true",
        "398, 15, false",
        "398, 13, true"
    })
    void countsSoonByACertificatesLength(int days, int left, boolean soon) {
        long now = System.currentTimeMillis();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .validityInterval(now - (days - left) * DAY, now + left * DAY)
                .build();

        assertThat(Certificates.endingSoon(certificate.certificate(), Instant.ofEpochMilli(now)) != null)
                .isEqualTo(soon);
    }

    private void serveAs(UnaryOperator<HeldCertificate.Builder> site, HeldCertificate signer) throws IOException {
        HeldCertificate certificate =
                site.apply(new HeldCertificate.Builder().signedBy(signer)).build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate, signer.certificate())
                .build()
                .sslSocketFactory());
        server.start();
    }

    private HttpUrl secure() {
        return server.url("/feed").newBuilder().host("localhost").build();
    }

    private Fetcher trusting() {
        return Asking.fetcher(settings(), Reach.ANYWHERE, client());
    }

    private OkHttpClient client() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return Asking.offline()
                .newBuilder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private void assertRefused(String words) throws InterruptedException {
        FetchOutcome outcome = trusting().fetch(first(secure()));

        assertThat(outcome).as(outcome.words()).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(((FetchOutcome.Failed) outcome).reason()).isEqualTo(FailureReason.TLS);
        assertThat(outcome.words()).startsWith(words);
    }
}
