package community.orrery.site;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How lively a blog is: posts a month over two years that end with the planet's newest post, not with today, so that a quiet
 * night changes no page.
 *
 * @param line the points of a polyline in a drawing 96 wide and 24 high
 * @param posts in these two years
 */
record Sparkline(String line, int posts) {

    private static final int MONTHS = 24;

    /** In tenths, as are all measures here. */
    private static final int WIDTH = 960;

    private static final int HEIGHT = 240;

    /** Kept free above and below, for the stroke. */
    private static final int MARGIN = 20;

    /** The last month of every drawing; null on a planet without posts. */
    static @Nullable YearMonth until(Catalogue catalogue) {
        return catalogue.pieces().isEmpty()
                ? null
                : month(catalogue.pieces().get(0), catalogue.planet().settings().timezone());
    }

    static YearMonth month(Piece piece, ZoneId zone) {
        return YearMonth.from(piece.post().ordered().atZone(zone));
    }

    /** Empty when the blog posted nothing in that time. */
    static Optional<Sparkline> of(Catalogue catalogue, List<Piece> newestFirst) {
        int[] months = months(catalogue, newestFirst);
        int posts = IntStream.of(months).sum();
        return posts == 0
                ? Optional.empty()
                : Optional.of(
                        new Sparkline(line(months, IntStream.of(months).max().orElse(1)), posts));
    }

    /** What is drawn: the posts of each month, the oldest first. */
    static int[] months(Catalogue catalogue, List<Piece> newestFirst) {
        int[] months = new int[MONTHS];
        YearMonth until = until(catalogue);
        if (until == null) {
            return months;
        }
        for (Piece piece : newestFirst) {
            YearMonth month = month(piece, catalogue.planet().settings().timezone());
            int back = (until.getYear() - month.getYear()) * 12 + until.getMonthValue() - month.getMonthValue();
            if (back >= MONTHS) {
                break;
            }
            months[MONTHS - 1 - back]++;
        }
        return months;
    }

    static String line(int[] months, int most) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < MONTHS; i++) {
            line.append(i == 0 ? "" : " ");
            put(MARGIN * (MONTHS - 1) + (long) i * (WIDTH - 2 * MARGIN), MONTHS - 1, line);
            line.append(',');
            put((long) (HEIGHT - MARGIN) * most - (long) months[i] * (HEIGHT - 2 * MARGIN), most, line);
        }
        return line.toString();
    }

    /** So many tenths with one digit behind the point, half a tenth counting as one. */
    private static void put(long dividend, int divisor, StringBuilder line) {
        long tenths = (2 * dividend + divisor) / (2L * divisor);
        line.append(tenths / 10).append('.').append(tenths % 10);
    }
}
