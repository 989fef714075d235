/**
 * Posts to files in memory: which pages a planet has, what each depends on, and their bytes. Pure: it reads no file but its
 * own resources, writes none, asks no server and no clock. It prints no markup but a {@link community.orrery.clean.SafeHtml};
 * everything else is text and is escaped. Pebble stops here; Jackson writes JSON inside and shows in no signature.
 */
@NullMarked
package community.orrery.site;

import org.jspecify.annotations.NullMarked;
