package community.orrery.site;

import community.orrery.health.Absence;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Those of every post that is not on the front page, each taken once for both files that tell it. */
final class Fingerprints {

    private final Map<Absence, List<String>> taken = new IdentityHashMap<>();

    List<String> of(Absence absence) {
        return taken.computeIfAbsent(absence, Absence::fingerprints);
    }
}
