/**
 * When two addresses, titles or texts count as the same: the measures that history and crossposts judge by. Pure. It
 * measures and never decides, and it knows no post.
 */
@NullMarked
package community.orrery.likeness;

import org.jspecify.annotations.NullMarked;
