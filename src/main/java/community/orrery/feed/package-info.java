/**
 * The field's words as values: what a list, a feed and a post are made of. Records only: nothing here reads a file, asks a
 * server, knows a library or the time of day. Every other room speaks in these types.
 */
@NullMarked
package community.orrery.feed;

import org.jspecify.annotations.NullMarked;
