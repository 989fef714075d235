/**
 * Bytes to entries: every dialect of RSS, Atom and JSON Feed, well-formed or not. Pure: this room asks no server, opens no
 * file, knows no clock, resolves no document type and no external entity. It refuses to invent: a date, an author or an id
 * that a feed does not give stays absent, and an e-mail address never leaves. What it returns is as published; nothing here
 * is safe to show before {@code clean} has seen it. ROME, JDOM, StAX, Jackson, juniversalchardet and the repairing use of
 * jsoup stop here.
 */
@NullMarked
package community.orrery.parse;

import org.jspecify.annotations.NullMarked;
