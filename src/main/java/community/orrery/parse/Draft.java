package community.orrery.parse;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Person;
import community.orrery.feed.Source;
import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** A text with one of these has its pictures where its author wants them. */
    private static final Pattern SHOWING =
            Pattern.compile("<(?:img|picture|video|audio|iframe|object|embed|svg)\\b", Pattern.CASE_INSENSITIVE);

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
    private final Map<Object, Picture> pictures = new LinkedHashMap<>();

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

    /** What is known of the entry's file, if it has but one: where it is in truth, and what its own mention leaves out. */
    void onlyEnclosure(@Nullable URI original, @Nullable Duration duration) {
        if (enclosures.size() == 1) {
            Enclosure only = enclosures().get(0);
            URI uri = original != null && fits(original) ? original : only.uri();
            enclosures.clear();
            enclosures.put(
                    uri,
                    new Enclosure(
                            uri, only.type(), only.length(), only.duration() == null ? duration : only.duration()));
        }
    }

    List<Enclosure> enclosures() {
        return List.copyOf(enclosures.values());
    }

    /**
     * Of one picture in several sizes the widest is kept.
     *
     * @param one what is equal for all sizes of one picture, and for no other
     */
    void picture(Object one, Picture picture) {
        if (pictures.containsKey(one) || pictures.size() < MOST) {
            pictures.merge(one, picture, (a, b) -> b.width() > a.width() ? b : a);
        }
    }

    /** What is read as the entry's text, with the pictures that came beside it where it shows nothing of its own. */
    @Nullable
    UntrustedHtml illustrated(@Nullable UntrustedHtml text) {
        if (pictures.isEmpty() || text != null && SHOWING.matcher(text.markup()).find()) {
            return text;
        }
        String figures = pictures.values().stream().map(Picture::figure).collect(Collectors.joining());
        return text == null
                ? new UntrustedHtml(figures, pictures.values().iterator().next().uri())
                : new UntrustedHtml(text.markup() + figures, text.base());
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
