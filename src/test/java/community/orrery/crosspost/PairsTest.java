package community.orrery.crosspost;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Wording;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Pairs of texts labelled by hand, in src/test/resources/crosspost/pairs: what counts is that no two writings are ever taken
 * for one; how many copies are found is printed.
 */
class PairsTest {

    private static final Path PAIRS = Path.of("src/test/resources/crosspost/pairs");

    /** In which ways two posts are one writing, or only look like it. */
    private static final Set<String> KINDS = Set.of(
            "to the letter",
            "edited",
            "retitled",
            "framed",
            "declared",
            "template",
            "quotation",
            "translation",
            "digest",
            "namesake",
            "short");

    private record Pair(String name, boolean same, String kind, Map<String, String> one, Map<String, String> other) {}

    @Test
    void neverTakesTwoWritingsForOne() throws IOException {
        List<Pair> pairs = pairs();
        Map<Boolean, List<Pair>> byLabel = pairs.stream().collect(Collectors.partitioningBy(Pair::same));
        List<Pair> same = byLabel.getOrDefault(true, List.of());
        List<Pair> found = pairs.stream().filter(PairsTest::judged).toList();
        List<String> wrong =
                found.stream().filter(pair -> !pair.same()).map(Pair::name).toList();
        List<String> missed = same.stream()
                .filter(pair -> !found.contains(pair))
                .map(Pair::name)
                .toList();
        double precision = (found.size() - wrong.size()) / (double) found.size();
        double recall = (same.size() - missed.size()) / (double) same.size();
        System.out.printf(
                Locale.ROOT,
                "crosspost pairs: %d labelled, %d same; precision %.3f, recall %.3f; missed %s%n",
                pairs.size(),
                same.size(),
                precision,
                recall,
                missed);
        pairs.stream()
                .collect(Collectors.groupingBy(Pair::kind, TreeMap::new, Collectors.toList()))
                .forEach((kind, alike) -> System.out.printf(
                        "  %s: %d %s, %d taken for one writing%n",
                        kind,
                        alike.size(),
                        alike.get(0).same() ? "the same" : "different",
                        alike.stream().filter(found::contains).count()));
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(60);
        assertThat(pairs.stream().map(Pair::kind).collect(Collectors.toSet())).isEqualTo(KINDS);
        assertThat(wrong).isEmpty();
        assertThat(recall).isGreaterThan(0.8);
    }

    /** Found by its traces as well as judged, as on a planet. */
    private static boolean judged(Pair pair) {
        Print one = print(1, "ada", pair.one());
        Print other = print(2, "bob", pair.other());
        Map<Long, Wording> wordings = Map.of(1L, Wording.of(text(pair.one())), 2L, Wording.of(text(pair.other())));
        return !KinshipSearch.among(List.of(one, other), key -> wordings.getOrDefault(key, Wording.of("")))
                .isEmpty();
    }

    private static String text(Map<String, String> post) {
        return post.getOrDefault("text", "");
    }

    private static Print print(long key, String member, Map<String, String> post) {
        String link = post.getOrDefault("link", "https://" + member + ".example/posts/" + key);
        String canonical = post.get("canonical");
        String date = post.get("date");
        Metadata metadata = new Metadata(
                URI.create(link),
                post.getOrDefault("title", ""),
                date == null ? null : Instant.parse(date + "T12:00:00Z"),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                canonical == null ? null : URI.create(canonical));
        Wording wording = Wording.of(text(post));
        EntryId id = new EntryId(post.getOrDefault("id", link), EntryId.Kind.GUID);
        return new Print(key, member, id, metadata, wording.simHash(), wording.words());
    }

    /** A file holds the label with its kind, then two posts: "field: value" lines, and the text after an empty line, parted by "----". */
    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (var files = Files.list(PAIRS)) {
            for (Path file : files.sorted().toList()) {
                String[] parts = Files.readString(file).split("(?m)^----\\R");
                String[] label = parts[0].strip().split(": ");
                assertThat(parts).as("%s", file).hasSize(3);
                assertThat(label[0]).as("%s", file).isIn("same", "different");
                boolean same = label[0].equals("same");
                pairs.add(new Pair(file.getFileName().toString(), same, label[1], post(parts[1]), post(parts[2])));
            }
        }
        return pairs;
    }

    private static Map<String, String> post(String part) {
        String[] halves = part.split("\\R\\R", 2);
        Map<String, String> post = new HashMap<>();
        Arrays.stream(halves[0].split("\\R")).filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(": ");
            post.put(line.substring(0, colon), line.substring(colon + 2).strip());
        });
        post.put("text", halves.length < 2 ? "" : halves[1].strip());
        return post;
    }
}
