package community.orrery.site;

import java.time.Duration;
import java.util.List;

/**
 * Numbers in a row as a drawing 24 high.
 *
 * @param path of an SVG: a bar for each number that is not nothing
 * @param marked likewise, a line from top to bottom for each place where something went wrong
 * @param width of the drawing
 */
record Columns(String path, String marked, int width) {

    private static final int STEP = 4;
    private static final int WIDE = 3;
    private static final int HEIGHT = 24;

    /** @param wrong for each height, whether it is marked */
    static Columns of(List<? extends Number> heights, List<Boolean> wrong) {
        double most = heights.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        StringBuilder path = new StringBuilder();
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < heights.size(); i++) {
            double height = heights.get(i).doubleValue();
            if (height > 0) {
                long high = Math.max(2, Math.round(height * HEIGHT / most));
                path.append("M%d %dv-%dh%dv%dz".formatted(i * STEP, HEIGHT, high, WIDE, high));
            }
            if (wrong.get(i)) {
                marked.append("M%d 0h1v%dh-1z".formatted(i * STEP + 1, HEIGHT));
            }
        }
        return new Columns(path.toString(), marked.toString(), heights.size() * STEP);
    }

    static Columns of(List<? extends Number> heights) {
        return of(heights, heights.stream().map(height -> false).toList());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
