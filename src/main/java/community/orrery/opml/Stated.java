package community.orrery.opml;

/**
 * A setting as a list states it.
 *
 * @param name as written in messages, planet: included
 * @param value white space folded; may be empty
 * @param line in that list, from 1
 */
public record Stated(String name, String value, int line) {

    /** How messages quote it. */
    public String quoted() {
        return name + " is “" + value + "”";
    }
}
