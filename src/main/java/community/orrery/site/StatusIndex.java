package community.orrery.site;

import community.orrery.feed.Post;
import community.orrery.health.Absence;
import community.orrery.health.Fingerprint;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import community.orrery.site.PlannedFile.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What "why is my post not there?" is answered from: by the fingerprint of a post's address why it is not on the front page, and
 * by that of a host's name which blogs live there. In shards by the fingerprint's first digits, so that one question costs two
 * small files; they change with the posts and the list, not with a visit.
 */
final class StatusIndex {

    /** Fingerprints in a shard, about 40 bytes each. */
    private static final int PER_SHARD = 2_000;

    private static final int MOST_DIGITS = 3;

    /** More blogs than these of one host are not told. */
    private static final int MOST_BLOGS = 5;

    private final SitePlan plan;
    private final int digits;
    private final Map<String, Shard> shards = new TreeMap<>();

    /** What one script holds, each fingerprint with what is told of it. */
    private static final class Shard {
        final Map<String, List<String>> posts = new TreeMap<>();
        final Map<String, List<List<String>>> hosts = new TreeMap<>();
    }

    private StatusIndex(SitePlan plan, int fingerprints) {
        this.plan = plan;
        this.digits = digits(fingerprints);
        for (int number = 0; number < 1 << 4 * digits; number++) {
            shards.put(digits == 0 ? "all" : ("%0" + digits + "x").formatted(number), new Shard());
        }
    }

    private static int digits(int fingerprints) {
        int digits = 0;
        while (digits < MOST_DIGITS && fingerprints > PER_SHARD << 4 * digits) {
            digits++;
        }
        return digits;
    }

    /**
     * @param pages where the status page tells of each member's feeds
     * @return how many of a fingerprint's digits name its shard
     */
    static int plan(SitePlan plan, Health health, Map<String, String> pages, Fingerprints fingerprints) {
        int count = health.members().size()
                + health.members().stream()
                        .flatMap(member -> member.absences().stream())
                        .mapToInt(absence -> fingerprints.of(absence).size())
                        .sum();
        StatusIndex index = new StatusIndex(plan, count);
        for (MemberHealth member : health.members()) {
            index.put(member, pages.getOrDefault(member.member().id(), ""), fingerprints);
        }
        index.shards.forEach(index::planShard);
        return index.digits;
    }

    private void put(MemberHealth health, String page, Fingerprints fingerprints) {
        for (String host : StatusViews.hosts(health)) {
            String fingerprint = Fingerprint.ofText(host);
            List<List<String>> blogs = shard(fingerprint).hosts.computeIfAbsent(fingerprint, any -> new ArrayList<>());
            if (blogs.size() < MOST_BLOGS) {
                blogs.add(List.of(health.member().name(), page));
            }
        }
        for (Absence absence : health.absences()) {
            List<String> told = told(health, absence);
            fingerprints.of(absence).forEach(each -> shard(each).posts.putIfAbsent(each, told));
        }
    }

    private Shard shard(String fingerprint) {
        return shards.computeIfAbsent(digits == 0 ? "all" : fingerprint.substring(0, digits), any -> new Shard());
    }

    /** The rule, the blog's name, the page that tells more, and for a copy the page that it shares and that one's title. */
    private List<String> told(MemberHealth health, Absence absence) {
        List<String> told = new ArrayList<>(List.of(
                AbsencePages.rule(plan, plan.words(), health.member(), absence),
                health.member().name(),
                AbsencePages.path(health.member())));
        if (absence.verdict() != null) {
            Post original = absence.verdict().original();
            told.addAll(List.of(original.path(), original.metadata().title()));
        }
        return told;
    }

    private void planShard(String name, Shard shard) {
        Inputs inputs = plan.inputs("status shard");
        shard.posts.forEach((fingerprint, told) -> inputs.with(fingerprint).withAll(told));
        shard.hosts.forEach((fingerprint, blogs) -> inputs.with(fingerprint).withAll(blogs));
        plan.add(Stage.LIST, "status/known-" + name + ".js", inputs, press -> print(shard));
    }

    /** A script and not JSON, as {@link SearchIndex}'s. Words that many posts share are written once. */
    private static byte[] print(Shard shard) {
        Map<String, Integer> words = new LinkedHashMap<>();
        Map<String, List<Integer>> posts = new LinkedHashMap<>();
        shard.posts.forEach((fingerprint, told) -> posts.put(
                fingerprint,
                told.stream()
                        .map(text -> words.computeIfAbsent(text, any -> words.size()))
                        .collect(Collectors.toList())));
        return Json.script(
                "orreryKnown(", Json.object("words", words.keySet(), "posts", posts, "hosts", shard.hosts), ");\n");
    }
}
