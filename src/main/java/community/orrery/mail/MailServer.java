package community.orrery.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The server that takes our mail, as {@code ORRERY_SMTP_*} in the environment describe it. */
public final class MailServer {

    private static final String PREFIX = "ORRERY_SMTP_";
    private static final List<String> SECURITIES = List.of("starttls", "tls", "none");

    /** A server that keeps silent for longer is tried again another time. */
    private static final String MILLIS = "20000";

    private final Map<String, String> environment;
    private final @Nullable SSLSocketFactory sockets;

    public MailServer(Map<String, String> environment) {
        this(environment, null);
    }

    /** @param sockets know whose certificates to trust; null: those whom this Java trusts */
    MailServer(Map<String, String> environment, @Nullable SSLSocketFactory sockets) {
        this.environment = Map.copyOf(environment);
        this.sockets = sockets;
    }

    /**
     * A message in plain text.
     *
     * @param id the same however often it is sent
     */
    public record Letter(String to, String id, String subject, String body, Instant made) {}

    /**
     * Sends one message.
     *
     * @return why it was not taken, in words; empty when it was
     */
    public Optional<String> send(Letter letter) {
        String host = setting("HOST", "");
        if (host.isEmpty()) {
            return Optional.of("no mail server is known: set " + PREFIX + "HOST, and what else it needs of " + PREFIX
                    + "PORT, _SECURITY, _USER, _PASSWORD, _FROM");
        }
        String security = setting("SECURITY", "starttls").toLowerCase(Locale.ROOT);
        if (!SECURITIES.contains(security)) {
            return Optional.of(PREFIX + "SECURITY is \"" + security + "\"; it knows starttls, tls and none");
        }
        String port = setting("PORT", "25");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            return Optional.of(PREFIX + "PORT is \"" + port + "\"; it is a number from 1 to 65535");
        }
        String user = setting("USER", "");
        String from = setting("FROM", user.contains("@") ? user : "orrery@" + host);
        Optional<InternetAddress> sender = sender(from);
        if (sender.isEmpty()) {
            return Optional.of(PREFIX + "FROM is \"" + from + "\"; it is a mail address, after a name or alone");
        }
        try {
            Session session = Session.getInstance(properties(host, security));
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(user.isEmpty() ? null : user, user.isEmpty() ? null : setting("PASSWORD", ""));
                MimeMessage message = message(session, letter, sender.get());
                transport.sendMessage(message, message.getAllRecipients());
            }
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of("the mail server " + host + words(e));
        }
    }

    private static String words(MessagingException e) {
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("STARTTLS is required")) {
            return " offers no STARTTLS, as " + PREFIX + "SECURITY wants it or by default. Nothing was sent to it. Most"
                    + " servers offer it on port 587; one that is encrypted from the start wants " + PREFIX
                    + "SECURITY=tls";
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return " shows no certificate that is trusted here (" + cause.getMessage()
                        + "). Nothing was sent to it."
                        + " Name it as its certificate does; where it is an authority of your own that vouches for it,"
                        + " name that to Java: ORRERY_JAVA_FLAGS=-Djavax.net.ssl.trustStore=FILE";
            }
        }
        return " did not take it: " + said;
    }

    private Properties properties(String host, String security) {
        String usual = security.equals("tls") ? "465" : security.equals("none") ? "25" : "587";
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", setting("PORT", usual));
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(!setting("USER", "").isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(security.equals("tls")));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(security.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(security.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        if (sockets != null) {
            properties.put("mail.smtp.ssl.socketFactory", sockets);
        }
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + wait, MILLIS);
        }
        return properties;
    }

    private static MimeMessage message(Session session, Letter letter, InternetAddress sender)
            throws MessagingException {
        String domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader(
                        "Message-ID", "<" + letter.id().replaceAll("[^A-Za-z0-9.-]", "-") + ".orrery@" + domain + ">");
            }
        };
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
        message.setSubject(letter.subject().replaceAll("\\p{Cc}+", " "), StandardCharsets.UTF_8.name());
        message.setText(letter.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.made()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.saveChanges();
        return message;
    }

    /** With its name, if it has one, as a header may hold it (RFC 2047); empty when that is no address. */
    private static Optional<InternetAddress> sender(String from) {
        try {
            InternetAddress sender = new InternetAddress(from);
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return Optional.of(sender);
        } catch (AddressException e) {
            return Optional.empty();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
    }

    private String setting(String name, String otherwise) {
        String value = environment.getOrDefault(PREFIX + name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
