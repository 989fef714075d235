package community.orrery.crosspost;

import community.orrery.likeness.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/** Finds kin among posts in memory as the archive does among those it holds: through traces, not each against each. */
final class KinshipSearch {

    private KinshipSearch() {}

    /**
     * @param prints in any order
     * @return in order of their keys
     */
    static List<Kinship> among(List<Print> prints, LongFunction<Wording> texts) {
        Map<Long, List<Print>> byTrace = new HashMap<>();
        List<Kinship> kinships = new ArrayList<>();
        for (Print print : prints) {
            Set<Print> candidates = new LinkedHashSet<>();
            for (long trace : print.lookups()) {
                List<Print> under = byTrace.getOrDefault(trace, List.of());
                candidates.addAll(under.subList(Math.max(0, under.size() - Kinships.MOST_PER_TRACE), under.size()));
            }
            candidates.forEach(
                    candidate -> Kinships.judge(candidate, print, texts).ifPresent(kinships::add));
            print.traces().forEach(trace -> byTrace.computeIfAbsent(trace, t -> new ArrayList<>())
                    .add(print));
        }
        kinships.sort(Comparator.comparingLong(Kinship::one).thenComparingLong(Kinship::other));
        return kinships;
    }
}
