package community.orrery.crosspost;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Finding through traces against comparing each with each, over made-up planets. */
class KinshipsTest {

    @Test
    void tracesFindNearlyAllThatComparingEachWithEachFinds() {
        Random random = new Random(42);
        Map<Long, Wording> wordings = new HashMap<>();
        List<Print> prints = new ArrayList<>();
        for (long key = 1; key <= 400; key++) {
            boolean copy = key % 4 == 0;
            long seed = copy ? key - 1 : key;
            int edits = copy ? random.nextInt(4) : 0;
            Wording wording = Wording.of(text(seed, edits));
            wordings.put(key, wording);
            Instant date = Instant.parse("2025-01-01T12:00:00Z").plusSeconds(seed * 40_000);
            prints.add(new Print(
                    key,
                    copy ? "team" : "ada",
                    new EntryId("id" + key, EntryId.Kind.GUID),
                    metadata("Title of " + (random.nextBoolean() ? seed : key), date),
                    wording.simHash(),
                    wording.words()));
        }
        List<Kinship> each = new ArrayList<>();
        for (int i = 0; i < prints.size(); i++) {
            for (int j = i + 1; j < prints.size(); j++) {
                Kinships.judge(prints.get(i), prints.get(j), key -> Objects.requireNonNull(wordings.get(key)))
                        .ifPresent(each::add);
            }
        }
        List<Kinship> found = KinshipSearch.among(prints, key -> Objects.requireNonNull(wordings.get(key)));
        assertThat(each).hasSizeGreaterThan(80).containsAll(found);
        assertThat(found.size()).isGreaterThanOrEqualTo(each.size() * 97 / 100);
        assertThat(prints).allSatisfy(print -> assertThat(print.lookups()).hasSizeLessThanOrEqualTo(Print.MOST_TRACES));
    }

    /** Reading texts is what finding costs: on a busy day few of them may be read. */
    @Test
    void readsHardlyAnyTextOfPostsThatShareNothingButTheirDay() {
        Map<Long, Wording> wordings = new HashMap<>();
        List<Print> prints = new ArrayList<>();
        for (long key = 1; key <= 300; key++) {
            Wording wording = Wording.of(text(key, 0));
            wordings.put(key, wording);
            prints.add(new Print(
                    key,
                    "member" + key,
                    new EntryId("id" + key, EntryId.Kind.GUID),
                    metadata("Title of " + key, Instant.parse("2025-01-01T12:00:00Z")),
                    wording.simHash(),
                    wording.words()));
        }
        List<Long> read = new ArrayList<>();
        KinshipSearch.among(prints, key -> {
            read.add(key);
            return Objects.requireNonNull(wordings.get(key));
        });
        assertThat(read).hasSizeLessThan(prints.size() * prints.size() / 2 / 500);
    }

    private static String text(long seed, int edits) {
        Random words = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            String word = Integer.toString(words.nextInt(9_000) + 1_000, 36);
            text.append(i % 40 < edits && i % 3 == 0 ? "edit" + i : word).append(' ');
        }
        return text.toString();
    }

    private static Metadata metadata(String title, Instant published) {
        return new Metadata(
                null, title, published, null, List.of(), List.of(), null, null, null, List.of(), null, null, null,
                null);
    }
}
