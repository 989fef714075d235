/**
 * Reads what other planets keep: their configurations into outlines, settings and a remark for each thing that has no place
 * here; their stored posts into entries. Bytes and text come in as arguments; it touches no file and no network, edits no
 * list and stores nothing. Tomlj and SnakeYAML stop here.
 */
@NullMarked
package community.orrery.migrate;

import org.jspecify.annotations.NullMarked;
