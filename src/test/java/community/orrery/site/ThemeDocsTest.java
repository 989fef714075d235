package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever makes a theme finds every template, every value and every part of one in the document about themes. */
class ThemeDocsTest {

    private static final Path THEMES = Path.of("src/site/themes.md");
    private static final Pattern KEY = Pattern.compile("(?:model|site)\\.put\\(\\s*\"([A-Za-z]+)\"");

    @Test
    void namesEveryTemplate() throws IOException {
        List<String> names = SiteResources.OURS.stream()
                .filter(name -> name.startsWith("templates/"))
                .map(name -> name.substring("templates/".length()))
                .toList();

        assertThat(documented()).containsAll(names);
    }

    @Test
    void namesEveryValueThatAPageIsGiven() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/community/orrery/site"))) {
            for (Path source : sources.toList()) {
                KEY.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .forEach(keys::add);
            }
        }

        assertThat(keys).hasSizeGreaterThan(40);
        assertThat(documented()).containsAll(keys);
    }

    @Test
    void namesEveryPartOfAValue() throws IOException {
        Set<String> parts = Stream.concat(
                        Arrays.stream(View.class.getDeclaredClasses()),
                        Stream.of(
                                MemberPages.Row.class,
                                ArchivePages.Year.class,
                                ArchivePages.Month.class,
                                Sparkline.class))
                .filter(type -> type != View.DataBlock.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented()).containsAll(parts);
    }

    @Test
    void namesThePartsOfAValueBesideIt() throws IOException {
        Map<String, Class<?>> values = Map.of(
                "`head`", View.Head.class,
                "a card", View.Card.class,
                "a `blog`", View.Blog.class,
                "a time", View.When.class,
                "a link", View.Link.class,
                "a neighbour", View.Neighbour.class,
                "an attachment", View.Attachment.class,
                "an `elsewhere`", View.Elsewhere.class,
                "`social`", View.Social.class);
        List<String> lines = Files.readAllLines(THEMES);

        values.forEach((value, type) -> assertThat(lines)
                .filteredOn(line -> line.startsWith("| " + value + " |"))
                .singleElement()
                .satisfies(line -> assertThat(documented(line))
                        .as(value)
                        .containsAll(Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList())));
    }

    private static Set<String> documented() throws IOException {
        return documented(Files.readString(THEMES));
    }

    private static Set<String> documented(String text) {
        return Pattern.compile("`([A-Za-z0-9.-]+)`")
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
