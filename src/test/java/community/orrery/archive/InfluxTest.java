package community.orrery.archive;

import static community.orrery.archive.Planting.NOW;
import static community.orrery.archive.Planting.answered;
import static community.orrery.archive.Planting.feed;
import static community.orrery.archive.Planting.member;
import static community.orrery.archive.Planting.metadata;
import static community.orrery.archive.Planting.reading;
import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedState;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.UntrustedHtml;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a feed brings that makes up new posts, or new ids for the same ones, whenever it is asked. */
class InfluxTest {

    private static final Member ADA = member("ada");

    private Archive archive;

    @BeforeEach
    void begin(@TempDir Path folder) {
        archive = Planting.begin(folder.resolve("archive.db"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void itsFirstReadingIsTakenWhole() {
        read(NOW, posts(1, 1_200));

        assertThat(archive.posts()).hasSize(1_200);
        assertThat(warning()).isNull();
    }

    @Test
    void laterADayBringsAThousandTheNewestFirst() {
        read(NOW, posts(1, 1_200));
        Instant hours = NOW.plus(Duration.ofHours(10));

        read(hours, posts(601, 1_200));
        assertThat(archive.posts()).hasSize(1_800);
        assertThat(warning()).isNull();
        read(hours.plusSeconds(60), posts(1_801, 500));
        assertThat(archive.posts()).hasSize(2_200);
        assertThat(archive.posts())
                .extracting(InfluxTest::number)
                .contains(2_300, 1_901)
                .doesNotContain(1_900, 1_801);
        assertThat(warning())
                .isEqualTo("it brought more than 1000 new posts within a day: 100 of them are taken a day later");
        assertThat(state().approach()).isEqualTo(FeedState.Approach.UNASKED); // read again though it stays as it is
        read(hours.plusSeconds(120), posts(1_801, 501));
        assertThat(archive.posts()).hasSize(2_200);
        read(hours.plus(Duration.ofHours(23)), posts(1_801, 502));
        assertThat(archive.posts()).hasSize(2_200);

        read(hours.plus(Duration.ofHours(25)), posts(1_801, 502));
        assertThat(archive.posts()).hasSize(2_302);
        assertThat(warning()).isNull();
    }

    @Test
    void whatIsLeftOutCostsNoKnownPostItsPlace() {
        read(NOW, posts(1, 10));
        List<Post> before = archive.posts();

        List<Entry> flood = new ArrayList<>(posts(11, 1_500));
        flood.addAll(posts(1, 10));
        read(NOW.plusSeconds(60), flood);

        assertThat(archive.posts()).hasSize(1_010).containsAll(before);
    }

    @Test
    void aPostUnderEverNewIdsKeepsAFewOfThemAndTheFirst() {
        read(NOW, List.of(post(1, "first")));
        for (int build = 1; build <= 90; build++) {
            read(NOW.plusSeconds(build), List.of(post(1, "build-" + build), post(1, "steady")));
            assertThat(ids()).contains("steady");
        }

        assertThat(archive.posts()).hasSize(1);
        assertThat(ids())
                .hasSizeLessThan(24)
                .contains("build-90")
                .filteredOn("first"::equals)
                .hasSize(2);
        read(NOW.plusSeconds(100), List.of(post(1, "build-90"), post(2, "other")));
        read(NOW.plusSeconds(200), List.of(post(1, "first")));
        assertThat(archive.posts()).extracting(InfluxTest::number).containsExactlyInAnyOrder(1, 2);
    }

    private void read(Instant now, List<Entry> entries) {
        archive.record(reading(ADA, now, entries), answered("a", now), Planting::derive);
    }

    private @Nullable String warning() {
        return state().course().warning();
    }

    private FeedState state() {
        return archive.states().getOrDefault(new FeedKey("ada", feed("ada")), FeedState.UNASKED);
    }

    /** As an export has them: the one that the post was met under, then those of its feed. */
    private List<String> ids() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        archive.export(out);
        return Pattern.compile("\"(first|steady|build-[0-9]+)\"")
                .matcher(out.toString(StandardCharsets.UTF_8))
                .results()
                .map(id -> id.group(1))
                .toList();
    }

    private static List<Entry> posts(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> post(number, "post-" + number))
                .toList();
    }

    private static Entry post(int number, String id) {
        URI link = URI.create("https://ada.example/" + number);
        return new Entry(
                new EntryId(id, EntryId.Kind.GUID),
                metadata(link.toString(), "Number " + number, NOW.minus(Duration.ofDays(5_000 - number))),
                new UntrustedHtml("<p>Of " + number + "</p>", link),
                null);
    }

    private static int number(Post post) {
        return Integer.parseInt(post.metadata().title().substring("Number ".length()));
    }
}
