package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Person;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes what templates are given out of what the catalogue knows. */
final class Views {

    private static final int HUES = 24;
    /** Fibonacci hashing: ids that differ little get hues that differ much. */
    private static final int GOLDEN = 0x9E3779B1;

    private static final int WORDS_PER_MINUTE = 220;
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi");
    /** Of a language that is written in several, where the tag names it (RFC 5646 section 2.2.3). */
    private static final Set<String> SCRIPTS_RIGHT_TO_LEFT = Set.of("Arab", "Hebr", "Nkoo", "Syrc", "Thaa");

    /** Fonts for one region show the other's letters in shapes that are not its own. */
    private static final Set<String> WRITTEN_BY_REGION = Set.of("zh");

    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "of", "on", "and", "der", "die", "das", "le", "la", "les", "blog");

    private final Catalogue catalogue;
    private final Words words;
    private final Function<Post, String> excerpts;

    Views(Catalogue catalogue, Words words, Function<Post, String> excerpts) {
        this.catalogue = catalogue;
        this.words = words;
        this.excerpts = excerpts;
    }

    View.Card card(Piece piece) {
        Post post = piece.post();
        Member member = piece.member();
        String language = foreign(post);
        return new View.Card(
                piece.path(),
                piece.title(),
                language,
                direction(post.metadata().language() == null ? null : language),
                excerpts.apply(post),
                when(post.ordered()),
                edited(post).map(this::when).orElse(null),
                readingTime(post),
                blog(member),
                authors(post, member),
                Originals.of(post).map(URI::toString).orElse(null),
                Optional.ofNullable(post.metadata().license())
                        .map(URI::toString)
                        .orElse(null),
                catalogue.groupsOf(member).stream().map(this::group).toList(),
                piece.tags().stream()
                        .map(tag -> new View.Label(tag.name(), catalogue.hasPage(tag) ? tag.path() : null))
                        .toList());
    }

    /**
     * When the post last changed for its readers: when we saw it change, else when its author says so and means more than the
     * day of publishing.
     */
    static Optional<Instant> edited(Post post) {
        Instant said = post.metadata().updated();
        if (post.revised() != null || said == null) {
            return Optional.ofNullable(post.revised());
        }
        boolean later = said.isAfter(post.ordered().plus(Duration.ofDays(1))) && !said.isAfter(post.firstSeen());
        return later ? Optional.of(said) : Optional.empty();
    }

    List<View.Card> cards(List<Piece> pieces) {
        return pieces.stream().map(this::card).toList();
    }

    View.Blog blog(Member member) {
        return new View.Blog(
                member.id(),
                member.name(),
                path(member),
                member.home() == null ? null : member.home().toString(),
                avatar(member));
    }

    View.Link group(Group group) {
        return new View.Link(path(group), group.name(), false);
    }

    View.When when(Instant instant) {
        return new View.When(words.machine(instant), words.day(instant));
    }

    View.Neighbour neighbour(Piece piece) {
        return new View.Neighbour(piece.path(), piece.title(), piece.member().name());
    }

    View.Attachment attachment(Enclosure enclosure) {
        String type = enclosure.type();
        String kind = type == null ? "file" : type.replaceFirst("/.*", "");
        String path = enclosure.uri().getPath();
        String name = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
        return new View.Attachment(
                Set.of("audio", "video", "image").contains(kind) ? kind : "file",
                enclosure.uri().toString(),
                type,
                name.isEmpty() ? String.valueOf(enclosure.uri().getHost()) : name,
                enclosure.length() == null ? null : size(enclosure.length()));
    }

    private String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(words.locale(), "%d kB", Math.max(1, bytes / 1000))
                : String.format(words.locale(), "%.1f MB", bytes / 1e6);
    }

    /** The people who wrote it, leaving out one who is called as the blog is. */
    static List<View.Author> authors(Post post, Member member) {
        return post.metadata().authors().stream()
                .filter(person -> !person.name().equalsIgnoreCase(member.name()))
                .map(Views::author)
                .distinct()
                .toList();
    }

    private static View.Author author(Person person) {
        return new View.Author(
                person.name(), person.uri() == null ? null : person.uri().toString());
    }

    String readingTime(Post post) {
        return words.count("reading", Math.max(1, Math.round((double) post.words() / WORDS_PER_MINUTE)));
    }

    /** The post's language, or the planet's when it is not said; null where our own words are in it. */
    private @Nullable String foreign(Post post) {
        String tag = post.metadata().language();
        return foreign(tag == null ? catalogue.planet().language() : Locale.forLanguageTag(tag), words.locale());
    }

    static @Nullable String foreign(Locale language, Locale here) {
        boolean same = language.getLanguage().equals(here.getLanguage())
                && language.getScript().equals(here.getScript())
                && (!WRITTEN_BY_REGION.contains(language.getLanguage())
                        || language.getCountry().equals(here.getCountry()));
        return same || language.getLanguage().isEmpty() ? null : language.toLanguageTag();
    }

    /** For a dir attribute; "auto" where the language does not say. */
    static String direction(@Nullable String language) {
        return language == null ? "auto" : isRightToLeft(Locale.forLanguageTag(language)) ? "rtl" : "ltr";
    }

    static boolean isRightToLeft(Locale locale) {
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : SCRIPTS_RIGHT_TO_LEFT.contains(locale.getScript());
    }

    static String path(Member member) {
        return "members/" + member.id() + ".html";
    }

    static String path(Group group) {
        return "groups/" + group.id() + ".html";
    }

    static View.Avatar avatar(Member member) {
        return new View.Avatar(
                Math.floorMod((member.id().hashCode() * GOLDEN) >>> 8, HUES),
                initials(member.name()),
                member.avatar() == null ? null : member.avatar().toString());
    }

    /** One or two letters: of the first words that tell blogs apart, else of the first. */
    static String initials(String name) {
        List<String> all = List.of(name.strip().split("[^\\p{L}\\p{N}]+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling = all.stream()
                .filter(word -> !ARTICLES.contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return (telling.isEmpty() ? all : telling)
                .stream()
                        .limit(2)
                        .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                        .collect(Collectors.joining())
                        .toUpperCase(Locale.ROOT);
    }

    static List<String> categories(Post post) {
        return post.metadata().categories().stream()
                .map(Category::name)
                .distinct()
                .toList();
    }

    static String language(Planet planet) {
        return planet.language().toLanguageTag();
    }
}
