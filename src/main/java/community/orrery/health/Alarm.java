package community.orrery.health;

import java.net.URI;

/** A feed of which somebody was told that it fails, and not yet that it is well again. */
public record Alarm(String member, URI feed) {}
