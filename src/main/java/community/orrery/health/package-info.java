/**
 * How each member's feeds are doing, and what became of each of its posts and by which rule: for the status page and the
 * terminal. Pure: it judges by what was stored and never asks the time of day, so that a quiet night changes nothing.
 */
@NullMarked
package community.orrery.health;

import org.jspecify.annotations.NullMarked;
