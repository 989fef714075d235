package community.orrery.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What went wrong on the network, in words: an exception in, an outcome out. */
final class Trouble {

    private Trouble() {}

    static FetchOutcome.Failed of(IOException trouble, Duration elapsed) {
        Optional<Refusal> refusal = find(trouble, Refusal.class);
        if (refusal.isPresent()) {
            return new FetchOutcome.Failed(refusal.get().reason(), refusal.get().happened(), elapsed);
        }
        FailureReason reason = reason(trouble);
        return new FetchOutcome.Failed(reason, happened(reason, trouble), elapsed);
    }

    private static FailureReason reason(IOException trouble) {
        if (trouble instanceof UnknownHostException) {
            return FailureReason.UNKNOWN_HOST;
        }
        if (trouble instanceof InterruptedIOException) { // SocketTimeoutException is one
            return FailureReason.TIMEOUT;
        }
        if (trouble instanceof SSLException) {
            // A reset in the middle of a body arrives wrapped in one.
            return find(trouble, SocketException.class).isPresent() ? FailureReason.BROKEN_OFF : FailureReason.TLS;
        }
        if (trouble instanceof ConnectException || trouble instanceof NoRouteToHostException) {
            return FailureReason.UNREACHABLE;
        }
        return trouble instanceof ProtocolException && !isCutShort(trouble)
                ? FailureReason.PROTOCOL
                : FailureReason.BROKEN_OFF;
    }

    private static String happened(FailureReason reason, IOException trouble) {
        return switch (reason) {
            case UNKNOWN_HOST -> "has a host that no name server knows";
            case TIMEOUT -> "did not answer in the time allowed";
            case TLS -> tls(trouble);
            case UNREACHABLE -> "has a server that takes no connection";
            case PROTOCOL -> "sent what is not HTTP"; // in what words, its server does not decide
            default ->
                isCutShort(trouble)
                        ? "stopped in the middle of its answer"
                        : "broke off its answer (" + trouble.getMessage() + ")";
        };
    }

    private static String tls(IOException trouble) {
        if (find(trouble, CertificateExpiredException.class).isPresent()) {
            return "has a certificate that has expired";
        }
        if (find(trouble, CertificateNotYetValidException.class).isPresent()) {
            return "has a certificate that is not valid yet";
        }
        if (trouble instanceof SSLPeerUnverifiedException) {
            return "has a certificate for another host";
        }
        if (message(trouble).contains("pkix")) {
            return "has a certificate that no known authority signed, or does not send the chain that leads to one";
        }
        return "could not agree on encryption (" + trouble.getMessage() + ")";
    }

    private static boolean isCutShort(IOException trouble) {
        return trouble instanceof EOFException || message(trouble).contains("unexpected end of stream");
    }

    private static String message(Throwable trouble) {
        return String.valueOf(trouble.getMessage()).toLowerCase(Locale.ROOT);
    }

    /** The first of a kind among the exception, its causes and what was suppressed when several addresses were tried. */
    private static <T extends Throwable> Optional<T> find(Throwable trouble, Class<T> kind) {
        return Stream.iterate(trouble, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .flatMap(one -> Stream.concat(Stream.of(one), Stream.of(one.getSuppressed())))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
