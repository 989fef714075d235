package community.orrery.site;

import community.orrery.site.PlannedFile.Stage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every post by year and month, in the planet's time zone. */
final class ArchivePages {

    /** Titles on one page, each with about 1 kB around it; a month's first page has up to twice as many. */
    private static final int PER_PAGE = 30;

    /** A year's months. @param posts 0 while the year may grow */
    record Year(int year, int posts, List<Month> months) {}

    /** A month. @param name without the year. @param posts 0 while the month may grow */
    record Month(String path, String name, int posts) {}

    private ArchivePages() {}

    static void plan(SitePlan plan) {
        SortedMap<YearMonth, List<Piece>> months = new TreeMap<>(Comparator.reverseOrder());
        for (Piece piece : plan.catalogue().pieces()) {
            months.computeIfAbsent(
                            Sparkline.month(piece, plan.planet().settings().timezone()), any -> new ArrayList<>())
                    .add(piece);
        }
        List<YearMonth> newestFirst = List.copyOf(months.keySet());
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            YearMonth newer = i == 0 ? null : newestFirst.get(i - 1);
            YearMonth older = i == newestFirst.size() - 1 ? null : newestFirst.get(i + 1);
            planMonth(plan, newestFirst.get(i), months.getOrDefault(newestFirst.get(i), List.of()), newer, older);
        }
        Inputs inputs = plan.inputs("archive");
        months.forEach((month, pieces) -> inputs.with(month).with(settled(months, month)));
        plan.add(Stage.LIST, "archive.html", inputs, press -> whole(press, months));
    }

    /** A month's posts; 0 for the newest, whose number every new post would change, and this page with it. */
    private static int settled(SortedMap<YearMonth, List<Piece>> months, YearMonth month) {
        return month.equals(months.firstKey())
                ? 0
                : months.getOrDefault(month, List.of()).size();
    }

    private static String path(YearMonth month) {
        return "archive/" + month + ".html";
    }

    private static void planMonth(
            SitePlan plan, YearMonth month, List<Piece> pieces, @Nullable YearMonth newer, @Nullable YearMonth older) {
        for (Leaf<Piece> leaf : ListPages.lastFirst(Leaf.of(pieces, PER_PAGE, path(month), "archive/" + month + "/"))) {
            Inputs inputs = leaf.into(plan.inputs("month"), Piece::digest);
            if (leaf.isFirst()) { // the others are not made anew by every post, nor by the first of another month
                inputs.with(newer).with(older).with(pieces.size());
            }
            plan.add(Stage.LIST, leaf.path(), inputs, press -> month(press, month, pieces.size(), leaf, newer, older));
        }
    }

    private static byte[] month(
            Press press,
            YearMonth month,
            int posts,
            Leaf<Piece> leaf,
            @Nullable YearMonth newer,
            @Nullable YearMonth older) {
        String name = press.words().month(month);
        Map<String, @Nullable Object> model = ListPages.model(press, leaf);
        model.put("month", name);
        model.put("monthPath", path(month));
        model.put("posts", posts);
        model.put("newerMonth", leaf.isFirst() ? link(press, newer) : null);
        model.put("olderMonth", leaf.isFirst() ? link(press, older) : null);
        View.Head head = new View.Head(
                ListPages.title(press, name, leaf),
                press.words()
                        .text("month.description", name, press.plan().planet().title()),
                press.absolute(leaf.path()),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, leaf.path()),
                null);
        return press.page("month.html", leaf.path(), "archive", head, model);
    }

    private static View.@Nullable Link link(Press press, @Nullable YearMonth month) {
        return month == null ? null : new View.Link(path(month), press.words().month(month), false);
    }

    private static byte[] whole(Press press, SortedMap<YearMonth, List<Piece>> months) {
        SortedMap<Integer, List<Month>> years = new TreeMap<>(Comparator.reverseOrder());
        months.forEach((month, pieces) -> years.computeIfAbsent(month.getYear(), any -> new ArrayList<>())
                .add(new Month(path(month), press.words().monthName(month), settled(months, month))));
        List<Year> rows = new ArrayList<>();
        years.forEach((year, inYear) -> rows.add(new Year(
                year,
                year.equals(years.firstKey())
                        ? 0
                        : inYear.stream().mapToInt(Month::posts).sum(),
                inYear)));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("years", rows);
        View.Head head = new View.Head(
                press.words().text("nav.archive"),
                press.words().text("archive.description", press.plan().planet().title()),
                press.absolute("archive.html"),
                null,
                Feeds.links(press.plan()),
                SocialCards.ofPage(press, "archive.html"),
                null);
        return press.page("archive.html", "archive.html", "archive", head, model);
    }
}
