package community.orrery.site;

import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One page of the status page: some of the members, in the list's order, so that whoever joins changes the last one only.
 *
 * @param number from 1, which is {@code status.html}
 * @param parts with {@link #FEEDS} feeds at most, a member's one after the other
 */
record StatusLeaf(int number, List<Part> parts) {

    /** Each with its drawings and tables is up to 3 kB, and a page below 100 kB, style sheet and script included. */
    static final int FEEDS = 20;

    /** On the first page, which tells of the planet itself, too. */
    static final int FEEDS_ON_FIRST = 12;

    /**
     * A member's feeds, or some of them where it has many.
     *
     * @param isFirst whether this is where the member itself is told of
     */
    record Part(MemberHealth health, List<FeedHealth> feeds, boolean isFirst) {}

    /** At least one, the first one first. */
    static List<StatusLeaf> of(Health health) {
        List<StatusLeaf> leaves = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        int feeds = 0;
        for (Part part : health.members().stream().flatMap(StatusLeaf::parts).toList()) {
            int more = Math.max(1, part.feeds().size());
            if (feeds > 0 && feeds + more > (leaves.isEmpty() ? FEEDS_ON_FIRST : FEEDS)) {
                leaves.add(new StatusLeaf(leaves.size() + 1, List.copyOf(parts)));
                parts.clear();
                feeds = 0;
            }
            parts.add(part);
            feeds += more;
        }
        leaves.add(new StatusLeaf(leaves.size() + 1, List.copyOf(parts)));
        return leaves;
    }

    private static Stream<Part> parts(MemberHealth member) {
        int feeds = member.feeds().size();
        return IntStream.iterate(0, from -> from == 0 || from < feeds, from -> from + FEEDS)
                .mapToObj(from ->
                        new Part(member, member.feeds().subList(from, Math.min(feeds, from + FEEDS)), from == 0));
    }

    /** Read by templates, so public. */
    public boolean isFirst() {
        return number == 1;
    }

    String path() {
        return path(number);
    }

    static String path(int number) {
        return number == 1 ? "status.html" : "status-" + number + ".html";
    }
}
