package community.orrery.crawl;

import community.orrery.archive.FeedKey;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.health.Condition;
import community.orrery.health.Diary;
import community.orrery.health.FeedHealth;
import community.orrery.health.Health;
import community.orrery.site.SitePlan;
import community.orrery.site.Theme;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a site is made from, in one number and without reading a post: while it stays, no page needs looking at. When a
 * feed was asked does not count each time, or the status page alone would keep quiet runs busy; it counts four times a day.
 */
final class Basis {

    /** The status page of a quiet planet is as old at most. */
    private static final Duration STATUS_AGE = Duration.ofHours(6);

    private Basis() {}

    /**
     * @param stamp of the archive
     * @param site what tells the files that are there from any others
     */
    static long of(
            Planet planet,
            Map<FeedKey, FeedState> states,
            @Nullable String listTrouble,
            Theme theme,
            long stamp,
            long site) {
        Health health = Checkup.of(planet, states, List.of(), Checkup.NO_POSTS, listTrouble, Diary.NONE);
        StringBuilder basis = new StringBuilder()
                .append(List.of(stamp, site, SitePlan.designOf(theme), String.valueOf(listTrouble)))
                .append(health.asOf().map(asked -> asked.getEpochSecond() / STATUS_AGE.toSeconds()))
                .append(list(planet));
        health.members().forEach(member -> member.feeds().forEach(feed -> basis.append(told(feed))));
        return number(basis.toString());
    }

    /** What the status page tells of a feed besides when: the words of a failure, not those of each good answer. */
    private static String told(FeedHealth feed) {
        FeedState state = feed.state();
        return "\n" + feed.condition() + ' ' + state.movedTo() + ' ' + state.warning() + ' '
                + state.certificateEnds()
                + (feed.condition() == Condition.WELL ? "" : state.words());
    }

    private static String list(Planet planet) {
        Planet withoutMembers = new Planet(
                planet.title(),
                planet.link(),
                planet.description(),
                planet.language(),
                planet.ownerName(),
                planet.ownerEmail(),
                planet.settings(),
                planet.groups(),
                List.of(),
                planet.hidden());
        return withoutMembers + planet.members().stream().map(Basis::member).collect(Collectors.joining());
    }

    /** A set says its elements in another order in each run of the program. */
    private static String member(Member member) {
        Member plain = new Member(
                member.id(),
                member.name(),
                member.home(),
                member.description(),
                member.avatar(),
                member.extent(),
                Set.of(),
                member.status(),
                member.distinct(),
                member.indexed(),
                member.subscriptions(),
                member.statedId());
        return "\n" + plain + new TreeSet<>(member.categories());
    }

    private static long number(String basis) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(basis.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
