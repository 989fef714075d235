package community.orrery.crawl;

import community.orrery.archive.Archive;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.fetch.Fetcher;
import community.orrery.fetch.Reach;
import community.orrery.publish.Publisher;
import community.orrery.site.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A planet's life told line by line and lived by the whole program: feeds served over HTTP, an archive, a published folder.
 * src/test/resources/history/README.txt says how one is written.
 */
final class Story implements AutoCloseable {

    /**
     * What one {@code then} found.
     *
     * @param line of the {@code then}, from 1
     * @param faults in what must hold of any planet's site, whatever its story
     */
    record Scene(int line, List<String> expected, List<String> site, List<String> faults) {}

    private static byte @Nullable [] emptyArchive;

    private final Path folder;
    private final Archive archive;
    private final StoryServer server;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    /** Every address that a post's page ever had, with the id that the feeds gave it there. */
    private final Map<String, String> addresses = new TreeMap<>();

    private int newcomerPosts = 10;
    private Instant now = Instant.EPOCH;
    private boolean untold;

    private Story(Path folder) throws IOException {
        this.folder = folder;
        this.archive = archive(folder.resolve("archive.db"));
        this.server = new StoryServer();
    }

    static List<Scene> play(List<String> lines, Path folder) throws IOException, InterruptedException {
        try (Story story = new Story(folder)) {
            for (int i = 0; i < lines.size(); ) {
                String line = lines.get(i);
                int end = i + 1;
                while (end < lines.size() && lines.get(end).startsWith("  ")) {
                    end++;
                }
                List<String> block =
                        lines.subList(i + 1, end).stream().map(String::strip).toList();
                if (!line.isBlank() && !line.startsWith("#")) {
                    story.tell(i + 1, line.strip().split("\\s+"), block);
                }
                i = end;
            }
            return story.scenes;
        }
    }

    private void tell(int line, String[] words, List<String> block) throws IOException, InterruptedException {
        switch (words[0]) {
            case "newcomerPosts" -> newcomerPosts = Integer.parseInt(words[1]);
            case "member" -> members.put(words[1], member(words[1], Arrays.asList(words)));
            case "remove" -> members.remove(words[1]);
            case "hide" -> hidden.add(new Hidden(URI.create(words[1]), List.of(), "asked for", line));
            case "unhide" -> hidden.removeIf(h -> h.url().toString().equals(words[1]));
            case "run" -> {
                crawlUntold();
                now = Instant.parse(words[1]);
                server.silence();
                untold = true;
            }
            case "feed" -> server.publish(feed(words[1]), StoryFeed.rss(home(words[1]), block));
            case "quiet" -> server.leaveUnchanged(feed(words[1]));
            case "then" -> {
                crawlUntold();
                PublishedSite site = PublishedSite.read(folder.resolve("output"));
                List<String> told = site.told(addresses.keySet());
                scenes.add(new Scene(line, block, told, site.faults(addresses)));
            }
            default -> throw new IllegalArgumentException("line " + line + ": " + words[0]);
        }
    }

    /** Several runs may pass before a story looks at the site. */
    private void crawlUntold() throws InterruptedException {
        if (untold) {
            Clock clock = Clock.fixed(now, ZoneOffset.UTC);
            Settings settings = settings();
            try (Fetcher fetcher = new Fetcher(settings, null, Reach.ANYWHERE, folder, clock)) {
                Publisher publisher = new Publisher(folder.resolve("output"));
                new Crawl(fetcher, archive, publisher, Theme.NONE, clock)
                        .run(planet(settings), new Mode(true, false, false, true), null, ended -> {});
            }
            untold = false;
        }
    }

    private Member member(String id, List<String> words) {
        Map<String, String> options = StoryFeed.options(words.subList(2, words.size()));
        String feeds = options.getOrDefault("feeds", "https://" + id + ".example/feed");
        MemberBuilder member = MemberBuilder.of(id)
                .distinct(words.contains("distinct"))
                .feeds(Arrays.stream(feeds.split(","))
                        .map(feed -> server.address(URI.create(feed)).toString())
                        .toArray(String[]::new));
        return options.containsKey("only")
                ? member.categories(options.get("only")).build()
                : member.build();
    }

    private URI feed(String name) {
        String[] parts = name.split("/");
        Member member = Objects.requireNonNull(members.get(parts[0]), name);
        int feed = parts.length == 1 ? 0 : Integer.parseInt(parts[1]) - 1;
        return member.subscriptions().get(feed).xmlUrl();
    }

    private static URI home(String name) {
        return URI.create("https://" + name.split("/")[0] + ".example/");
    }

    /** One request at a time, so that feeds are met in the list's order. */
    private Settings settings() {
        Settings usual = Settings.DEFAULT;
        return new Settings(
                usual.postsPerPage(),
                usual.feedPosts(),
                newcomerPosts,
                usual.schedule(),
                usual.minInterval(),
                1,
                1,
                Duration.ZERO,
                usual.connectTimeout(),
                usual.callTimeout(),
                usual.maxBytes(),
                usual.timezone(),
                null,
                null,
                null);
    }

    private Planet planet(Settings settings) {
        return new Planet(
                "Test",
                URI.create("https://planet.example/"),
                "",
                Locale.ENGLISH,
                null,
                null,
                settings,
                List.of(),
                List.copyOf(members.values()),
                List.copyOf(hidden));
    }

    /** A copy of the first one made: a migration takes longer than most stories. */
    private static synchronized Archive archive(Path file) throws IOException {
        byte[] empty = emptyArchive;
        if (empty == null) {
            Archive.open(file).close();
            emptyArchive = Files.readAllBytes(file);
        } else {
            Files.write(file, empty);
        }
        return Archive.open(file);
    }

    @Override
    public void close() {
        archive.close();
        server.close();
    }
}
