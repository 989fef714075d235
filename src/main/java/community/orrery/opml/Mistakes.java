package community.orrery.opml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers the mistakes of one list, so that they are all told at once. */
final class Mistakes {

    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(int line, String what, String remedy) {
        found.add(new Mistake(file, line, what, remedy));
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the list's order. */
    List<Mistake> byLine() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line)).toList();
    }
}
