package community.orrery.mail;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.mail.MailServer.Letter;
import community.orrery.mail.SmtpServer.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message to a mail server that is real, but for the network: over TLS, never past it. */
class MailServerTest {

    private static final Letter LETTER = new Letter(
            "nina@planet.example", "failing-1", "A feed is failing", "- Ada", Instant.parse("2026-11-09T12:00:00Z"));
    private static final String PASSWORD = "open-sesame";

    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private final SSLSocketFactory served = new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory();
    private final SSLSocketFactory trusting = new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build()
            .sslSocketFactory();

    @ParameterizedTest
    @CsvSource({"AFTER_STARTTLS, starttls", "FROM_THE_START, tls"})
    void aLetterAndThePasswordAreEncrypted(Tls tls, String security) throws IOException {
        try (SmtpServer server = new SmtpServer(tls, served)) {
            assertThat(new MailServer(environment(server, security), trusting).send(LETTER))
                    .isEmpty();

            assertThat(server.encrypted())
                    .contains("Subject: A feed is failing", "To: nina@planet.example", "- Ada")
                    .anyMatch(line -> line.startsWith("AUTH "));
            assertThat(server.inClear()).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
        }
    }

    /** As a server that cannot, or somebody in between who leaves the offer out. */
    @Test
    void aServerThatOffersNoStarttlsIsToldNeitherThePasswordNorTheLetter() throws IOException {
        try (SmtpServer server = new SmtpServer(Tls.NEVER, served)) {
            Optional<String> trouble = new MailServer(environment(server, "starttls"), trusting).send(LETTER);

            assertThat(trouble).hasValueSatisfying(words -> assertThat(words)
                    .contains("offers no STARTTLS", "Nothing was sent", "ORRERY_SMTP_SECURITY=tls"));
            keptQuiet(server);
        }
    }

    @ParameterizedTest
    @CsvSource({"AFTER_STARTTLS, starttls", "FROM_THE_START, tls"})
    void aCertificateThatNobodyVouchesForEndsIt(Tls tls, String security) throws IOException {
        try (SmtpServer server = new SmtpServer(tls, served)) {
            Optional<String> trouble = new MailServer(environment(server, security)).send(LETTER);

            assertThat(trouble)
                    .hasValueSatisfying(words -> assertThat(words).contains("certificate", "javax.net.ssl.trustStore"));
            keptQuiet(server);
        }
    }

    @Test
    void aCertificateOfAnotherHostEndsIt() throws IOException {
        HeldCertificate others = new HeldCertificate.Builder()
                .addSubjectAlternativeName("mail.example")
                .build();
        SSLSocketFactory othersKeys = new HandshakeCertificates.Builder()
                .heldCertificate(others)
                .build()
                .sslSocketFactory();
        SSLSocketFactory trustingThem = new HandshakeCertificates.Builder()
                .addTrustedCertificate(others.certificate())
                .build()
                .sslSocketFactory();
        try (SmtpServer server = new SmtpServer(Tls.FROM_THE_START, othersKeys)) {
            assertThat(new MailServer(environment(server, "tls"), trustingThem).send(LETTER))
                    .isPresent();
            keptQuiet(server);
        }
    }

    @Test
    void aSenderMayHaveANameInAnyLanguage() throws IOException {
        try (SmtpServer server = new SmtpServer(Tls.FROM_THE_START, served)) {
            Map<String, String> environment = environment(server, "tls");
            environment.put("ORRERY_SMTP_FROM", "Plänet für alle <planet@example.org>");

            assertThat(new MailServer(environment, trusting).send(LETTER)).isEmpty();

            assertThat(server.encrypted())
                    .contains(
                            "MAIL FROM:<planet@example.org>",
                            "From: =?UTF-8?Q?Pl=C3=A4net_f=C3=BCr_alle?= <planet@example.org>",
                            "Message-ID: <failing-1.orrery@example.org>");
        }
    }

    @Test
    void noLineBreakOfOursMakesAnotherHeader() throws IOException {
        try (SmtpServer server = new SmtpServer(Tls.FROM_THE_START, served)) {
            Letter forged = new Letter(
                    "nina@planet.example",
                    "failing-1>\r\nBcc: eve@evil.example",
                    "P\r\nBcc: eve@evil.example\r\n\r\nBuy",
                    ".\r\nQUIT\r\n.\r\nBody",
                    LETTER.made());
            assertThat(new MailServer(environment(server, "tls"), trusting).send(forged))
                    .isEmpty();

            assertThat(server.encrypted())
                    .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("Buy"))
                    .contains("RCPT TO:<nina@planet.example>", "..", "Body")
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);

            Letter astray =
                    new Letter("nina@planet.example\r\nBcc: eve@evil.example", "id", "Subject", "Body", LETTER.made());
            assertThat(new MailServer(environment(server, "tls"), trusting).send(astray))
                    .isPresent();
            assertThat(server.encrypted()).noneMatch(line -> line.contains("RCPT TO:<eve"));
        }
    }

    /** Java's own mail would take another port in silence, or throw. */
    @ParameterizedTest
    @ValueSource(strings = {"99999", "0", "smtp", "58 7", "-1"})
    void aPortThatIsNoneIsTold(String port) {
        MailServer server = new MailServer(
                Map.of("ORRERY_SMTP_HOST", "127.0.0.1", "ORRERY_SMTP_PORT", port, "ORRERY_SMTP_SECURITY", "none"));

        assertThat(server.send(LETTER))
                .contains("ORRERY_SMTP_PORT is \"" + port + "\"; it is a number from 1 to 65535");
    }

    /** The server is not asked, nor blamed. */
    @Test
    void aSenderThatIsNoAddressIsTold() {
        MailServer server = new MailServer(Map.of(
                "ORRERY_SMTP_HOST", "127.0.0.1",
                "ORRERY_SMTP_FROM", "Planet <planet at example.org>",
                "ORRERY_SMTP_SECURITY", "none"));

        assertThat(server.send(LETTER))
                .contains("ORRERY_SMTP_FROM is \"Planet <planet at example.org>\"; it is a mail address, after a name"
                        + " or alone");
    }

    private static void keptQuiet(SmtpServer server) {
        String secret = Base64.getEncoder().encodeToString(("\0orrery\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        for (List<String> heard : List.of(server.inClear(), server.encrypted())) {
            assertThat(String.join("\n", heard)).doesNotContain("AUTH", "MAIL FROM", PASSWORD, secret, "- Ada");
        }
    }

    private static Map<String, String> environment(SmtpServer server, String security) {
        Map<String, String> environment = new HashMap<>();
        environment.put("ORRERY_SMTP_HOST", "127.0.0.1");
        environment.put("ORRERY_SMTP_PORT", String.valueOf(server.port()));
        environment.put("ORRERY_SMTP_SECURITY", security);
        environment.put("ORRERY_SMTP_USER", "orrery");
        environment.put("ORRERY_SMTP_PASSWORD", PASSWORD);
        return environment;
    }
}
