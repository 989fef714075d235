package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchivePagesTest {

    private static final Instant DECEMBER = Instant.parse("2025-12-03T12:00:00Z");

    @Test
    void theFirstPostOfAMonthChangesTheFirstPageOfTheMonthBeforeAlone() {
        List<Writing> writings = new ArrayList<>();
        for (int post = 1; post <= 100; post++) {
            writings.add(writing(post, DECEMBER.plus(Duration.ofHours(post))));
        }
        Map<String, Sum> before = months(writings);
        writings.add(writing(101, Instant.parse("2026-01-02T12:00:00Z")));
        Map<String, Sum> after = months(writings);

        assertThat(before).containsKeys("archive/2025-12.html", "archive/2025-12/1.html", "archive/2025-12/2.html");
        before.forEach((path, digest) -> {
            if (path.equals("archive/2025-12.html")) {
                assertThat(after.get(path)).isNotEqualTo(digest);
            } else {
                assertThat(after).as(path).containsEntry(path, digest);
            }
        });
    }

    private static Writing writing(int key, Instant published) {
        return new Writing(SamplePlanet.post(key, "ada", published, new Random(key)), List.of());
    }

    private static Map<String, Sum> months(List<Writing> writings) {
        return SamplePlanet.plan(SamplePlanet.planet(), writings).files().stream()
                .filter(file -> file.path().startsWith("archive/"))
                .collect(Collectors.toMap(PlannedFile::path, PlannedFile::digest));
    }
}
