package community.orrery.site;

import community.orrery.health.Health;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Posts by month as a drawing 96 wide and 24 high, and as numbers.
 *
 * @param path of an SVG: a bar for each month that has posts
 * @param posts in all of these months
 * @param cells a number for each month, the oldest first; empty text for none
 */
record Bars(String path, int posts, List<String> cells) {

    private static final int STEP = 4;
    private static final int WIDTH = 3;
    private static final int HEIGHT = 24;

    static Bars of(Health health, Map<YearMonth, Integer> posts) {
        List<YearMonth> months = health.months();
        int most = posts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder path = new StringBuilder();
        int all = 0;
        for (int i = 0; i < months.size(); i++) {
            int count = posts.getOrDefault(months.get(i), 0);
            if (count > 0) {
                int high = Math.max(2, Math.round((float) count * HEIGHT / most));
                path.append("M%d %dv-%dh%dv%dz".formatted(i * STEP, HEIGHT, high, WIDTH, high));
                all += count;
            }
        }
        return new Bars(
                path.toString(),
                all,
                months.stream()
                        .map(month -> posts.containsKey(month) ? String.valueOf(posts.get(month)) : "")
                        .toList());
    }
}
