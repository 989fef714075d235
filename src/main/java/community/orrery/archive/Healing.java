package community.orrery.archive;

import community.orrery.history.Derivation;
import community.orrery.likeness.Wording;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds posts that are to be cleaned again, and stores what comes of it: each search goes on where the last one stopped. */
final class Healing {

    /** Every post's text is kept, and that of each to come. */
    private static final long ALL = Long.MAX_VALUE;

    private final Posts posts;
    private final Kin kin;
    private final Facts facts;

    Healing(Posts posts, Kin kin, Facts facts) {
        this.posts = posts;
        this.kin = kin;
        this.facts = facts;
    }

    List<Manuscript> stale(int policy, int most) throws SQLException {
        List<Long> keys = posts.stale(policy, most);
        List<Manuscript> stale = new ArrayList<>();
        for (long post : keys.isEmpty() ? unkept(most) : keys) {
            posts.manuscript(post).ifPresent(stale::add);
        }
        return stale;
    }

    /**
     * Posts that came with an export, or were recorded by a program that kept no cleaned texts. What is recorded now is kept at
     * once, so when all are, they are never looked for again.
     */
    private List<Long> unkept(int most) throws SQLException {
        long to = facts.get(Facts.KEPT_TO);
        if (to == ALL) {
            return List.of();
        }
        List<Long> unkept = posts.unkept(to, most);
        facts.set(Facts.KEPT_TO, unkept.isEmpty() ? ALL : unkept.get(0) - 1);
        return unkept;
    }

    /** Nobody edited these posts, so nothing says so; one of which nothing looks otherwise only has its text kept. */
    void store(Map<Long, Derivation> derivations) throws SQLException {
        boolean changed = false;
        for (Map.Entry<Long, Derivation> derivation : derivations.entrySet()) {
            Wording wording = Wording.of(derivation.getValue().text());
            Row before = posts.row(derivation.getKey());
            Row after = before.derivedAgain(derivation.getValue(), wording);
            posts.derived(derivation.getKey(), derivation.getValue());
            if (!after.equals(before)) {
                posts.update(after);
                kin.seekAgain(after.print(), wording);
                changed = true;
            }
        }
        if (changed) {
            facts.bumpStamp();
        }
    }
}
