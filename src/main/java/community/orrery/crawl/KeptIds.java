package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Subscription;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Members under the ids by which the archive knows them. Where the list gives a member no id, it is made from its name; but
 * pages stay where they are when the name changes, so a member whose feed is known goes on under the id that it had.
 */
public final class KeptIds {

    private static final Comparator<Map.Entry<FeedKey, FeedState>> LAST_ASKED = Comparator.comparing(
            feed -> Objects.requireNonNullElse(feed.getValue().course().lastAsked(), Instant.MIN));

    private KeptIds() {}

    /**
     * Gives a listed id that nothing is remembered of back to the member that had one of its feeds, when the list no longer
     * names that member. Two members made of one: the first of them in the list goes on as it.
     *
     * @param states what the archive remembers of each feed
     */
    public static Planet of(Planet planet, Map<FeedKey, FeedState> states) {
        Set<String> taken = planet.members().stream().map(Member::id).collect(Collectors.toCollection(HashSet::new));
        Set<String> remembered = states.keySet().stream().map(FeedKey::member).collect(Collectors.toSet());
        Map<String, String> kept = new HashMap<>();
        if (!taken.containsAll(remembered)) {
            for (Member member : planet.members()) {
                if (!remembered.contains(member.id())) {
                    former(member, states, taken).ifPresent(id -> {
                        taken.add(id);
                        kept.put(member.id(), id);
                    });
                }
            }
        }
        return kept.isEmpty() ? planet : planet.withMemberIds(kept);
    }

    private static Optional<String> former(Member member, Map<FeedKey, FeedState> states, Set<String> taken) {
        List<URI> addresses =
                member.subscriptions().stream().map(Subscription::xmlUrl).toList();
        return states.entrySet().stream()
                .filter(feed -> !taken.contains(feed.getKey().member()))
                .filter(feed -> Stream.of(
                                feed.getKey().xmlUrl(),
                                feed.getValue().approach().movedTo())
                        .anyMatch(addresses::contains))
                .max(LAST_ASKED)
                .map(feed -> feed.getKey().member());
    }
}
