package community.orrery.feed;

import java.net.URI;

/**
 * A post that the community chose not to carry: {@code <planet:hidden url= why= />} in the list's head.
 *
 * @param url the original's address, or our page's
 * @param why for the record, plain text
 * @param line in the list, from 1
 */
public record Hidden(URI url, String why, int line) {}
