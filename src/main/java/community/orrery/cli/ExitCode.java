package community.orrery.cli;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What the command's end tells a script. */
final class ExitCode {

    /** Done; some feeds may have failed. */
    static final int DONE = 0;

    /** The operator must mend something. */
    static final int MEND = 1;

    /** The command line could not be understood: picocli's own code. */
    static final int USAGE = 2;

    /** No feed could be fetched; the site was still published from what the archive holds. */
    static final int NO_FEED = 3;

    /** For each command's help. */
    static final Map<String, String> IN_WORDS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            " " + DONE, "done; some feeds may have failed, each with its line",
            " " + MEND, "something is to be mended: the message says what and where",
            " " + USAGE, "the command line was not understood",
            " " + NO_FEED, "no feed could be fetched; what the archive holds was published")));

    private ExitCode() {}
}
