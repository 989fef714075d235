package community.orrery.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The addresses one request went through, and which of them to remember.
 *
 * @param visited in order, without credentials; the last is where we are
 * @param start how many of them were there before the first redirect of this leg
 * @param permanent every step from the list's address so far said that it was for good
 * @param remembered the last address that permanent steps alone led to; null when that is the list's own
 * @param fromMemory we began at a remembered address
 * @param downgraded a step led from https to http
 * @param page the address turned out a web page that names its feed
 */
record Trail(
        List<HttpUrl> visited,
        int start,
        boolean permanent,
        @Nullable HttpUrl remembered,
        boolean fromMemory,
        boolean downgraded,
        boolean page) {

    static final int MAX_REDIRECTS = 5;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]+");

    Trail {
        visited = List.copyOf(visited);
    }

    static Trail from(FeedRequest request) throws Refusal {
        HttpUrl listed = parse(request.feed().xmlUrl(), request.feed().label());
        if (request.movedTo() == null) {
            return new Trail(List.of(listed), 1, true, null, false, false, false);
        }
        HttpUrl moved = parse(request.movedTo(), request.movedTo().toString());
        return new Trail(List.of(moved), 1, true, moved, true, false, false);
    }

    HttpUrl at() {
        return visited.get(visited.size() - 1);
    }

    /** One step on by a redirect (RFC 9110 section 15.4). */
    Trail redirected(int status, @Nullable String location) throws Refusal {
        HttpUrl target = target(location);
        if (visited.size() - start == MAX_REDIRECTS) {
            throw new Refusal(FailureReason.BAD_REDIRECT, "redirects more than " + MAX_REDIRECTS + " times");
        }
        if (visited.contains(target)) {
            throw new Refusal(FailureReason.BAD_REDIRECT, "redirects in a circle, back to " + target);
        }
        boolean down = givesUpEncryption(target);
        boolean forGood = permanent && !down && (status == 301 || status == 308);
        return new Trail(
                with(target), start, forGood, forGood ? target : remembered, fromMemory, downgraded || down, page);
    }

    /** On to the feed that a web page names; once only. */
    Trail discovered(URI feed) throws Refusal {
        HttpUrl target = parse(feed, feed.toString());
        if (visited.contains(target)) {
            throw new Refusal(FailureReason.NOT_A_FEED, "is a web page that names itself as its feed");
        }
        boolean down = downgraded || givesUpEncryption(target);
        return new Trail(
                with(target), visited.size() + 1, permanent, permanent ? target : remembered, fromMemory, down, true);
    }

    /** The address to ask next time, if all turns out well; null: the list's own. */
    @Nullable
    URI movedTo() {
        return remembered == null || downgraded ? null : remembered.uri();
    }

    @Nullable
    String notice() {
        if (page) {
            return FetchOutcome.WEB_PAGE + at();
        }
        return downgraded ? FetchOutcome.DOWNGRADED : null;
    }

    private boolean givesUpEncryption(HttpUrl target) throws Refusal {
        boolean down = at().isHttps() && !target.isHttps();
        if (down && fromMemory) {
            throw new Refusal(FailureReason.DOWNGRADE, "now leads from https to " + target + ", without encryption");
        }
        return down;
    }

    private HttpUrl target(@Nullable String location) throws Refusal {
        if (location == null || location.isBlank()) {
            throw new Refusal(FailureReason.BAD_REDIRECT, "redirects without saying where to");
        }
        HttpUrl target = at().resolve(location.strip());
        if (target == null) {
            int colon = location.indexOf(':');
            String scheme = colon < 0 ? "an address that cannot be read" : location.substring(0, colon) + ":";
            throw new Refusal(
                    FailureReason.BAD_REDIRECT,
                    "redirects to " + scheme.toLowerCase(Locale.ROOT) + ", and only http and https are followed");
        }
        return plain(target)
                .orElseThrow(() -> new Refusal(
                        FailureReason.BAD_REDIRECT, "redirects to a host that cannot be: " + target.host()));
    }

    private List<HttpUrl> with(HttpUrl target) {
        List<HttpUrl> longer = new ArrayList<>(visited);
        longer.add(target);
        return longer;
    }

    private static HttpUrl parse(URI address, String label) throws Refusal {
        HttpUrl url = HttpUrl.parse(address.toString());
        return Optional.ofNullable(url)
                .flatMap(Trail::plain)
                .orElseThrow(
                        () -> new Refusal(FailureReason.BAD_ADDRESS, label + " is no http or https address of a host"));
    }

    /**
     * Without credentials, which travel apart, and without the fragment, which is not sent; empty when the host has
     * characters with which OkHttp could ask but java.net.URI could not say whom.
     */
    static Optional<HttpUrl> plain(HttpUrl url) {
        if (!HOST.matcher(url.host()).matches()) {
            return Optional.empty();
        }
        boolean isPlain = url.username().isEmpty() && url.password().isEmpty() && url.fragment() == null;
        return isPlain
                ? Optional.of(url)
                : Optional.of(url.newBuilder()
                        .username("")
                        .password("")
                        .fragment(null)
                        .build());
    }
}
