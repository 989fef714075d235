package community.orrery.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What cleaning made of a text, as the archive keeps it. Nothing prints it: the cleaner alone turns it into markup that may
 * stand on a page or in a feed, and only the cleaner and the archive make one.
 *
 * @param markup its ids and the links to them as the author wrote them
 * @param leadImage the first picture that is more than an icon, http(s), for social cards; null when there is none
 */
public record KeptHtml(String markup, @Nullable URI leadImage) {}
