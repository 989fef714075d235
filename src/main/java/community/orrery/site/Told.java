package community.orrery.site;

import community.orrery.health.Absence;
import community.orrery.health.Absence.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which of a member's posts that are not on the front page are told one by one. Those that a person or a comparison decided
 * upon always are, since each has its own why; of the others the newest.
 *
 * @param each newest first
 * @param rest by the rule, those that are not told; without those held back, which have pages of their own and are found by
 *     the search
 */
record Told(List<Absence> each, List<List<Absence>> rest) {

    static Told of(List<Absence> newestFirst) {
        List<Absence> each = new ArrayList<>();
        Map<Reason, List<Absence>> rest = new EnumMap<>(Reason.class);
        int plain = 0;
        for (Absence absence : newestFirst) {
            boolean decided = absence.reason() == Reason.HIDDEN || absence.reason() == Reason.MERGED;
            if (decided || plain++ < StatusPage.MOST_LISTED) {
                each.add(absence);
            } else if (absence.reason() != Reason.HELD_BACK) {
                rest.computeIfAbsent(absence.reason(), reason -> new ArrayList<>())
                        .add(absence);
            }
        }
        return new Told(each, List.copyOf(rest.values()));
    }
}
