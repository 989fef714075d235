package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Subscription;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which feeds a run asks, and in which order.
 *
 * @param visits servers by turns, so that the many feeds of one blog platform, which have to wait for each other, do not keep
 *     the others waiting too; of one server, what was not asked for longest first, so that one that soon asks for rest
 *     comes round to all its feeds, and none of them keeps the others from being asked; where the last run asked several, one
 *     that failed comes after them
 * @param notDue active feeds left alone this time
 * @param gone active feeds left alone since their servers said that they are gone
 */
record Round(List<Visit> visits, int notDue, int gone) {

    private static final Comparator<Visit> LONGEST_NOT_ASKED = Comparator.comparing((Visit visit) ->
                    Objects.requireNonNullElse(visit.state().course().lastAsked(), Instant.MIN))
            .thenComparing(visit -> visit.state().course().failures());

    Round {
        visits = List.copyOf(visits);
    }

    static Round of(Planet planet, Map<FeedKey, FeedState> states, Mode mode, Instant now) {
        if (mode.offline()) {
            return new Round(List.of(), 0, 0);
        }
        Resting resting = Resting.of(states, now);
        Map<String, List<Visit>> byServer = new LinkedHashMap<>();
        int notDue = 0;
        int gone = 0;
        for (Member member : planet.members()) {
            if (member.status() == Member.Status.RETIRED) {
                continue;
            }
            for (Subscription subscription : member.subscriptions()) {
                FeedKey feed = FeedKey.of(member, subscription);
                FeedState state = states.getOrDefault(feed, FeedState.UNASKED);
                Visit visit = new Visit(member, subscription, resting.heeded(feed, state));
                if (NextState.isDue(visit.state(), now, mode.force())) {
                    byServer.computeIfAbsent(visit.server(), any -> new ArrayList<>())
                            .add(visit);
                } else if (state.turn().gone()) {
                    gone++;
                } else {
                    notDue++;
                }
            }
        }
        return new Round(byTurns(byServer.values()), notDue, gone);
    }

    private static List<Visit> byTurns(Collection<List<Visit>> servers) {
        List<Visit> visits = new ArrayList<>();
        List<Deque<Visit>> left = new ArrayList<>();
        for (List<Visit> server : servers) {
            server.sort(LONGEST_NOT_ASKED);
            left.add(new ArrayDeque<>(server));
        }
        while (!left.isEmpty()) {
            left.forEach(server -> visits.add(server.remove()));
            left.removeIf(Deque::isEmpty);
        }
        return visits;
    }
}
