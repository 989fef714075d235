package community.orrery.fetch;

import java.io.IOException;

/** Thrown within this room when we ourselves end a request; {@link Trouble} makes it an outcome. */
final class Refusal extends IOException {

    private final FailureReason reason;

    Refusal(FailureReason reason, String happened) {
        super(happened);
        this.reason = reason;
    }

    FailureReason reason() {
        return reason;
    }

    String happened() {
        return String.valueOf(getMessage());
    }
}
