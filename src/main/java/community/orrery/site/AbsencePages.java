package community.orrery.site;

import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import community.orrery.health.Absence;
import community.orrery.health.Absence.Reason;
import community.orrery.health.MemberHealth;
import community.orrery.site.PlannedFile.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * For each member whose posts are not all on the front page: which ones, and by which rule. They tell of posts only and of no
 * visit, so a run without news leaves them alone.
 */
final class AbsencePages {

    /** Posts on one page; the first has up to twice as many. */
    static final int PER_PAGE = 75;

    /**
     * A post that is not on the front page.
     *
     * @param title null, as is its path, for one that is not named here
     * @param elsewhere the post whose page it shares
     */
    record Missing(
            View.When published,
            @Nullable String title,
            @Nullable String path,
            String rule,
            View.@Nullable Neighbour elsewhere,
            @Nullable String judged) {}

    private AbsencePages() {}

    /** @param status where the status page tells of the member's feeds */
    static void plan(SitePlan plan, MemberHealth health, String status) {
        Member member = health.member();
        String folder = "status/" + member.id() + "/";
        for (Leaf<Absence> leaf : ListPages.lastFirst(Leaf.of(health.absences(), PER_PAGE, path(member), folder))) {
            Inputs inputs = plan.inputs("absences");
            leaf.into(inputs, absence -> digest(plan, absence))
                    .with(status)
                    .with(plan.catalogue().digestOf(member.id()))
                    .with(member.categories())
                    .with(plan.planet().settings().newcomerPosts())
                    .withAll(leaf.isFirst() ? counts(health) : List.of());
            plan.add(Stage.LIST, leaf.path(), inputs, press -> page(press, health, status, leaf));
        }
    }

    static String path(Member member) {
        return "status/" + member.id() + ".html";
    }

    private static Sum digest(SitePlan plan, Absence absence) {
        Post post = absence.post();
        Inputs inputs = Inputs.of("absence")
                .with(absence.reason())
                .with(post.path())
                .with(post.version())
                .with(post.ordered());
        if (absence.hidden() != null) {
            inputs.with(absence.hidden().line()).with(absence.hidden().why());
        }
        if (absence.verdict() != null) {
            Post original = absence.verdict().original();
            inputs.with(original.path())
                    .with(original.metadata().title())
                    .with(plan.catalogue().digestOf(original.member()))
                    .with(absence.verdict().reason())
                    .with(absence.verdict().likeness());
        }
        return inputs.digest();
    }

    private static List<Integer> counts(MemberHealth health) {
        List<Integer> counts = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            counts.add(health.count(reason));
        }
        return counts;
    }

    private static byte[] page(Press press, MemberHealth health, String status, Leaf<Absence> leaf) {
        Words words = press.words();
        Member member = health.member();
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("leaf", leaf);
        model.put("blog", press.views().blog(member));
        model.put("statusPath", status);
        model.put("firstPath", path(member));
        model.put("tallies", tallies(words, health));
        model.put(
                "absences",
                leaf.items().stream()
                        .map(absence -> missing(press, member, absence))
                        .toList());
        View.Head head = new View.Head(
                ListPages.title(press, words.text("status.posts.title", member.name()), leaf),
                words.text(
                        "status.posts.description",
                        member.name(),
                        press.plan().planet().title()),
                null,
                "noindex",
                Feeds.links(press.plan(), member),
                null,
                null);
        return press.page("absences.html", leaf.path(), "status", head, model);
    }

    /** How many posts each rule keeps from the front page. */
    static List<String> tallies(Words words, MemberHealth health) {
        List<String> tallies = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            int count = health.count(reason);
            if (count > 0) {
                tallies.add(words.text("status.count." + StatusJson.name(reason), count));
            }
        }
        return tallies;
    }

    private static Missing missing(Press press, Member member, Absence absence) {
        Post post = absence.post();
        Verdict verdict = absence.verdict();
        boolean told = absence.isTold();
        return new Missing(
                press.views().when(post.ordered()),
                told ? post.metadata().title() : null,
                told && verdict == null ? post.path() : null,
                rule(press.plan(), press.words(), member, absence),
                verdict == null
                        ? null
                        : new View.Neighbour(
                                verdict.original().path(),
                                verdict.original().metadata().title(),
                                press.plan()
                                        .catalogue()
                                        .member(verdict.original())
                                        .name()),
                verdict == null
                        ? null
                        : press.words()
                                .text(
                                        "status.judged." + StatusJson.name(verdict.reason()),
                                        Math.round(verdict.likeness() * 100)));
    }

    /** In words, why it is not on the front page. */
    static String rule(SitePlan plan, Words words, Member member, Absence absence) {
        String key = "status.rule." + StatusJson.name(absence.reason());
        return switch (absence.reason()) {
            case HIDDEN ->
                words.text(
                        key,
                        Objects.requireNonNull(absence.hidden()).line(),
                        absence.hidden().why());
            case HELD_BACK -> words.text(key, plan.planet().settings().newcomerPosts());
            case NOT_CARRIED -> words.text(key, String.join(", ", new TreeSet<>(member.categories())));
            case WITHDRAWN, MERGED -> words.text(key);
        };
    }
}
