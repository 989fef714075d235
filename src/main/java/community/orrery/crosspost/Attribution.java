package community.orrery.crosspost;

import community.orrery.feed.Hidden;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.util.List;

/**
 * The planet's posts as readers meet them.
 *
 * @param writings newest first; a withdrawn post is one by itself
 * @param verdicts which post was judged a copy of which, and why, in the order of the writings
 * @param concealed posts that the list hides, and copies of them
 */
public record Attribution(List<Writing> writings, List<Verdict> verdicts, List<Concealed> concealed) {

    public Attribution {
        writings = List.copyOf(writings);
        verdicts = List.copyOf(verdicts);
        concealed = List.copyOf(concealed);
    }

    /** Why a post has no page of its own: it is another's. */
    public record Verdict(Post original, Post copy, Kinship.Reason reason, double likeness) {}

    /** Why a post is nowhere: somebody hid it. */
    public record Concealed(Post post, Hidden by) {}
}
