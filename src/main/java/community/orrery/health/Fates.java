package community.orrery.health;

import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Attribution.Concealed;
import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Writing;
import community.orrery.health.Absence.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of each post. Every post of a present member is either shown or has one absence. */
final class Fates {

    private static final Comparator<Absence> NEWEST_FIRST = Comparator.comparing(
                    (Absence absence) -> absence.post().ordered())
            .reversed()
            .thenComparing(absence -> absence.post().path());

    private final List<Post> published = new ArrayList<>();
    private final Map<String, List<Post>> byMember = new HashMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private final Map<String, List<Absence>> absences = new HashMap<>();

    private Fates() {}

    static Fates of(Planet planet, List<Post> posts, Attribution attribution) {
        Fates fates = new Fates();
        attribution.writings().forEach(fates::writing);
        for (Verdict verdict : attribution.verdicts()) {
            fates.publish(verdict.copy());
            fates.miss(new Absence(verdict.copy(), Reason.MERGED, null, verdict));
        }
        for (Concealed concealed : attribution.concealed()) {
            fates.miss(new Absence(concealed.post(), Reason.HIDDEN, concealed.by(), null));
        }
        Map<String, Member> members = planet.members().stream().collect(Collectors.toMap(Member::id, member -> member));
        for (Post post : posts) {
            Member member = members.get(post.member());
            if (member != null && !member.carries(post.metadata())) {
                fates.miss(Absence.of(post, Reason.NOT_CARRIED));
            }
        }
        fates.absences.values().forEach(each -> each.sort(NEWEST_FIRST));
        return fates;
    }

    private void writing(Writing writing) {
        Post post = writing.original();
        if (post.standing() == Standing.WITHDRAWN) {
            miss(Absence.of(post, Reason.WITHDRAWN));
            return;
        }
        publish(post);
        if (writing.isShown()) {
            shown.merge(post.member(), 1, Integer::sum);
        } else {
            miss(Absence.of(post, Reason.HELD_BACK));
        }
    }

    private void publish(Post post) {
        published.add(post);
        byMember.computeIfAbsent(post.member(), member -> new ArrayList<>()).add(post);
    }

    private void miss(Absence absence) {
        absences.computeIfAbsent(absence.post().member(), member -> new ArrayList<>())
                .add(absence);
    }

    /** What pages may name: neither withdrawn nor hidden. */
    List<Post> published() {
        return published;
    }

    int shown(String member) {
        return shown.getOrDefault(member, 0);
    }

    List<Absence> absences(String member) {
        return absences.getOrDefault(member, List.of());
    }

    List<Post> published(String member) {
        return byMember.getOrDefault(member, List.of());
    }
}
