package community.orrery.site;

import community.orrery.clean.HtmlCleaner;
import community.orrery.feed.Planet;
import community.orrery.feed.Writing;
import community.orrery.health.Health;
import community.orrery.site.PlannedFile.Stage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every file a site is to have, each with a digest of what it is made from. Made from the planet and its posts' metadata
 * alone: no post's text is read, so planning costs little even where nothing then needs printing.
 */
public final class SitePlan {

    /** The status page of a quiet planet is as old at most. */
    public static final Duration STATUS_AGE = Duration.ofHours(6);

    /** Numbers the periods of that age since 1970: within one, the status page of a quiet planet stays as it is. */
    public static long statusPeriod(Instant asOf) {
        return Math.floorDiv(asOf.getEpochSecond(), STATUS_AGE.toSeconds());
    }

    private final Planet planet;
    private final SiteResources resources;
    private final Catalogue catalogue;
    private final Frame frame;
    private final Words words;
    private final Sum base;
    private final List<PlannedFile> files = new ArrayList<>();

    private SitePlan(Planet planet, List<Writing> writings, Theme theme) {
        this.planet = planet;
        this.resources = new SiteResources(theme);
        this.catalogue = new Catalogue(planet, writings);
        this.frame = new Frame(planet, resources);
        this.words = new Words(resources, planet.language(), planet.settings().timezone());
        this.base = base();
    }

    /**
     * @param writings in any order, of this planet's members; those of others are left out
     * @param theme stands in for our templates, messages and assets
     * @param health for the status page
     */
    public static SitePlan of(Planet planet, List<Writing> writings, Theme theme, Health health) {
        SitePlan plan = new SitePlan(planet, writings, theme);
        Assets.plan(plan);
        PostPages.plan(plan);
        MemberPages.plan(plan);
        TagPages.plan(plan);
        ArchivePages.plan(plan);
        ListPages.plan(plan);
        SearchIndex.plan(plan);
        InfoPages.plan(plan);
        StatusPage.plan(plan, health);
        Feeds.plan(plan);
        Sitemap.plan(plan);
        return plan;
    }

    /** Of everything besides planet and posts that shapes a page. */
    public static String designOf(Theme theme) {
        return new SiteResources(theme).digest() + HtmlCleaner.POLICY_VERSION;
    }

    /**
     * In the order in which they are best printed: those that show the same texts together. Within a stage they are to appear
     * in this order too.
     */
    public List<PlannedFile> files() {
        return List.copyOf(files);
    }

    /**
     * The feeds among a site's files, each by the address that it gives as its own; none while the planet has no address.
     *
     * @param paths below the site's root
     */
    public static List<String> feedsAmong(Planet planet, List<String> paths) {
        return planet.link() == null
                ? List.of()
                : paths.stream()
                        .filter(Feeds::isFeed)
                        .map(path -> absolute(planet.link(), path))
                        .toList();
    }

    private Sum base() {
        Inputs inputs = Inputs.of("base")
                .with(resources.digest())
                .with(HtmlCleaner.POLICY_VERSION)
                .with(planet.title())
                .with(planet.link())
                .with(planet.description())
                .with(Views.language(planet))
                .with(planet.ownerName())
                .with(planet.ownerEmail())
                .with(planet.settings().timezone())
                .with(planet.settings().hub());
        planet.groups().forEach(group -> inputs.with(group.id()).with(group.name()));
        return inputs.digest();
    }

    /** Starts the digest of a file that depends on the planet, as all do. */
    Inputs inputs(String kind) {
        return Inputs.of(kind).with(base);
    }

    void add(Stage stage, String path, Inputs inputs, PlannedFile.Printing printing) {
        files.add(new PlannedFile(stage, path, inputs, printing));
    }

    Planet planet() {
        return planet;
    }

    SiteResources resources() {
        return resources;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Frame frame() {
        return frame;
    }

    Words words() {
        return words;
    }

    /** The absolute address of a path; null while the planet has no address. */
    @Nullable
    String absolute(String path) {
        return planet.link() == null ? null : absolute(planet.link(), path);
    }

    private static String absolute(URI link, String path) {
        String root = link.toString();
        return (root.endsWith("/") ? root : root + "/") + path;
    }
}
