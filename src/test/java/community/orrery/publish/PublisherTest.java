package community.orrery.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import community.orrery.site.PlannedFile;
import community.orrery.site.Press;
import community.orrery.site.SamplePlanet;
import community.orrery.site.SitePlan;
import community.orrery.site.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what changed, only what is ours, always whole. */
class PublisherTest {

    private Path folder = Path.of("");
    private Path output = folder;
    private final List<Writing> writings = SamplePlanet.writings(30);

    @BeforeEach
    void published(@TempDir Path temporary) {
        folder = temporary;
        output = folder.resolve("output");
        publish(writings);
    }

    private Published publish(List<Writing> carried) {
        return publish(carried, Theme.NONE);
    }

    private Published publish(List<Writing> carried, Theme theme) {
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), carried, theme);
        return new Publisher(output).write(plan.files(), new Press(plan, SamplePlanet.SHORT_TEXTS)::print);
    }

    @Test
    void writesNothingWhenNothingIsNew() throws IOException {
        SortedMap<String, FileTime> before = times();

        Published again = publish(writings);

        assertThat(again.written()).isEmpty();
        assertThat(again.removed()).isEmpty();
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void printsNothingWhenNothingIsNew() {
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), writings);

        Published again = new Publisher(output).write(plan.files(), file -> {
            throw new AssertionError("printed " + file);
        });

        assertThat(again.unchanged()).isEqualTo(plan.files().size());
    }

    @Test
    void leavesFilesOfTheOperatorAlone() throws IOException {
        Files.writeString(output.resolve("CNAME"), "planet.example");
        Files.createDirectory(output.resolve("pictures"));
        Files.writeString(output.resolve("posts/notes.txt"), "mine");

        publish(writings.subList(0, 2));

        assertThat(output.resolve("CNAME")).hasContent("planet.example");
        assertThat(output.resolve("posts/notes.txt")).hasContent("mine");
        assertThat(output.resolve("pictures")).isDirectory();
    }

    @Test
    void keepsTheOperatorsFileWhereOursWouldStand() throws IOException {
        String path = SamplePlanet.writings(31).get(30).original().path();
        Path theirs = output.resolve(path);
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "theirs");

        Published published = publish(SamplePlanet.writings(31));

        assertThat(published.kept()).containsExactly(path);
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void removesPagesThatAreNoLongerPartOfTheSite() {
        Path page = output.resolve(writings.get(7).original().path());
        assertThat(page).exists();

        Published published = publish(writings.subList(8, 30));

        assertThat(page).doesNotExist();
        assertThat(published.removed()).contains(writings.get(7).original().path());
    }

    @Test
    void comparesBytesWhenTheManifestIsLost() throws IOException {
        Files.delete(output.resolve(Manifest.NAME));
        SortedMap<String, FileTime> before = times();

        Published again = publish(writings);

        assertThat(again.written()).isEmpty();
        before.remove(Manifest.NAME);
        assertThat(times()).containsAllEntriesOf(before);
        assertThat(output.resolve(Manifest.NAME)).exists();
    }

    @Test
    void readsAManifestThatIsGarbageAsNone() throws IOException {
        Files.write(output.resolve(Manifest.NAME), new byte[] {0, (byte) 0xFF, 10, 13});

        assertThat(publish(writings).written()).isEmpty();
    }

    @Test
    void neverRemovesWhatAForgedManifestNamesOutside() throws IOException {
        Path outside = Files.writeString(folder.resolve("precious.txt"), "keep");
        Files.writeString(
                output.resolve(Manifest.NAME),
                Files.readString(output.resolve(Manifest.NAME))
                        + "-\t4\t../precious.txt\n-\t4\tposts/../../precious.txt\n-\t4\t" + outside + "\n"
                        + "-\t4\t" + "x".repeat(300) + ".html\n");

        publish(writings);

        assertThat(outside).exists();
        assertThat(output.resolve(Manifest.NAME)).content().doesNotContain("precious");
    }

    @Test
    void healsAPageThatWasDeletedOrCutShort() throws IOException {
        Path index = output.resolve("index.html");
        String whole = Files.readString(index);
        Files.writeString(index, "");
        Files.delete(output.resolve("feed.xml"));

        Published published = publish(writings);

        assertThat(published.written()).containsExactlyInAnyOrder("index.html", "feed.xml");
        assertThat(index).hasContent(whole);
    }

    @Test
    void writesNothingThroughALinkedFolder() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path posts = output.resolve("posts");
        Files.move(posts, folder.resolve("moved"));
        Files.createSymbolicLink(posts, elsewhere);

        assertThatThrownBy(() -> publish(writings))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("posts is a symbolic link")
                .hasMessageContaining("Move it away");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void replacesALinkInsteadOfWritingToItsTarget() throws IOException {
        Path target = Files.writeString(folder.resolve("target.html"), "not ours");
        Files.delete(output.resolve("index.html"));
        Files.createSymbolicLink(output.resolve("index.html"), target);

        publish(writings);

        assertThat(target).hasContent("not ours");
        assertThat(Files.isSymbolicLink(output.resolve("index.html"))).isFalse();
    }

    @Test
    void leavesTheOldSiteWhenATemplateIsBroken() throws IOException {
        SortedMap<String, String> before = contents();
        Theme broken = new Theme(new TreeMap<>(Map.of(
                "templates/members.html",
                "{% extends \"base.html\" %}\n{{ nobody }}\n{% if %}".getBytes(StandardCharsets.UTF_8))));

        assertThatThrownBy(() -> publish(writings, broken)).hasMessageContaining("templates/members.html:3");

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void leavesTheOldSiteWhenPrintingFailsHalfWay() throws IOException {
        SortedMap<String, String> before = contents();
        List<Writing> more = SamplePlanet.writings(40);
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), more);
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);

        assertThatThrownBy(() -> new Publisher(output).write(plan.files(), file -> {
                    if (file.path().equals("members.html")) {
                        throw new UncheckedIOException(new IOException("archive gone"));
                    }
                    return press.print(file);
                }))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(contents()).isEqualTo(before);
    }

    /** Both pages are of one length, and what is there is noted as the first of them. */
    @Test
    void makesAPageAgainThatARunReplacedBeforeItFailed() throws IOException {
        Post post = writings.get(7).original();
        List<Writing> first = replaced(7, SamplePlanet.declaring(post, URI.create("https://elsewhere.example/1")));
        List<Writing> second = replaced(7, SamplePlanet.declaring(post, URI.create("https://elsewhere.example/2")));
        Path page = output.resolve(post.path());
        publish(first);
        Path feed = output.resolve("feed.xml");
        Files.delete(feed);
        Files.createDirectories(feed.resolve("in-the-way"));

        assertThatThrownBy(() -> publish(second))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith(feed + ": ")
                .hasMessageContaining("some of its pages are still the earlier ones");
        assertThat(page).content().contains("https://elsewhere.example/2");
        Files.delete(feed.resolve("in-the-way"));
        Files.delete(feed);
        publish(first);

        assertThat(page)
                .content()
                .contains("https://elsewhere.example/1")
                .doesNotContain("https://elsewhere.example/2");
    }

    private List<Writing> replaced(int index, Post post) {
        List<Writing> changed = new ArrayList<>(writings);
        changed.set(index, new Writing(post, List.of()));
        return changed;
    }

    @Test
    void laysOutTheSameSiteWhenThereIsMuchToPrint() throws IOException {
        List<Writing> many = SamplePlanet.writings(300);
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), many);
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);

        Published published = publish(many);

        assertThat(published.written()).hasSizeGreaterThan(300);
        for (PlannedFile file : plan.files()) {
            assertThat(output.resolve(file.path())).hasBinaryContent(press.print(file));
        }
    }

    /** A feed holds fifty texts while it is made: as many feeds as threads would need that many times the memory. */
    @Test
    void makesOneFeedAtATimeHoweverManyThreadsPrint() {
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), SamplePlanet.writings(300));
        Press press = new Press(plan, SamplePlanet.SHORT_TEXTS);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        new Publisher(output).write(plan.files(), file -> {
            if (file.stage() != PlannedFile.Stage.FEED) {
                return press.print(file);
            }
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            byte[] bytes = press.print(file);
            for (int again = 0; again < 20; again++) { // long enough for another thread to come upon a feed
                bytes = press.print(file);
            }
            atOnce.decrementAndGet();
            return bytes;
        });

        assertThat(most).hasValue(1);
    }

    @Test
    void finishesTheSiteAndStaysInterruptedWhenItIsInterrupted() {
        List<Writing> many = SamplePlanet.writings(150);

        Thread.currentThread().interrupt();
        Published published = publish(many);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(published.written()).hasSizeGreaterThan(150);
        assertThat(publish(many).written()).isEmpty();
    }

    @Test
    void namesAFileThatStandsWhereTheFolderShould() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        SitePlan plan = SamplePlanet.plan(SamplePlanet.planet(), writings);

        assertThatThrownBy(
                        () -> new Publisher(file).write(plan.files(), new Press(plan, SamplePlanet.SHORT_TEXTS)::print))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysHowManyPostsTheFolderHolds() {
        assertThat(new Publisher(output).postsHeld()).isEqualTo(30);
        assertThat(new Publisher(folder.resolve("new")).postsHeld()).isZero();
    }

    private SortedMap<String, FileTime> times() throws IOException {
        SortedMap<String, FileTime> times = new TreeMap<>();
        for (Path file : files()) {
            times.put(output.relativize(file).toString(), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
        }
        return times;
    }

    private SortedMap<String, String> contents() throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : files()) {
            contents.put(
                    output.relativize(file).toString(),
                    new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
