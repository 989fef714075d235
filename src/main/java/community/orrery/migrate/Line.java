package community.orrery.migrate;

/**
 * A name with its value, as a configuration states it.
 *
 * @param value white space around it taken off; several lines are one, with spaces between
 * @param number of the line, from 1
 */
record Line(String name, String value, int number) {}
