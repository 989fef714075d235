package community.orrery.opml;

/**
 * A setting as the list states it.
 *
 * @param name as written in messages, planet: included
 * @param value white space folded; may be empty
 */
record Stated(String name, String value, int line) {

    /** How messages quote it. */
    String quoted() {
        return name + " is “" + value + "”";
    }
}
