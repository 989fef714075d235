package community.orrery.fetch;

import community.orrery.feed.Representation;
import community.orrery.feed.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** What a final answer means for the feed: status, fields and body in, outcome out. Pure. */
final class Verdict {

    private static final int LONGEST_VALIDATOR = 1000;

    private Verdict() {}

    /**
     * @param asked true when validators were sent to the address that answered
     * @param received when the answer arrived
     */
    static FetchOutcome of(Answer answer, Trail trail, boolean asked, Instant received, Duration elapsed) {
        if (answer.status() == 304 && asked) {
            return new FetchOutcome.NotModified(
                    Freshness.of(answer.headers(), received).orElse(null),
                    trail.movedTo(),
                    trail.notice(),
                    elapsed,
                    Certificates.endingSoon(answer.certificate(), received));
        }
        if (answer.ok()) {
            return success(answer, trail, received, elapsed);
        }
        if (answer.status() == 410) {
            return new FetchOutcome.Gone(elapsed);
        }
        Optional<Instant> later = answer.retryAfter(received);
        if (later.isPresent()) {
            return new FetchOutcome.RetryLater(answer.status(), later.get(), elapsed);
        }
        return refused(answer, elapsed);
    }

    private static FetchOutcome success(Answer answer, Trail trail, Instant received, Duration elapsed) {
        if (answer.body().beginning().length == 0) {
            return new FetchOutcome.Failed(FailureReason.NOT_A_FEED, "answered with nothing", elapsed);
        }
        if (answer.isPage()) {
            return page(answer, trail, elapsed);
        }
        URI uri = answer.url().uri();
        byte[] body = answer.body().whole();
        return new FetchOutcome.Fetched(
                new Representation(uri, answer.header("Content-Type"), contentLocation(answer), body),
                new Validators(validator(answer, "ETag"), validator(answer, "Last-Modified")),
                Body.digest(body),
                Freshness.of(answer.headers(), received).orElse(null),
                trail.movedTo(),
                trail.notice(),
                elapsed,
                Certificates.endingSoon(answer.certificate(), received));
    }

    private static FetchOutcome page(Answer answer, Trail trail, Duration elapsed) {
        FailureReason kind = WebPage.isBotWall(answer)
                ? FailureReason.BOT_WALL
                : WebPage.reason(answer.body().beginning());
        // Where one page led to another, neither is a login: a page with a login for comments may well name a feed.
        FailureReason reason = trail.page() && kind != FailureReason.BOT_WALL ? FailureReason.NOT_A_FEED : kind;
        String happened =
                switch (reason) {
                    case BOT_WALL -> "answered with a bot wall instead of a feed";
                    case PARKED -> "answered with the page of a parked domain instead of a feed";
                    case LOGIN -> "answered with a login page instead of a feed";
                    default ->
                        trail.page()
                                ? "is a web page, and what it names as its feed, " + answer.url() + ", is another"
                                : "answered with a web page that names no feed";
                };
        return new FetchOutcome.Failed(reason, happened, elapsed);
    }

    private static FetchOutcome refused(Answer answer, Duration elapsed) {
        int status = answer.status();
        if (WebPage.isBotWall(answer)) {
            return new FetchOutcome.Failed(FailureReason.BOT_WALL, status + " from a bot wall", elapsed);
        }
        FailureReason reason =
                switch (status) {
                    case 401, 407 -> FailureReason.LOGIN;
                    case 402, 403, 406, 451 -> FailureReason.FORBIDDEN;
                    case 404 -> FailureReason.NOT_FOUND;
                    case 429 -> FailureReason.THROTTLED;
                    case 304 -> FailureReason.PROTOCOL;
                    default -> status >= 500 ? FailureReason.SERVER_ERROR : FailureReason.STATUS;
                };
        String happened =
                switch (reason) {
                    case LOGIN -> "wants a login (" + status + ")";
                    case FORBIDDEN -> "is refused to us (" + status + ")";
                    case NOT_FOUND -> "is not there (404)";
                    case THROTTLED -> "was asked too often, says its server (429)";
                    case PROTOCOL -> "answered \"not modified\" (304) though nothing was asked to compare with";
                    case SERVER_ERROR -> "failed in its server (" + status + ")";
                    default -> "answered with status " + status;
                };
        return new FetchOutcome.Failed(reason, happened, elapsed);
    }

    /** A validator is kept to the letter or not at all: not one that could not be sent back, or as long as a feed. */
    private static @Nullable String validator(Answer answer, String name) {
        String value = answer.header(name);
        boolean usable = value != null
                && value.length() <= LONGEST_VALIDATOR
                && value.chars().noneMatch(Character::isISOControl);
        return usable ? value : null;
    }

    private static @Nullable URI contentLocation(Answer answer) {
        String value = answer.header("Content-Location");
        HttpUrl url = value == null ? null : answer.url().resolve(value);
        return url == null ? null : Trail.plain(url).map(HttpUrl::uri).orElse(null);
    }
}
