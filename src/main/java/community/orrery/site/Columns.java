package community.orrery.site;

import java.time.Duration;
import java.util.List;

/**
 * Numbers in a row as a drawing 24 high, drawn with a pen 3 wide.
 *
 * @param path of an SVG: an upright line for each number that is not nothing
 * @param marked likewise, from top to bottom, to be drawn thinner, for each place where something went wrong
 * @param width of the drawing
 */
record Columns(String path, String marked, int width) {

    private static final int STEP = 4;
    private static final int HEIGHT = 24;

    /** @param wrong for each height, whether it is marked */
    static Columns of(List<? extends Number> heights, List<Boolean> wrong) {
        double most = heights.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        StringBuilder path = new StringBuilder();
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < heights.size(); i++) {
            double height = heights.get(i).doubleValue();
            int x = i * STEP + STEP / 2;
            if (height > 0) {
                path.append('M')
                        .append(x)
                        .append(" 24V")
                        .append(HEIGHT - Math.max(2, Math.round(height * HEIGHT / most)));
            }
            if (wrong.get(i)) {
                marked.append('M').append(x).append(" 0V").append(HEIGHT);
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
