package community.orrery.health;

import community.orrery.crosspost.Attribution.Verdict;
import community.orrery.feed.Hidden;
import community.orrery.feed.Post;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a post is not where a reader of the front page would look for it.
 *
 * @param hidden the list's line that hides it; null for every other reason
 * @param verdict what it was judged a copy of, and why; null for every other reason
 */
public record Absence(Post post, Reason reason, @Nullable Hidden hidden, @Nullable Verdict verdict) {

    /** The rule that did it. */
    public enum Reason {
        /** A line of the list hides it, or the writing that it is a copy of. */
        HIDDEN("hidden"),
        /** It vanished from its feed while older posts were still listed. */
        WITHDRAWN("withdrawn"),
        /** It is the same writing as another member's post, and stands on that one's page. */
        MERGED("merged"),
        /** It came with a newcomer's history or among many old posts at once: on its own page and its member's only. */
        HELD_BACK("held back"),
        /** It has none of the categories that the member wishes to be carried. */
        NOT_CARRIED("not carried");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** For the terminal. */
        public String words() {
            return words;
        }
    }

    static Absence of(Post post, Reason reason) {
        return new Absence(post, reason, null, null);
    }

    /** Whether a page may name it: what its author took back or the community hid is not told anew here. */
    public boolean isTold() {
        return reason == Reason.MERGED || reason == Reason.HELD_BACK;
    }

    /**
     * Fingerprints of the addresses under which somebody may ask for it: the original's, and our own page's. Whoever asks for what
     * a copy names as its source asks for that one, which is shown.
     */
    public List<String> fingerprints() {
        List<String> shown = verdict == null ? List.of() : fingerprints(verdict.original());
        return fingerprints(post).stream()
                .filter(address -> !shown.contains(address))
                .toList();
    }

    private static List<String> fingerprints(Post post) {
        Stream<URI> originals = Stream.of(post.metadata())
                .flatMap(entry -> Stream.of(entry.link(), entry.canonical()).filter(address -> address != null));
        return Stream.concat(originals.map(Fingerprint::of), Stream.of(Fingerprint.ofText(post.path())))
                .distinct()
                .toList();
    }
}
