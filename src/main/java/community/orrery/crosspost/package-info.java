/**
 * Who wrote it first, and where else it appeared. Pure: it finds the posts of different members that are one writing, says
 * why, and chooses the original. It stores nothing, and it never judges two posts of one member: that is {@code history}'s.
 *
 * <pre>
 * Print.traces ─▶ where to look ─ Kinships.judge ─▶ Kinship: one writing, with the reason ─ Crossposts.attribute ─▶ Writing
 * </pre>
 */
@NullMarked
package community.orrery.crosspost;

import org.jspecify.annotations.NullMarked;
