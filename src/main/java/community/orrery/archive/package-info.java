/**
 * Remembers feeds and posts between runs, in one SQLite file. The only SQL of the house: JDBC, Flyway and the JSON in which
 * metadata is stored stop here. It decides nothing: {@code history} says what a reading means, {@code crosspost} which
 * posts are one writing, and this room keeps it, each feed in one transaction.
 */
@NullMarked
package community.orrery.archive;

import org.jspecify.annotations.NullMarked;
