package community.orrery.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;

/** The credentials in a list's address, kept from every host but that one. Never shown. */
final class Login {

    private final HttpUrl owner;

    private Login(HttpUrl owner) {
        this.owner = owner;
    }

    static Optional<Login> in(URI xmlUrl) {
        if (xmlUrl.toString().indexOf('@') < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(HttpUrl.parse(xmlUrl.toString()))
                .filter(url -> !url.username().isEmpty() || !url.password().isEmpty())
                .map(Login::new);
    }

    /** The Authorization field's value (RFC 7617) for the host that the list gave it for, also when it moved to https. */
    Optional<String> authorization(HttpUrl url) {
        boolean sameServer =
                url.host().equals(owner.host()) && url.isHttps() == owner.isHttps() && url.port() == owner.port();
        boolean upgraded = url.host().equals(owner.host())
                && !owner.isHttps()
                && owner.port() == 80
                && url.isHttps()
                && url.port() == 443;
        return sameServer || upgraded
                ? Optional.of(Credentials.basic(owner.username(), owner.password(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "a login for " + owner.host();
    }
}
