package community.orrery.archive;

import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.Category;
import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Settings;
import community.orrery.feed.Source;
import community.orrery.feed.Subscription;
import community.orrery.feed.UntrustedHtml;
import community.orrery.feed.Writing;
import community.orrery.history.Reading;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A planet's story told line by line, played on a real archive; src/test/resources/history/README.txt says how one is
 * written. Each {@code then} yields the site as the story expects it and as it is.
 */
final class Script {

    record Scene(int line, String expected, String actual) {}

    private final Archive archive;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Scene> scenes = new ArrayList<>();
    private int newcomerPosts = 10;
    private Instant now = Instant.EPOCH;

    private Script(Archive archive) {
        this.archive = archive;
    }

    static List<Scene> play(List<String> lines, Path file) {
        try (Archive archive = Planting.begin(file)) {
            Script script = new Script(archive);
            for (int i = 0; i < lines.size(); ) {
                String line = lines.get(i);
                int end = i + 1;
                while (end < lines.size() && lines.get(end).startsWith("  ")) {
                    end++;
                }
                List<String> block =
                        lines.subList(i + 1, end).stream().map(String::strip).toList();
                if (!line.isBlank() && !line.startsWith("#")) {
                    script.tell(i + 1, line.strip().split("\\s+"), block);
                }
                i = end;
            }
            return script.scenes;
        }
    }

    private void tell(int line, String[] words, List<String> block) {
        switch (words[0]) {
            case "newcomerPosts" -> newcomerPosts = Integer.parseInt(words[1]);
            case "member" -> members.put(words[1], member(words[1], Arrays.asList(words)));
            case "remove" -> members.remove(words[1]);
            case "hide" -> hidden.add(new Hidden(URI.create(words[1]), "asked for", line));
            case "unhide" -> hidden.removeIf(h -> h.url().toString().equals(words[1]));
            case "run" -> now = Instant.parse(words[1]);
            case "feed" -> read(words[1], block);
            case "quiet" -> archive.save(Map.of(key(words[1]), Planting.answered("same", now)));
            case "then" -> {
                archive.settle(now);
                archive.completed(now);
                scenes.add(new Scene(line, String.join("\n", block), site()));
            }
            default -> throw new IllegalArgumentException("line " + line + ": " + words[0]);
        }
    }

    private static Member member(String id, List<String> words) {
        Map<String, String> options = options(words.subList(2, words.size()));
        String feeds = options.getOrDefault("feeds", "https://" + id + ".example/feed");
        return new Member(
                id,
                id,
                URI.create("https://" + id + ".example/"),
                "",
                null,
                Member.Extent.FULL,
                options.containsKey("only") ? Set.of(options.get("only")) : Set.of(),
                Member.Status.ACTIVE,
                words.contains("distinct"),
                true,
                Arrays.stream(feeds.split(","))
                        .map(feed -> new Subscription(URI.create(feed), 1))
                        .toList());
    }

    private FeedKey key(String name) {
        String[] parts = name.split("/");
        Member member = Objects.requireNonNull(members.get(parts[0]));
        int feed = parts.length == 1 ? 0 : Integer.parseInt(parts[1]) - 1;
        return new FeedKey(parts[0], member.subscriptions().get(feed).xmlUrl());
    }

    private void read(String name, List<String> block) {
        FeedKey feed = key(name);
        Member member = Objects.requireNonNull(members.get(feed.member()));
        List<Entry> entries = block.stream()
                .map(line -> entry(member, line.split("\\s*\\|\\s*", -1)))
                .toList();
        archive.record(
                new Reading(member, feed.xmlUrl(), entries, newcomerPosts, now),
                Planting.answered("changed", now),
                Planting::derive);
    }

    /** id | title | published | link | text | options. */
    private static Entry entry(Member member, String[] columns) {
        URI home = member.home() == null ? URI.create("https://nowhere.example/") : member.home();
        String id = columns[0];
        URI link = columns[3].equals("-") ? null : home.resolve(columns[3]);
        Map<String, String> options = columns.length < 6 ? Map.of() : options(Arrays.asList(columns[5].split("\\s+")));
        String category = options.get("category");
        String author = options.get("author");
        String source = options.get("source");
        String canonical = options.get("canonical");
        Metadata metadata = new Metadata(
                link,
                columns[1],
                date(columns[2]),
                date(options.getOrDefault("updated", "-")),
                author == null ? List.of() : List.of(new Person(author, null)),
                category == null ? List.of() : List.of(new Category(category, null, null)),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                source == null ? null : new Source(null, null, URI.create(source), null),
                canonical == null ? null : URI.create(canonical));
        EntryId.Kind kind = id.startsWith("http") ? EntryId.Kind.PERMALINK : EntryId.Kind.GUID;
        EntryId own = id.equals("-") ? new EntryId(String.valueOf(link), EntryId.Kind.LINK) : new EntryId(id, kind);
        return new Entry(own, metadata, new UntrustedHtml(text(columns[4]), link == null ? home : link), null);
    }

    private static @Nullable Instant date(String text) {
        if (text.equals("-")) {
            return null;
        }
        return Instant.parse(text.contains("T") ? text : text + "T12:00:00Z");
    }

    private static Map<String, String> options(List<String> words) {
        Map<String, String> options = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            options.put(equals < 0 ? word : word.substring(0, equals), word.substring(equals + 1));
        }
        return options;
    }

    /** "@7" is a text of 120 words made from the seed 7, "@7~3" the same with three words changed; all else is itself. */
    private static String text(String column) {
        if (!column.startsWith("@")) {
            return column;
        }
        int space = column.indexOf(' ');
        String recipe = space < 0 ? column : column.substring(0, space);
        String rest = space < 0 ? "" : column.substring(space);
        String[] parts = recipe.substring(1).split("~");
        Random random = new Random(Long.parseLong(parts[0]));
        String[] words = new String[120];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.toString(random.nextInt(40_000) + 1_000, 36);
        }
        for (int i = 0; parts.length > 1 && i < Integer.parseInt(parts[1]); i++) {
            words[(i * 37 + 5) % words.length] = "changed" + i + "of" + parts[1];
        }
        return "<p>" + String.join(" ", words) + "</p>" + rest;
    }

    private String site() {
        Planet planet = new Planet(
                "Test",
                URI.create("https://planet.example/"),
                "",
                Locale.ENGLISH,
                null,
                null,
                Settings.DEFAULT,
                List.of(),
                List.copyOf(members.values()),
                hidden);
        Attribution site = Crossposts.attribute(planet, archive.posts(), archive.kinships());
        Map<Long, String> reasons = new HashMap<>();
        site.verdicts()
                .forEach(verdict ->
                        reasons.put(verdict.copy().key(), verdict.reason().name()));
        return site.writings().stream().map(writing -> line(writing, reasons)).collect(Collectors.joining("\n"));
    }

    private static String line(Writing writing, Map<Long, String> reasons) {
        Post post = writing.original();
        StringBuilder line = new StringBuilder()
                .append(post.path())
                .append(" | ")
                .append(post.standing())
                .append(" | ")
                .append(post.metadata().title())
                .append(" | ")
                .append(post.id().value());
        if (post.revised() != null) {
            line.append(" | revised ").append(post.revised().toString(), 0, 10);
        }
        for (Post copy : writing.copies()) {
            line.append(" | also ").append(copy.path()).append(' ').append(reasons.get(copy.key()));
        }
        return line.toString();
    }
}
