package community.orrery.health;

/**
 * A message to the person who looks after the planet.
 *
 * @param id the same however often it is sent, so that whoever receives it twice can tell
 * @param body plain text, lines of any length
 */
public record Notice(String id, String subject, String body) {}
