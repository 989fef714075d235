package community.orrery.fetch;

import static community.orrery.fetch.Asking.feed;
import static community.orrery.fetch.Asking.first;
import static community.orrery.fetch.Asking.redirect;
import static community.orrery.fetch.Asking.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No spelling, name, redirect or answer of a name server makes us talk to our own network. */
class ReachTest {

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getByName("0.0.0.0"), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesEveryAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.1.1.1",
                "128.0.0.1",
                "169.253.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "185.199.108.153",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450::1",
                "64:ff9b::808:808"
            })
    void allowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(PublicAddress.test(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("spellingsOfLoopback")
    void refusesEverySpellingOfLoopback(String host) throws InterruptedException {
        assertRefused(publicOnly(Dns.SYSTEM), URI.create("http://" + host + ":" + server.getPort() + "/feed"));
    }

    @ParameterizedTest
    @MethodSource("spellingsOfLoopback")
    void refusesEverySpellingOfLoopbackAfterARedirect(String host) throws IOException, InterruptedException {
        try (MockWebServer open = new MockWebServer()) {
            open.start(InetAddress.getByName("127.0.0.1"), 0);
            open.enqueue(redirect(302, "http://" + host + ":" + server.getPort() + "/feed"));
            InetSocketAddress door = new InetSocketAddress("127.0.0.1", open.getPort());

            assertRefused(
                    Asking.fetcher(settings(), Reach.publicAnd(door), new OkHttpClient()),
                    URI.create("http://127.0.0.1:" + open.getPort() + "/"));
            assertThat(open.getRequestCount()).isEqualTo(1);
        }
    }

    static Stream<String> spellingsOfLoopback() {
        return Stream.of(
                "127.0.0.1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "127.1",
                "127.0.1",
                "127.1.2.3",
                "0",
                "0.0.0.0",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "%31%32%37.0.0.1",
                "\uff11\uff12\uff17.0.0.1",
                "127\u30020\u30020\u30021");
    }

    @Test
    void refusesANameThatLeadsToAPrivateAddress() throws InterruptedException {
        for (String inside : List.of("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "fd00::1", "::1")) {
            assertRefused(
                    publicOnly(host -> List.of(InetAddress.getByName(inside))),
                    URI.create("http://blog.example:" + server.getPort() + "/feed"));
        }
    }

    @Test
    void refusesANameThatLeadsInsideTheSecondTime() throws IOException, InterruptedException {
        server.enqueue(redirect(302, "/again")
                .newBuilder()
                .addHeader("Connection", "close")
                .build());
        InetAddress outside = InetAddress.getByName("127.0.0.1"); // stands for a public address
        InetAddress inside = InetAddress.getByName("127.0.0.2");
        Iterator<InetAddress> answers = List.of(outside, inside, inside).iterator();
        InetSocketAddress door = new InetSocketAddress(outside, server.getPort());

        try (Fetcher fetcher = Asking.fetcher(
                settings(),
                Reach.publicAnd(door),
                new OkHttpClient.Builder().dns(host -> List.of(answers.next())).build())) {
            FetchOutcome outcome = fetcher.fetch(first(URI.create("http://blog.example:" + server.getPort() + "/")));

            assertThat(((FetchOutcome.Failed) outcome).reason()).isEqualTo(FailureReason.REFUSED_ADDRESS);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void guardsEncryptedConnectionsToo() throws IOException, InterruptedException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        try (MockWebServer encrypted = new MockWebServer()) {
            encrypted.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            encrypted.start();
            encrypted.enqueue(feed());
            HandshakeCertificates trusting = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(certificate.certificate())
                    .build();
            OkHttpClient client = new OkHttpClient.Builder()
                    .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
                    .build();
            URI address = URI.create("https://localhost:" + encrypted.getPort() + "/");

            assertRefused(Asking.fetcher(settings(), Reach.PUBLIC, client), address);
            assertThat(encrypted.getRequestCount()).isZero();
            try (Fetcher anywhere = Asking.fetcher(settings(), Reach.ANYWHERE, client)) {
                assertThat(anywhere.fetch(first(address))).isInstanceOf(FetchOutcome.Fetched.class);
            }
        }
    }

    @Test
    void refusesBeforeAnythingIsSent() {
        SocketFactory sockets = new GuardedSocketFactory(Reach.PUBLIC);

        assertThat(catchThrowable(() -> sockets.createSocket("127.0.0.1", server.getPort())))
                .isInstanceOf(Refusal.class);
        assertThat(catchThrowable(() -> sockets.createSocket(InetAddress.getLoopbackAddress(), server.getPort())))
                .isInstanceOf(Refusal.class);
        assertThat(catchThrowable(
                        () -> sockets.createSocket().connect(InetSocketAddress.createUnresolved("blog.example", 80))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void opensOneDoorAndNoOther() throws IOException, InterruptedException {
        server.enqueue(feed());
        try (MockWebServer neighbour = new MockWebServer()) {
            neighbour.start(InetAddress.getByName("127.0.0.1"), 0);
            Reach door = Reach.publicAnd(new InetSocketAddress("127.0.0.1", server.getPort()));
            assertRefused(
                    Asking.fetcher(settings(), door, new OkHttpClient()),
                    URI.create("http://127.0.0.1:" + neighbour.getPort() + "/"));
            assertThat(neighbour.getRequestCount()).isZero();
            try (Fetcher fetcher = Asking.fetcher(settings(), door, new OkHttpClient())) {
                assertThat(fetcher.fetch(first(URI.create("http://127.0.0.1:" + server.getPort() + "/"))))
                        .isInstanceOf(FetchOutcome.Fetched.class);
            }
        }
    }

    private static Fetcher publicOnly(Dns dns) {
        return Asking.fetcher(
                settings(), Reach.PUBLIC, new OkHttpClient.Builder().dns(dns).build());
    }

    private void assertRefused(Fetcher fetcher, URI address) throws InterruptedException {
        try (fetcher) {
            FetchOutcome outcome = fetcher.fetch(first(address));

            assertThat(outcome).as("%s", address).isInstanceOf(FetchOutcome.Failed.class);
            FetchOutcome.Failed failed = (FetchOutcome.Failed) outcome;
            // A spelling that is not understood as an address is no host at all.
            assertThat(failed.reason())
                    .isIn(FailureReason.REFUSED_ADDRESS, FailureReason.UNKNOWN_HOST, FailureReason.BAD_ADDRESS);
            if (failed.reason() == FailureReason.REFUSED_ADDRESS) {
                assertThat(failed.words()).contains("not public", "--allow-private-addresses");
            }
        }
        assertThat(server.getRequestCount()).isZero();
    }
}
