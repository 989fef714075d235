package community.orrery.parse;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An entry while it is being read, before its id is settled among its neighbours. */
final class Draft {

    /** Authors, categories and enclosures of one entry; more are an attack on whoever lists them. */
    private static final int MOST = 50;

    /** Of all these together, addresses included: every plan holds them of every post, and none seen had a quarter. */
    private static final int MOST_LETTERS = 8_000;

    /** Nothing plays it any more, yet YouTube names it with every video. */
    private static final String FLASH = "application/x-shockwave-flash";

    private int letters;

    @Nullable
    String guid;

    boolean permalink;

    @Nullable
    URI link;

    String title = "";

    @Nullable
    Instant published;

    @Nullable
    Instant updated;

    final List<Person> authors = new ArrayList<>();
    private final Map<String, Category> categories = new LinkedHashMap<>();

    @Nullable
    String language;

    @Nullable
    String rights;

    @Nullable
    URI license;

    private final Map<URI, Enclosure> enclosures = new LinkedHashMap<>();

    @Nullable
    URI thumbnail;

    @Nullable
    URI comments;

    @Nullable
    Source source;

    @Nullable
    URI canonical;

    @Nullable
    Passage content;

    @Nullable
    Passage summary;

    /** The same tag in another spelling is the same tag; the first spelling is kept. */
    void category(@Nullable String term, @Nullable String scheme, @Nullable String label) {
        if (categories.size() >= MOST) {
            return;
        }
        String name = Texts.plain(term);
        String shown = Texts.orNull(Texts.plain(label));
        if (name.isEmpty() && shown == null) {
            return;
        }
        String kept = name.isEmpty() && shown != null ? shown : name;
        Category category = new Category(kept, Texts.orNull(Texts.fold(scheme)), kept.equals(shown) ? null : shown);
        String folded = category.name().toLowerCase(Locale.ROOT);
        if (!categories.containsKey(folded) && fits(category.term(), category.scheme(), category.label())) {
            categories.put(folded, category);
        }
    }

    List<Category> categories() {
        return List.copyOf(categories.values());
    }

    /** The same file named twice is one file; what one mention leaves out the other may say. */
    void enclosure(@Nullable Enclosure enclosure) {
        if (enclosure != null
                && !FLASH.equals(enclosure.type())
                && enclosures.size() < MOST
                && (enclosures.containsKey(enclosure.uri()) || fits(enclosure.uri(), enclosure.type()))) {
            enclosures.merge(
                    enclosure.uri(),
                    enclosure,
                    (a, b) -> new Enclosure(
                            a.uri(),
                            a.type() == null && b.type() != null && fits(b.type()) ? b.type() : a.type(),
                            a.length() == null ? b.length() : a.length(),
                            a.duration() == null ? b.duration() : a.duration()));
        }
    }

    List<Enclosure> enclosures() {
        return List.copyOf(enclosures.values());
    }

    void author(@Nullable Person person) {
        if (person != null
                && authors.size() < MOST
                && authors.stream().noneMatch(a -> a.name().equalsIgnoreCase(person.name()))
                && fits(person.name(), person.uri())) {
            authors.add(person);
        }
    }

    private boolean fits(@Nullable Object... parts) {
        int more = Stream.of(parts)
                .filter(Objects::nonNull)
                .mapToInt(part -> part.toString().length())
                .sum();
        if (letters + more > MOST_LETTERS) {
            return false;
        }
        letters += more;
        return true;
    }
}
