package community.orrery.publish;

import java.util.List;

/**
 * What publishing came to. Paths are below the output folder.
 *
 * @param written new, or with other bytes than before, in the order in which they appeared
 * @param unchanged how many are as they were
 * @param removed ours from an earlier run, no longer part of the site
 * @param kept somebody else's files that stand where ours would: they are left alone
 */
public record Published(List<String> written, int unchanged, List<String> removed, List<String> kept) {

    public Published {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
