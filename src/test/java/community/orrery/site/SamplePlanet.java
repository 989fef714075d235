package community.orrery.site;

import community.orrery.clean.Cleaned;
import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.crosspost.Attribution;
import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.Group;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.Source;
import community.orrery.feed.SourceFeed;
import community.orrery.feed.UntrustedHtml;
import community.orrery.feed.Writing;
import community.orrery.health.Diary;
import community.orrery.health.Health;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A planet made up for tests: seeded, so that the same numbers always give the same posts. */
public final class SamplePlanet {

    private static final Instant NEWEST = Instant.parse("2026-05-18T09:30:00Z");

    private static final List<String> SUBJECTS = List.of(
            "MPI collectives",
            "a stubborn Lustre client",
            "Slurm fair share",
            "GPU memory",
            "Spack environments",
            "the second network card",
            "a queue of small jobs",
            "containers on the login node",
            "checkpointing",
            "roofline plots",
            "our first hackathon",
            "a burst buffer",
            "OpenMP offloading",
            "InfiniBand counters");
    private static final List<String> SHAPES = List.of(
            "What we learned from %s",
            "%s, explained slowly",
            "Debugging %s on a Friday",
            "Notes on %s",
            "Why %s still matters",
            "Measuring %s: the numbers",
            "A year with %s",
            "Three surprises in %s");
    private static final List<String> TAGS = List.of(
            "HPC", "MPI", "storage", "Slurm", "GPU", "performance", "community", "C++", "Open Source", "teaching");

    private SamplePlanet() {}

    public static Planet planet() {
        return planet(members());
    }

    public static Planet planet(List<Member> members) {
        return planet(members, Settings.DEFAULT, Locale.ENGLISH);
    }

    public static Planet planet(List<Member> members, Settings settings, Locale language) {
        List<String> ids = members.stream().map(Member::id).toList();
        int third = Math.max(1, ids.size() / 2);
        List<Group> groups = new ArrayList<>();
        groups.add(new Group("personal", "Personal", List.of(), ids.subList(0, third)));
        if (ids.size() > 1) {
            groups.add(new Group("community", "Community", List.of(), ids.subList(third, ids.size() - 1)));
            groups.add(new Group("commercial", "Commercial", List.of(), ids.subList(ids.size() - 1, ids.size())));
        }
        groups.removeIf(group -> group.members().isEmpty());
        return planet(members, groups, settings, language);
    }

    static Planet planet(List<Member> members, List<Group> groups, Settings settings, Locale language) {
        return new Planet(
                "Planet Cluster",
                URI.create("https://planet.example/blogs/"),
                "People who build, run and use supercomputers, writing about what they find out.",
                language,
                "The volunteers",
                "planet@planet.example",
                settings,
                groups,
                members,
                List.of());
    }

    public static List<Member> members() {
        return List.of(
                member("ada", "Ada’s Cluster Notes"),
                member("lockstep", "In Lockstep"),
                member("tape-robot", "The Tape Robot"),
                member("rse-diary", "An RSE’s Diary"),
                member("quiet-node", "Quiet Node"),
                member("mpi-forum", "MPI Corner"),
                member("fairshare", "Fair Share"),
                member("openscience", "Open Science Machines"),
                member("weekly", "Research Computing Weekly"),
                member("acme", "Acme Systems Engineering"));
    }

    public static Member member(String id, String name) {
        return member(id, name, Member.Extent.FULL, true);
    }

    public static Member member(String id, String name, Member.Extent extent, boolean indexed) {
        return MemberBuilder.of(id).name(name).extent(extent).indexed(indexed).build();
    }

    /** Of feeds that were never asked. */
    public static Health health(Planet planet, List<Writing> writings) {
        return Health.of(
                planet,
                (member, feed) -> FeedState.UNASKED,
                writings.stream().flatMap(Writing::posts).toList(),
                new Attribution(writings, List.of(), List.of()),
                null,
                Diary.NONE);
    }

    /** A site's plan, its status page that of feeds that were never asked. */
    public static SitePlan plan(Planet planet, List<Writing> writings) {
        return plan(planet, writings, Theme.NONE);
    }

    public static SitePlan plan(Planet planet, List<Writing> writings, Theme theme) {
        return SitePlan.of(planet, writings, theme, health(planet, writings));
    }

    /** So many writings, one every few hours back from a fixed day, newest last, as an archive would number them. */
    public static List<Writing> writings(int count) {
        return writings(members(), count, 1);
    }

    public static List<Writing> writings(List<Member> members, int count, long seed) {
        Random random = new Random(seed);
        List<Writing> writings = new ArrayList<>();
        Instant time = NEWEST.minus(Duration.ofHours(31L * count));
        for (int key = 1; key <= count; key++) {
            time = time.plus(Duration.ofMinutes(1500 + random.nextInt(600)));
            Member member = members.get(random.nextInt(members.size()));
            writings.add(new Writing(post(key, member.id(), time, random), List.of()));
        }
        return writings;
    }

    public static Post post(long key, String member, Instant time, Random random) {
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        String title = String.format(SHAPES.get(random.nextInt(SHAPES.size())), subject);
        title = title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        String slug = slug(title) + "-" + key;
        List<Category> tags = random.ints(0, TAGS.size())
                .distinct()
                .limit(random.nextInt(4))
                .mapToObj(index -> new Category(TAGS.get(index), null, null))
                .toList();
        List<Person> authors =
                random.nextInt(3) == 0 ? List.of() : List.of(new Person("Robin " + title.charAt(2) + "ane", null));
        URI link = URI.create("https://" + member + ".example/" + slug);
        Metadata metadata = new Metadata(
                link, title, time, null, authors, tags, "en", null, null, List.of(), null, null, null, null);
        return new Post(
                key,
                member,
                slug,
                new EntryId(link.toString(), EntryId.Kind.PERMALINK),
                metadata,
                time.plusSeconds(1800),
                time,
                null,
                300 + random.nextInt(2400),
                Standing.SHOWN,
                feed(member, FeedMetadata.NONE),
                "v" + key);
    }

    private static SourceFeed feed(String member, FeedMetadata metadata) {
        return new SourceFeed(URI.create("https://" + member + ".example/feed.xml"), metadata);
    }

    /** The same post with another standing. */
    public static Post with(Post post, Standing standing) {
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                post.id(),
                post.metadata(),
                post.firstSeen(),
                post.ordered(),
                post.revised(),
                post.words(),
                standing,
                post.feed(),
                post.version() + standing);
    }

    private static Metadata altered(
            Metadata old,
            String title,
            List<Category> categories,
            List<Enclosure> enclosures,
            @Nullable URI thumbnail,
            @Nullable URI canonical) {
        return new Metadata(
                old.link(),
                title,
                old.published(),
                old.updated(),
                old.authors(),
                categories,
                old.language(),
                old.rights(),
                old.license(),
                enclosures,
                thumbnail,
                old.comments(),
                old.source(),
                canonical);
    }

    /** The same post, saying other things of itself. @param news what is new, for its version */
    private static Post with(Post post, Metadata metadata, Object news) {
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                post.id(),
                metadata,
                post.firstSeen(),
                post.ordered(),
                post.revised(),
                post.words(),
                post.standing(),
                post.feed(),
                post.version() + news);
    }

    /** The same post with other files. */
    static Post attached(Post post, List<Enclosure> enclosures) {
        Metadata old = post.metadata();
        return with(
                post,
                altered(old, old.title(), old.categories(), enclosures, old.thumbnail(), old.canonical()),
                enclosures);
    }

    /** The same post at another place in every list. */
    static Post placed(Post post, Instant ordered) {
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                post.id(),
                post.metadata(),
                post.firstSeen(),
                ordered,
                post.revised(),
                post.words(),
                post.standing(),
                post.feed(),
                post.version() + ordered);
    }

    /** The same post with another id. */
    static Post identified(Post post, EntryId id) {
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                id,
                post.metadata(),
                post.firstSeen(),
                post.ordered(),
                post.revised(),
                post.words(),
                post.standing(),
                post.feed(),
                post.version() + id);
    }

    /** The same post as its author changed it. */
    public static Post edited(Post post, String title, Instant revised) {
        Metadata old = post.metadata();
        Metadata metadata = altered(old, title, old.categories(), old.enclosures(), old.thumbnail(), old.canonical());
        return new Post(
                post.key(),
                post.member(),
                post.slug(),
                post.id(),
                metadata,
                post.firstSeen(),
                post.ordered(),
                revised,
                post.words() + 1,
                post.standing(),
                post.feed(),
                post.version() + "e");
    }

    /** The same post, naming another address as its original's. */
    public static Post declaring(Post post, URI canonical) {
        Metadata old = post.metadata();
        return with(
                post,
                altered(old, old.title(), old.categories(), old.enclosures(), old.thumbnail(), canonical),
                canonical);
    }

    /** The same post, naming another picture for itself. */
    public static Post pictured(Post post, URI thumbnail) {
        Metadata old = post.metadata();
        return with(
                post,
                altered(old, old.title(), old.categories(), old.enclosures(), thumbnail, old.canonical()),
                thumbnail);
    }

    /** The same post in another language. @param language null: its feed does not say */
    static Post spoken(Post post, @Nullable String language) {
        return with(post, said(post.metadata(), post.metadata().authors(), language), "in " + language);
    }

    /** The same post, whose feed does not say where it is. */
    static Post homeless(Post post) {
        Metadata old = post.metadata();
        Metadata metadata = new Metadata(
                null,
                old.title(),
                old.published(),
                old.updated(),
                old.authors(),
                old.categories(),
                old.language(),
                old.rights(),
                old.license(),
                old.enclosures(),
                old.thumbnail(),
                old.comments(),
                old.source(),
                null);
        return with(identified(post, new EntryId("guid-" + post.key(), EntryId.Kind.GUID)), metadata, "homeless");
    }

    /** The same post by others. */
    static Post by(Post post, String... names) {
        List<Person> authors =
                Stream.of(names).map(name -> new Person(name, null)).toList();
        return with(post, said(post.metadata(), authors, post.metadata().language()), authors);
    }

    private static Metadata said(Metadata old, List<Person> authors, @Nullable String language) {
        return new Metadata(
                old.link(),
                old.title(),
                old.published(),
                old.updated(),
                authors,
                old.categories(),
                language,
                old.rights(),
                old.license(),
                old.enclosures(),
                old.thumbnail(),
                old.comments(),
                old.source(),
                old.canonical());
    }

    /** The same post under other tags. */
    public static Post tagged(Post post, List<String> tags) {
        Metadata old = post.metadata();
        return with(
                post,
                altered(
                        old,
                        old.title(),
                        tags.stream().map(tag -> new Category(tag, null, null)).toList(),
                        old.enclosures(),
                        old.thumbnail(),
                        old.canonical()),
                tags);
    }

    public static Settings settings(int postsPerPage, int feedPosts) {
        Settings old = Settings.DEFAULT;
        return new Settings(
                postsPerPage,
                feedPosts,
                old.newcomerPosts(),
                old.schedule(),
                old.minInterval(),
                old.requests(),
                old.requestsPerHost(),
                old.hostPause(),
                old.connectTimeout(),
                old.callTimeout(),
                old.maxBytes(),
                old.timezone(),
                old.hub(),
                old.theme(),
                old.caretaker());
    }

    public static Settings in(Settings old, ZoneId timezone) {
        return new Settings(
                old.postsPerPage(),
                old.feedPosts(),
                old.newcomerPosts(),
                old.schedule(),
                old.minInterval(),
                old.requests(),
                old.requestsPerHost(),
                old.hostPause(),
                old.connectTimeout(),
                old.callTimeout(),
                old.maxBytes(),
                timezone,
                old.hub(),
                old.theme(),
                old.caretaker());
    }

    /** A post that has everything a feed can say. */
    public static Post rich(long key, String member, Instant time) {
        URI link = URI.create("https://" + member + ".example/rich?a=1&b=2");
        Metadata metadata = new Metadata(
                link,
                "Rich & <b>strange</b>: \"quotes\" in a title",
                time,
                time,
                List.of(
                        new Person("Grace O’Hara", URI.create("https://grace.example/")),
                        new Person("Lin <Wei>", null)),
                List.of(new Category("HPC", null, null), new Category("C++", null, "C++ & friends")),
                "en-GB",
                "© 2026 Grace O’Hara",
                URI.create("https://creativecommons.org/licenses/by/4.0/"),
                List.of(new Enclosure(
                        URI.create("https://" + member + ".example/episode.mp3"),
                        "audio/mpeg",
                        12_345_678L,
                        Duration.ofMinutes(31))),
                URI.create("https://" + member + ".example/cover.png"),
                URI.create("https://" + member + ".example/rich#comments"),
                new Source(null, "Somewhere", null, null),
                null);
        return new Post(
                key,
                member,
                "rich",
                new EntryId("rich-guid", EntryId.Kind.GUID),
                metadata,
                time,
                time,
                time.plus(Duration.ofDays(2)),
                1234,
                Standing.SHOWN,
                feed(
                        member,
                        new FeedMetadata(
                                "tag:" + member + ".example,2010:feed",
                                "Cluster notes: newest posts",
                                URI.create("https://" + member + ".example/blog/"),
                                List.of(new Person("Ada <Lovelace>", URI.create("https://ada.example/about"))),
                                "© 2010–2026 the authors & friends")),
                "r" + key);
    }

    private static final String BODY = SiteTexts.text("sample-post.html");

    /** Bodies with what real posts hold. */
    public static final PostTexts TEXTS = new CleanedTexts(post -> new UntrustedHtml(
            BODY,
            post.metadata().link() == null
                    ? URI.create("https://x.example/")
                    : post.metadata().link()));

    /** The same body for every post. */
    static PostTexts texts(String body) {
        return new CleanedTexts(post -> new UntrustedHtml(body, URI.create("https://x.example/")));
    }

    /** Bodies of a few words, each post's own. */
    public static final PostTexts SHORT_TEXTS =
            new CleanedTexts(post ->
                    new UntrustedHtml("<p id=x>Text of " + post.version() + "</p>", URI.create("https://x.example/"))) {

                /** A page that shows it, and does not count it among what it is made from, stays behind when the post changes. */
                @Override
                public String excerpt(Post post) {
                    return "Beginning of " + post.version();
                }
            };

    private static class CleanedTexts implements PostTexts {

        private final Function<Post, UntrustedHtml> bodies;

        CleanedTexts(Function<Post, UntrustedHtml> bodies) {
            this.bodies = bodies;
        }

        private Cleaned cleaned(Post post) {
            return HtmlCleaner.clean(
                    bodies.apply(post), new Origin(post.metadata().link(), null));
        }

        @Override
        public KeptHtml html(Post post) {
            return cleaned(post).html();
        }

        @Override
        public String excerpt(Post post) {
            return SamplePlanet.excerpt(post);
        }

        @Override
        public String plainText(Post post) {
            return cleaned(post).text();
        }
    }

    /** By the address, which stays when the title is edited. */
    static String excerpt(Post post) {
        String address = String.valueOf(post.metadata().link());
        return SUBJECTS.stream()
                .filter(subject -> address.contains(slug(subject)))
                .findFirst()
                .map(subject ->
                        "It began with a job that took eleven minutes on Monday and four hours on Tuesday. We looked at "
                                + subject
                                + " for a week, changed one line, and then spent another week finding out why that line"
                                + " mattered at all.")
                .orElse("A post with <everything> & more.");
    }

    private static String slug(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
