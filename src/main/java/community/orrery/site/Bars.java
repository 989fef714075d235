package community.orrery.site;

import community.orrery.health.Health;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * Posts by month as a drawing 96 wide and 24 high, as {@link Columns} are drawn, and as numbers.
 *
 * @param path of an SVG: a line for each month that has posts
 * @param posts in all of these months
 * @param cells a number for each month, the oldest first; empty text for none
 */
record Bars(String path, int posts, List<String> cells) {

    static Bars of(Health health, Map<YearMonth, Integer> posts) {
        List<YearMonth> months = health.months();
        List<Integer> counts =
                months.stream().map(month -> posts.getOrDefault(month, 0)).toList();
        return new Bars(
                Columns.of(counts).path(),
                counts.stream().mapToInt(Integer::intValue).sum(),
                months.stream()
                        .map(month -> posts.containsKey(month) ? String.valueOf(posts.get(month)) : "")
                        .toList());
    }
}
