package community.orrery.fetch;

import community.orrery.feed.Validators;
import community.orrery.parse.Autodiscovery;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Where a request came to its end, and by which way: redirects followed, and once the feed that a page names. */
record Arrival(Answer answer, Trail trail) implements AutoCloseable {

    /** Goes on from answer to answer until one leads no further. */
    static Arrival after(Visit visit, Trail start) throws IOException, InterruptedException {
        Trail trail = start;
        while (true) {
            Answer answer = visit.get(trail.at());
            boolean arrived = false;
            try {
                Optional<Trail> onward = onward(trail, answer);
                if (onward.isEmpty()) {
                    arrived = true;
                    return new Arrival(answer, trail);
                }
                trail = onward.get();
            } finally {
                if (!arrived) {
                    answer.close();
                }
            }
        }
    }

    private static Optional<Trail> onward(Trail trail, Answer answer) throws Refusal {
        if (answer.redirects()) {
            return Optional.of(trail.redirected(answer.status(), answer.header("Location")));
        }
        Optional<URI> feed = trail.page() ? Optional.empty() : feedOf(answer);
        return feed.isEmpty() ? Optional.empty() : Optional.of(trail.discovered(feed.get()));
    }

    /** The feed that a web page in a feed's place names. */
    private static Optional<URI> feedOf(Answer answer) {
        return answer.ok() && answer.isPage()
                ? Autodiscovery.find(answer.body().beginning(), answer.url().uri()).stream()
                        .findFirst()
                : Optional.empty();
    }

    FetchOutcome verdict(FeedRequest request, Instant received, Duration elapsed) {
        boolean asked = !request.validatorsOf(trail.at()).equals(Validators.NONE);
        return Verdict.of(answer, trail, asked, received, elapsed);
    }

    @Override
    public void close() {
        answer.close();
    }
}
