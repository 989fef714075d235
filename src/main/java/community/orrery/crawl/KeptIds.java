package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Subscription;
import community.orrery.likeness.Address;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Members under the ids by which the archive knows them. Where the list gives a member no id, it is made from its name; but
 * pages stay where they are when the name changes, so a member whose feed is known goes on under the id that it had.
 */
public final class KeptIds {

    /** A member that has not been asked for as long has left, and who comes under its name is another. */
    private static final Duration LEFT_AFTER = Duration.ofDays(30);

    private static final Comparator<Known> LAST_ASKED = Comparator.comparing(Known::lastAsked);

    /** A feed as the archive knows it. */
    private record Known(String member, URI xmlUrl, @Nullable URI movedTo, Instant lastAsked, boolean gone) {

        static Known of(FeedKey feed, FeedState state) {
            return new Known(
                    feed.member(),
                    feed.xmlUrl(),
                    state.approach().movedTo(),
                    Objects.requireNonNullElse(state.course().lastAsked(), Instant.EPOCH),
                    state.turn().gone());
        }

        String key() {
            return Address.key(xmlUrl);
        }
    }

    private final Map<String, List<Known>> byMember;
    private final Map<String, List<Known>> byKey;
    private final Map<URI, List<Known>> byMove = new HashMap<>();
    private final Set<String> listed;
    private final Instant newest;
    private final Set<String> taken = new HashSet<>();

    private KeptIds(Planet planet, Map<FeedKey, FeedState> states) {
        List<Known> feeds = states.entrySet().stream()
                .map(feed -> Known.of(feed.getKey(), feed.getValue()))
                .toList();
        byMember = feeds.stream().collect(Collectors.groupingBy(Known::member));
        byKey = feeds.stream().collect(Collectors.groupingBy(Known::key));
        listed = planet.members().stream()
                .flatMap(KeptIds::addresses)
                .map(Address::key)
                .collect(Collectors.toSet());
        newest = feeds.stream()
                .filter(feed ->
                        listed.contains(feed.key())) // those of past members may have been asked by a wrong clock
                .map(Known::lastAsked)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        for (Known feed : feeds) {
            if (feed.movedTo() != null && isOfLate(feed)) {
                byMove.computeIfAbsent(feed.movedTo(), any -> new ArrayList<>()).add(feed);
            }
        }
    }

    /**
     * Who is listed under the id of its feed stays. Who has a known feed goes on under the id of that, whoever is now listed
     * under its name; of two members made one as the first, of one made two the first does. All others keep the id of their
     * name, unless it is another's by now, or that of a member long gone whose feeds were elsewhere.
     *
     * @param states what the archive remembers of each feed
     */
    public static Planet of(Planet planet, Map<FeedKey, FeedState> states) {
        Map<String, String> changed = changed(planet, states);
        return changed.isEmpty() ? planet : planet.withMemberIds(changed);
    }

    /** The ids that {@link #of} gives, by those that the list gives; who keeps that is not in it. */
    public static Map<String, String> changed(Planet planet, Map<FeedKey, FeedState> states) {
        // Whoever is settled keeps its id anyway (isItself), and to see that takes no table of all feeds.
        boolean settled = planet.members().stream().allMatch(member -> member.subscriptions().stream()
                .anyMatch(feed -> states.containsKey(FeedKey.of(member, feed))));
        return settled ? Map.of() : new KeptIds(planet, states).changed(planet);
    }

    private Map<String, String> changed(Planet planet) {
        List<Member> open = new ArrayList<>();
        for (Member member : planet.members()) {
            if (isItself(member)) {
                taken.add(member.id());
            } else {
                open.add(member);
            }
        }
        Map<String, String> ids = new HashMap<>();
        for (Member member : open) {
            former(member).ifPresent(id -> {
                taken.add(id);
                ids.put(member.id(), id);
            });
        }
        Set<String> names = planet.members().stream().map(Member::id).collect(Collectors.toSet());
        for (Member member : open) {
            if (!ids.containsKey(member.id()) && (taken.contains(member.id()) || isStranger(member))) {
                ids.put(member.id(), free(member.id(), names));
            }
        }
        ids.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return ids;
    }

    /** Whether one of its feeds is known under its id, or the list says who it is and gives nobody else a feed of that one. */
    private boolean isItself(Member member) {
        List<Known> feeds = byMember.getOrDefault(member.id(), List.of());
        Set<String> keys = addresses(member).map(Address::key).collect(Collectors.toSet());
        return feeds.stream().anyMatch(feed -> keys.contains(feed.key()))
                || (!feeds.isEmpty()
                        && member.id().equals(member.statedId())
                        && feeds.stream().noneMatch(feed -> listed.contains(feed.key())));
    }

    /** The id that the first of its feeds had: that address to the letter, else spelt otherwise, else moved from elsewhere. */
    private Optional<String> former(Member member) {
        return addresses(member)
                .flatMap(address -> {
                    List<Known> alike = byKey.getOrDefault(Address.key(address), List.of());
                    List<Known> same = alike.stream()
                            .filter(feed -> feed.xmlUrl().equals(address))
                            .toList();
                    return Stream.of(same, alike, byMove.getOrDefault(address, List.of()));
                })
                .flatMap(
                        feeds -> feeds.stream().filter(feed -> !taken.contains(feed.member())).max(LAST_ASKED).stream())
                .findFirst()
                .map(Known::member);
    }

    private boolean isStranger(Member member) {
        List<Known> feeds = byMember.getOrDefault(member.id(), List.of());
        Set<String> hosts = Stream.concat(addresses(member), Stream.ofNullable(member.home()))
                .map(Address::host)
                .collect(Collectors.toSet());
        return !feeds.isEmpty()
                && feeds.stream().noneMatch(feed -> isOfLate(feed) || hosts.contains(Address.host(feed.xmlUrl())));
    }

    /** Whether it was asked until now; or was gone, which gives a person all the time to find out where to. */
    private boolean isOfLate(Known feed) {
        return feed.gone() || !feed.lastAsked().isBefore(newest.minus(LEFT_AFTER));
    }

    private String free(String id, Set<String> names) {
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> id + "-" + number)
                .filter(other -> !names.contains(other) && !byMember.containsKey(other) && taken.add(other))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<URI> addresses(Member member) {
        return member.subscriptions().stream().map(Subscription::xmlUrl);
    }
}
