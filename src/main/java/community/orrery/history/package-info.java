/**
 * What a feed's newly read entries mean for the posts already known: which are new, edited, unchanged, withdrawn, back, or
 * an old one under a new id. Pure: it takes what was read and what is known, and answers with changes for the archive to
 * make. It stores nothing, asks no clock and cleans no HTML.
 */
@NullMarked
package community.orrery.history;

import org.jspecify.annotations.NullMarked;
