package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Until when servers asked to be left alone. A server that is asked too often is so by all its feeds together: what it said
 * of one holds for each, though not for as long. It is read from the feeds' states alone, and so is known after a restart. Pure.
 *
 * @param servers by host and port, since what answers at one port does not speak for its neighbours
 */
record Resting(Map<String, Instant> servers) {

    /**
     * What was said of one feed keeps the others of its server waiting for as long at most: where strangers share a host, one whose
     * page always asks for a day's rest is not to still the others.
     */
    private static final Duration NEIGHBOURS = Duration.ofHours(2);

    private static final Pattern PORT = Pattern.compile(":[0-9]+$");

    private static final BinaryOperator<Instant> LATER = BinaryOperator.maxBy(Comparator.naturalOrder());

    Resting {
        servers = Map.copyOf(servers);
    }

    /** @param states of all feeds, those included that the list no longer names: their servers meant us all the same */
    static Resting of(Map<FeedKey, FeedState> states, Instant now) {
        Map<String, Instant> servers = new HashMap<>();
        states.forEach((feed, state) -> {
            Instant rest = NextState.rest(state, now)
                    .map(named -> shared(named, state.course().lastAsked()))
                    .orElse(now);
            if (rest.isAfter(now)) {
                Set<String> passed = onTheWay(feed.xmlUrl(), state.approach());
                // Where a passing redirect leads to another server, the state does not tell which of the two asked for
                // rest. The feed itself waits; the others of both are asked, and the one that meant it says so again.
                if (passed.size() == 1) {
                    servers.merge(passed.iterator().next(), rest, LATER);
                }
            }
        });
        return new Resting(servers);
    }

    private static Instant shared(Instant named, @Nullable Instant asked) {
        Instant longest = asked == null ? named : asked.plus(NEIGHBOURS);
        return named.isBefore(longest) ? named : longest;
    }

    /** The feed's state with its server's wish, where that holds for longer than what was said of the feed itself. */
    FeedState heeded(FeedKey feed, FeedState state) {
        if (servers.isEmpty()) {
            return state;
        }
        FeedState.Turn turn = state.turn();
        return onTheWay(feed.xmlUrl(), state.approach()).stream()
                .map(servers::get)
                .filter(Objects::nonNull)
                .reduce(LATER)
                .filter(until -> turn.notBefore() == null || until.isAfter(turn.notBefore()))
                .map(until -> new FeedState(state.approach(), turn.withNotBefore(until), state.course()))
                .orElse(state);
    }

    /** Whom the feed's next request goes to: the server of its address, and where a passing redirect last led from there. */
    private static Set<String> onTheWay(URI xmlUrl, FeedState.Approach approach) {
        Set<String> servers = new HashSet<>();
        server(approach.address(xmlUrl)).ifPresent(servers::add);
        if (approach.validatorsFor() != null) {
            server(approach.validatorsFor()).ifPresent(servers::add);
        }
        return servers;
    }

    /** Not by getHost: java.net.URI finds none in an authority with an underscore. Empty for a file. */
    static Optional<String> server(URI address) {
        String authority = address.getRawAuthority();
        if (authority == null) {
            return Optional.empty();
        }
        String place = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Optional.of(
                PORT.matcher(place).find()
                        ? place
                        : place + ("https".equalsIgnoreCase(address.getScheme()) ? ":443" : ":80"));
    }
}
