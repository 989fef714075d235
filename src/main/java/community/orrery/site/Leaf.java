package community.orrery.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of posts. Full pages are numbered from the oldest, so that page 7 holds the same posts for ever; the newest posts,
 * at least a page and less than two, stand on the list's first page, which has no number.
 *
 * @param number from 1, the oldest; 0 for the first page, which shows the newest
 * @param items newest first
 * @param newer path of the page with newer posts, null on the first
 * @param older path of the page with older posts, null on the last
 */
record Leaf<T>(String path, int number, List<T> items, @Nullable String newer, @Nullable String older) {

    static <T> List<Leaf<T>> of(List<T> newestFirst, int perPage, String first, String folder) {
        int size = newestFirst.size();
        int numbered = Math.max(0, size / perPage - 1);
        List<Leaf<T>> leaves = new ArrayList<>(numbered + 1);
        leaves.add(
                new Leaf<>(first, 0, newestFirst.subList(0, size - numbered * perPage), null, path(folder, numbered)));
        for (int number = numbered; number > 0; number--) {
            int to = size - (number - 1) * perPage;
            String newer = number == numbered ? first : path(folder, number + 1);
            leaves.add(new Leaf<>(
                    folder + number + ".html",
                    number,
                    newestFirst.subList(to - perPage, to),
                    newer,
                    path(folder, number - 1)));
        }
        return leaves;
    }

    private static @Nullable String path(String folder, int number) {
        return number == 0 ? null : folder + number + ".html";
    }

    /** Read by templates, so public. */
    public boolean isFirst() {
        return number == 0;
    }

    /** What the list part of the page shows. @param digest of all that it shows of an item */
    Inputs into(Inputs inputs, Function<T, Sum> digest) {
        inputs.with(path).with(newer).with(older);
        return inputs.withAll(items, digest);
    }
}
