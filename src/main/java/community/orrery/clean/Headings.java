package community.orrery.clean;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Fits a post's headings below the page's own h1: the outermost become h2, what is nested deeper stays so, and no level is
 * left out, so that an outline made of them reads right. Deeper than h6 is h6.
 */
final class Headings {

    private final Deque<Integer> open = new ArrayDeque<>();

    /** @param level 1 to 6, as the author wrote it */
    String place(int level) {
        while (!open.isEmpty() && open.peek() >= level) {
            open.pop();
        }
        open.push(level);
        return "h" + Math.min(6, open.size() + 1);
    }
}
