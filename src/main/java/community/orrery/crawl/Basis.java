package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.health.Condition;
import community.orrery.likeness.Digest;
import community.orrery.site.SitePlan;
import community.orrery.site.Theme;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that a site is made from, without reading a post: while its number stays, no page needs looking at. When a feed was
 * asked does not count each time, or the status page alone would keep quiet runs busy; it counts four times a day.
 */
final class Basis {

    private final String digest;

    private Basis(String told) {
        this.digest = Digest.checksums(told);
    }

    static Basis of(Planet planet, Map<FeedKey, FeedState> states, @Nullable String listTrouble, Theme theme) {
        StringBuilder basis = new StringBuilder(1000 + planet.members().size() * 400)
                .append(List.of(SitePlan.designOf(theme), String.valueOf(listTrouble)));
        list(planet, basis);
        Instant asOf = Instant.MIN;
        for (Member member : planet.members()) {
            for (Subscription subscription : member.subscriptions()) {
                FeedState state = states.getOrDefault(FeedKey.of(member, subscription), FeedState.UNASKED);
                tell(Condition.of(member, state), state, basis);
                Instant asked = state.course().lastAsked();
                asOf = asked != null && asked.isAfter(asOf) ? asked : asOf;
            }
        }
        basis.append('\n').append(SitePlan.statusPeriod(asOf));
        return new Basis(basis.toString());
    }

    /**
     * @param stamp of the archive
     * @param site what tells the files that are there from any others
     */
    long number(long stamp, long site) {
        return Digest.number(digest, stamp, site);
    }

    /** What the status page tells of a feed besides when: the words of a failure, not those of each good answer. */
    private static void tell(Condition condition, FeedState state, StringBuilder basis) {
        FeedState.Course course = state.course();
        basis.append('\n')
                .append(condition)
                .append(' ')
                .append(state.approach().movedTo())
                .append(' ')
                .append(course.warning())
                .append(' ')
                .append(course.certificateEnds())
                .append(condition == Condition.WELL ? "" : course.words());
    }

    /** All parts of a record, one by one: what a record says of itself takes Java a while to make up. */
    private static void list(Planet planet, StringBuilder list) {
        list.append(Arrays.asList(
                planet.title(),
                planet.link(),
                planet.description(),
                planet.language(),
                planet.ownerName(),
                planet.ownerEmail(),
                settings(planet.settings()),
                planet.groups(),
                planet.hidden()));
        planet.members().forEach(member -> list.append('\n').append(member(member)));
    }

    private static List<?> settings(Settings settings) {
        return Arrays.asList(
                settings.postsPerPage(),
                settings.feedPosts(),
                settings.newcomerPosts(),
                settings.schedule(),
                settings.minInterval(),
                settings.requests(),
                settings.requestsPerHost(),
                settings.hostPause(),
                settings.connectTimeout(),
                settings.callTimeout(),
                settings.maxBytes(),
                settings.timezone(),
                settings.hub(),
                settings.theme(),
                settings.caretaker());
    }

    /** A set says its elements in another order in each run of the program. */
    private static List<?> member(Member member) {
        return Arrays.asList(
                member.id(),
                member.name(),
                member.home(),
                member.description(),
                member.avatar(),
                member.extent(),
                new TreeSet<>(member.categories()),
                member.status(),
                member.distinct(),
                member.indexed(),
                member.subscriptions(),
                member.statedId());
    }
}
