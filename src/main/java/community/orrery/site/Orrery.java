package community.orrery.site;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The community drawn as the clockwork it is named for: an orbit for each group, a small planet for each blog. It depends on
 * the list of members only, so that news does not move it.
 */
record Orrery(List<Orbit> orbits) {

    /** More would be a swarm. */
    private static final int MOST_PER_ORBIT = 16;

    private static final int MOST_ORBITS = 4;
    private static final double INNERMOST = 62;
    private static final double OUTERMOST = 186;
    /** Golden angle, radians: neighbouring orbits never line up. */
    private static final double TURN = 2.399963;

    /** @param radius in units of a drawing 400 wide, its centre the origin */
    record Orbit(String radius, int turn, List<Body> bodies) {}

    /** A blog's planet. @param hue as of its avatar */
    record Body(String x, String y, String radius, int hue, String name) {}

    static Orrery of(SitePlan plan) {
        List<List<Member>> rings = new ArrayList<>();
        for (Group group : plan.planet().groups()) {
            Set<String> inside = group.allMembers();
            rings.add(plan.planet().members().stream()
                    .filter(member -> inside.contains(member.id()))
                    .toList());
        }
        List<Member> alone = plan.planet().members().stream()
                .filter(member -> plan.catalogue().groupsOf(member).isEmpty())
                .toList();
        if (!alone.isEmpty()) {
            rings.add(alone);
        }
        int count = Math.min(MOST_ORBITS, rings.size());
        List<Orbit> orbits = new ArrayList<>();
        for (int ring = 0; ring < count; ring++) {
            double radius =
                    count == 1 ? (INNERMOST + OUTERMOST) / 2 : INNERMOST + ring * (OUTERMOST - INNERMOST) / (count - 1);
            orbits.add(new Orbit(number(radius), ring, bodies(rings.get(ring), radius, ring)));
        }
        return new Orrery(orbits);
    }

    private static List<Body> bodies(List<Member> members, double radius, int ring) {
        int count = Math.min(MOST_PER_ORBIT, members.size());
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Member member = members.get(i);
            int seed = Math.floorMod(member.id().hashCode() * 31, 97);
            double angle = ring * TURN + (i + (seed % 10 - 5) / 24.0) * 2 * Math.PI / count;
            bodies.add(new Body(
                    number(StrictMath.cos(angle) * radius),
                    number(StrictMath.sin(angle) * radius),
                    number(5 + seed % 5 * 1.25),
                    Views.avatar(member).hue(),
                    member.name()));
        }
        return bodies;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
