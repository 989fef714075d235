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
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which feeds a run asks, and in which order.
 *
 * @param visits hosts by turns, so that the many feeds of one blog platform, which have to wait for each other, do not keep
 *     the others waiting too
 * @param notDue active feeds left alone this time
 */
record Round(List<Visit> visits, int notDue) {

    Round {
        visits = List.copyOf(visits);
    }

    static Round of(Planet planet, Map<FeedKey, FeedState> states, Mode mode, Instant now) {
        if (mode.offline()) {
            return new Round(List.of(), 0);
        }
        Map<String, Deque<Visit>> byHost = new LinkedHashMap<>();
        int notDue = 0;
        for (Member member : planet.members()) {
            if (member.status() == Member.Status.RETIRED) {
                continue;
            }
            for (Subscription subscription : member.subscriptions()) {
                Visit visit = new Visit(
                        member, subscription, states.getOrDefault(FeedKey.of(member, subscription), FeedState.UNASKED));
                if (NextState.isDue(visit.state(), now, mode.force())) {
                    byHost.computeIfAbsent(visit.host(), any -> new ArrayDeque<>())
                            .add(visit);
                } else {
                    notDue++;
                }
            }
        }
        return new Round(byTurns(byHost.values()), notDue);
    }

    private static List<Visit> byTurns(Collection<Deque<Visit>> hosts) {
        List<Visit> visits = new ArrayList<>();
        List<Deque<Visit>> left = new ArrayList<>(hosts);
        while (!left.isEmpty()) {
            left.forEach(host -> visits.add(host.remove()));
            left.removeIf(Deque::isEmpty);
        }
        return visits;
    }
}
