package community.orrery.fetch;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Thrown within this room instead of asking a server that wants to be left alone. */
final class AtRest extends IOException {

    private final String server;
    private final @Nullable Instant until;

    /** @param until null when the server named no moment */
    AtRest(String server, @Nullable Instant until) {
        this.server = server;
        this.until = until;
    }

    FetchOutcome.HeldBack outcome() {
        return new FetchOutcome.HeldBack(server, until);
    }
}
