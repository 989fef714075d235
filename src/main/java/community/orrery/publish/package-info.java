/**
 * Files to {@code output/}: only what changed, each whole or not at all, and nothing that is not ours. It does not know what a
 * page says, and follows no symbolic link out of the folder. No other room writes a page's file.
 */
@NullMarked
package community.orrery.publish;

import org.jspecify.annotations.NullMarked;
