package community.orrery.feed;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A post that the community chose not to carry: {@code <planet:hidden url= why= pages= />} in the list's head.
 *
 * @param url the original's address, or our page's
 * @param pages that the post and its copies have here. They stay where they are when a blog moves, or when the original is
 *     no longer known for what a copy was taken from. Empty where the list names none
 * @param why for the record, plain text
 * @param line in the list, from 1
 */
public record Hidden(URI url, List<URI> pages, String why, int line) {

    private static final String ENDING = ".html";

    public Hidden {
        pages = List.copyOf(pages);
    }

    /**
     * The post's page to which an address leads on this planet, under any domain that the site has had.
     *
     * @param address whole, or from the site's root; some servers show pages without their ending
     * @return as in {@link Post#path}; empty when it is that of no post's page
     */
    public static Optional<String> page(URI address) {
        String path = address.getRawPath();
        int posts = path == null ? -1 : path.lastIndexOf("posts/");
        if (path == null || posts < 0 || (posts > 0 && path.charAt(posts - 1) != '/')) {
            return Optional.empty();
        }
        String page = path.substring(posts);
        return Optional.of(page.endsWith(ENDING) ? page : page + ENDING);
    }
}
