package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.archive.FeedKey;
import community.orrery.archive.Manuscript;
import community.orrery.archive.Recorded;
import community.orrery.clean.HtmlCleaner;
import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.FeedState;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.fetch.Fetcher;
import community.orrery.health.Health;
import community.orrery.publish.Published;
import community.orrery.publish.Publisher;
import community.orrery.site.Press;
import community.orrery.site.SitePlan;
import community.orrery.site.Theme;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run: asks the members that are due, records what they published, publishes what changed. The command line calls it
 * once, the schedule again and again.
 */
public final class Crawl {

    private static final int HEALED_AT_ONCE = 100;

    private final Fetcher fetcher;
    private final Archive archive;
    private final Publisher publisher;
    private final Theme theme;
    private final Clock clock;

    public Crawl(Fetcher fetcher, Archive archive, Publisher publisher, Theme theme, Clock clock) {
        this.fetcher = fetcher;
        this.archive = archive;
        this.publisher = publisher;
        this.theme = theme;
        this.clock = clock;
    }

    /**
     * @param listed as the list last described it when it was sound
     * @param listTrouble what is wrong with the list as it lies there now, for the status page; null when nothing
     * @param ended is told of each feed as its visit ends, one at a time
     * @throws InterruptedException when the run was told to stop: what was recorded is kept, nothing is published
     */
    public Report run(Planet listed, Mode mode, @Nullable String listTrouble, Consumer<FeedReport> ended)
            throws InterruptedException {
        Instant begun = clock.instant();
        archive.follow(HtmlCleaner.POLICY_VERSION, begun);
        Map<FeedKey, FeedState> states = archive.states();
        Planet planet = KeptIds.of(listed, states);
        Round round = Round.of(planet, states, mode, begun);
        List<FeedReport> visits = visit(planet, round, begun, mode, ended);
        List<FeedReport> asked = visits.stream()
                .filter(feed -> feed.ending() != FeedReport.Ending.HELD_BACK)
                .toList();
        Recorded settled = archive.settle(planet, begun);
        heal();
        Published published = mode.dryRun() ? null : publish(planet, mode, listTrouble);
        Announced announced = published == null || mode.offline() ? null : announce(planet, published);
        Report report = new Report(
                asked,
                visits.size() - asked.size(),
                round.notDue(),
                round.gone(),
                settled.withdrawn(),
                published,
                announced,
                Duration.between(begun, clock.instant()));
        if (report.isWorthKeeping()) {
            archive.ran(report.from(begun));
        }
        return report;
    }

    private List<FeedReport> visit(Planet planet, Round round, Instant begun, Mode mode, Consumer<FeedReport> ended)
            throws InterruptedException {
        Visitor visitor = new Visitor(planet, archive, begun, mode.staying());
        try {
            List<FeedReport> feeds =
                    new Visits(fetcher, visitor, planet.settings().requests()).make(round.visits(), ended);
            if (feeds.stream().anyMatch(FeedReport::reached)) {
                archive.completed(begun);
            }
            return feeds;
        } finally {
            visitor.save();
        }
    }

    /**
     * Excerpts and comparisons follow the newest policy of the cleaner, and what their feed by now shows of formulas: also
     * those of posts that nobody lists any more, and of those that came with an export, which leaves cleaned texts out.
     */
    private void heal() {
        List<Manuscript> stale;
        while (!(stale = archive.staleDerivations(HtmlCleaner.POLICY_VERSION, HEALED_AT_ONCE)).isEmpty()) {
            archive.rederive(stale.stream().collect(Collectors.toMap(Manuscript::key, Manuscripts::derive)));
        }
    }

    /** An unchanged planet reads no post and plans no page; {@code --offline}, which asks nobody, always looks at them all. */
    private Published publish(Planet planet, Mode mode, @Nullable String listTrouble) {
        Map<FeedKey, FeedState> states = archive.states();
        Basis basis = Basis.of(planet, states, listTrouble, theme);
        OptionalLong site = mode.offline() ? OptionalLong.empty() : publisher.mark();
        if (site.isPresent() && archive.publishedFrom() == basis.number(archive.stamp(), site.getAsLong())) {
            return publisher.untouched();
        }
        archive.publishedFrom(0);
        Published published = bring(planet, states, listTrouble);
        archive.publishedFrom(basis.number(archive.stamp(), publisher.mark().orElse(0)));
        return published;
    }

    /** After publishing, so that the hub finds what it is told of. What it misses it learns with the feed's next change. */
    private @Nullable Announced announce(Planet planet, Published published) throws InterruptedException {
        URI hub = planet.settings().hub();
        List<String> feeds = hub == null ? List.of() : SitePlan.feedsAmong(planet, published.written());
        return hub == null || feeds.isEmpty()
                ? null
                : new Announced(hub, feeds.size(), fetcher.announce(hub, feeds).orElse(null));
    }

    private Published bring(Planet planet, Map<FeedKey, FeedState> states, @Nullable String listTrouble) {
        List<Post> posts = archive.postsOf(planet);
        Attribution attribution = Crossposts.attribute(planet, posts, archive.kinships());
        Health health = Checkup.of(planet, states, posts, attribution, listTrouble, Checkup.diary(archive));
        SitePlan plan = SitePlan.of(planet, attribution.writings(), theme, health);
        Press press = new Press(plan, new ArchivedTexts(archive));
        return publisher.write(plan.files(), press::print);
    }
}
