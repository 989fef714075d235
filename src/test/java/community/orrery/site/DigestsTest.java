package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Equal digests, equal bytes: whatever a file shows of a change, its digest tells of it. */
class DigestsTest {

    private static final List<Member> MEMBERS = IntStream.rangeClosed(10, 69)
            .mapToObj(number -> SamplePlanet.member("blog-" + number, "Blog " + number))
            .toList();

    @Test
    void tellsEveryPageOfTheMembersListHowManyThereAre() {
        List<Member> more = new ArrayList<>(MEMBERS);
        more.add(SamplePlanet.member("blog-99", "Blog 99"));
        List<Writing> writings = SamplePlanet.writings(MEMBERS, 150, 1);

        assertThat(stale(plan(MEMBERS, writings), plan(more, writings))).isEmpty();
    }

    @Test
    void tellsThePageWhereACopyStoodWhereItsOriginalIsNow() {
        List<Writing> writings = new ArrayList<>(SamplePlanet.writings(MEMBERS, 20, 1));
        Post original = writings.get(0).original();
        Post copy = writings.get(1).original();
        writings.remove(1);
        SitePlan before = plan(MEMBERS, replaced(writings, original, copy));
        SitePlan after = plan(
                MEMBERS,
                replaced(writings, SamplePlanet.declaring(original, URI.create("https://moved.example/")), copy));

        assertThat(stale(before, after)).isEmpty();
    }

    @Test
    void tellsTheStatusPageWhenAMembersNewestPostIsOf() {
        List<Writing> writings = SamplePlanet.writings(MEMBERS, 20, 1);
        List<Writing> later = writings.stream()
                .map(writing -> new Writing(
                        SamplePlanet.placed(
                                writing.original(), writing.original().ordered().plusSeconds(90_000)),
                        List.of()))
                .toList();

        assertThat(stale(plan(MEMBERS, writings), plan(MEMBERS, later))).isEmpty();
    }

    private static List<Writing> replaced(List<Writing> writings, Post original, Post copy) {
        List<Writing> replaced = new ArrayList<>(writings);
        replaced.set(0, new Writing(original, List.of(copy)));
        return replaced;
    }

    private static SitePlan plan(List<Member> members, List<Writing> writings) {
        return SamplePlanet.plan(SamplePlanet.planet(members), writings);
    }

    /** What would be left as it was, although it has changed. */
    private static List<String> stale(SitePlan before, SitePlan after) {
        Map<List<Object>, PlannedFile> was =
                before.files().stream().collect(Collectors.toMap(DigestsTest::name, Function.identity()));
        Press old = new Press(before, SamplePlanet.SHORT_TEXTS);
        Press young = new Press(after, SamplePlanet.SHORT_TEXTS);
        return after.files().stream()
                .filter(file -> Optional.ofNullable(was.get(name(file)))
                        .filter(same -> !Arrays.equals(old.print(same), young.print(file)))
                        .isPresent())
                .map(PlannedFile::path)
                .toList();
    }

    private static List<Object> name(PlannedFile file) {
        return List.of(file.path(), file.digest());
    }
}
