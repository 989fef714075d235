package community.orrery.site;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
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
    private static final double WIDTH = 96;
    private static final double HEIGHT = 24;
    /** Kept free above and below, for the stroke. */
    private static final double MARGIN = 2;

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

    private static String line(int[] months, int most) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < MONTHS; i++) {
            double x = MARGIN + i * (WIDTH - 2 * MARGIN) / (MONTHS - 1);
            double y = HEIGHT - MARGIN - months[i] * (HEIGHT - 2 * MARGIN) / most;
            line.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.1f,%.1f", x, y));
        }
        return line.toString();
    }
}
