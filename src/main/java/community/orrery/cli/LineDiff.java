package community.orrery.cli;

import community.orrery.feed.Credentials;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an edit changes, as a unified diff, the form that reviewers and {@code patch} know. Myers' greedy algorithm (An O(ND)
 * Difference Algorithm, 1986): quick because an edit of a list touches few of its lines. Its memory grows with the square of
 * the edits, so where there are very many, all old lines go and all new ones come. Terminals and the logs of CIs are read by
 * others, so the lines are shown without the passwords in them.
 */
final class LineDiff {

    private static final Pattern SLASH = Pattern.compile("&#(?:0*47|x0*2[fF]);");
    private static final Pattern COLON = Pattern.compile("&#(?:0*58|x0*3[aA]);");
    private static final Pattern AT = Pattern.compile("&#(?:0*64|x0*40);");
    private static final Pattern USER = Pattern.compile("//[^/?#\\s]{0,512}@");

    private static final int CONTEXT = 3;

    /** With so many, what was reached takes 16 MB. */
    private static final int MOST_EDITS = 2000;

    /** One line of the script. */
    private record Step(char mark, String line) {}

    private final List<Step> steps;

    private LineDiff(List<Step> steps) {
        this.steps = steps;
    }

    /** @return empty when the texts are equal; else it ends with a line's end */
    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        LineDiff diff = new LineDiff(steps(lines(before), lines(after)));
        return "--- " + name + "\n+++ " + name + " (edited)\n" + diff.hunks();
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\r\\n|\\r|\\n"));
    }

    private static List<Step> steps(List<String> before, List<String> after) {
        List<int[]> trace = new ArrayList<>();
        int most = before.isEmpty() ? -1 : Math.min(MOST_EDITS, before.size() + after.size());
        int[] reach = new int[3];
        for (int edits = 0; edits <= most; edits++) {
            // Diagonal k is at k + edits + 1: room for one more on either side.
            int[] next = new int[2 * edits + 5];
            for (int k = -edits; k <= edits; k += 2) {
                int x = start(reach, edits, k);
                while (x < before.size()
                        && x - k < after.size()
                        && before.get(x).equals(after.get(x - k))) {
                    x++;
                }
                next[k + edits + 2] = x;
                if (x >= before.size() && x - k >= after.size()) {
                    return back(trace, before, after, edits, k);
                }
            }
            trace.add(next);
            reach = next;
        }
        return whole(before, after);
    }

    private static List<Step> whole(List<String> before, List<String> after) {
        List<Step> steps = new ArrayList<>();
        before.forEach(line -> steps.add(new Step('-', line)));
        after.forEach(line -> steps.add(new Step('+', line)));
        return steps;
    }

    /** How far into the old text the path on diagonal k begins, one edit further than {@code reach}. */
    private static int start(int[] reach, int edits, int k) {
        if (edits == 0) {
            return 0;
        }
        return insertion(reach, edits, k) ? at(reach, edits, k + 1) : at(reach, edits, k - 1) + 1;
    }

    private static boolean insertion(int[] reach, int edits, int k) {
        return k == -edits || (k != edits && at(reach, edits, k - 1) < at(reach, edits, k + 1));
    }

    private static int at(int[] reach, int edits, int k) {
        return reach[k + edits + 1];
    }

    private static List<Step> back(List<int[]> trace, List<String> before, List<String> after, int edits, int last) {
        List<Step> steps = new ArrayList<>();
        int x = before.size();
        int k = last;
        for (int d = edits; d > 0; d--) {
            int[] reach = trace.get(d - 1);
            boolean inserted = insertion(reach, d, k);
            for (int begin = start(reach, d, k); x > begin; x--) {
                steps.add(new Step(' ', before.get(x - 1)));
            }
            if (inserted) {
                steps.add(new Step('+', after.get(x - k - 1)));
                k++;
            } else {
                steps.add(new Step('-', before.get(x - 1)));
                x--;
                k--;
            }
        }
        for (; x > 0; x--) {
            steps.add(new Step(' ', before.get(x - 1)));
        }
        Collections.reverse(steps);
        return steps;
    }

    private String hunks() {
        StringBuilder out = new StringBuilder();
        int from = nextChange(0);
        while (from < steps.size()) {
            int to = from + 1;
            for (int next = nextChange(to); next < steps.size() && next - to < 2 * CONTEXT; next = nextChange(to)) {
                to = next + 1;
            }
            hunk(Math.max(0, from - CONTEXT), Math.min(steps.size(), to + CONTEXT), out);
            from = nextChange(to);
        }
        return out.toString();
    }

    private int nextChange(int from) {
        int step = from;
        while (step < steps.size() && steps.get(step).mark() == ' ') {
            step++;
        }
        return step;
    }

    /**
     * Also a password with letters that stand in no address, and one whose address is written with references to characters.
     * Rather hides too much: this is a line of a file, not words.
     */
    private static String shown(String line) {
        String read = SLASH.matcher(line).replaceAll("/");
        read = COLON.matcher(read).replaceAll(":");
        read = AT.matcher(read).replaceAll("@");
        String shown = USER.matcher(Credentials.hidden(read)).replaceAll("//…@");
        return shown.equals(read) ? line : shown;
    }

    private void hunk(int from, int to, StringBuilder out) {
        out.append("@@ -").append(range('+', from, to));
        out.append(" +").append(range('-', from, to)).append(" @@\n");
        steps.subList(from, to)
                .forEach(step ->
                        out.append(step.mark()).append(shown(step.line())).append('\n'));
    }

    /** First line and number of lines, on the side that does not know lines so marked. */
    private String range(char not, int from, int to) {
        long first = steps.subList(0, from).stream()
                .filter(step -> step.mark() != not)
                .count();
        long many = steps.subList(from, to).stream()
                .filter(step -> step.mark() != not)
                .count();
        return (many == 0 ? first : first + 1) + "," + many;
    }
}
