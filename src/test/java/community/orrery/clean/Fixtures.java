package community.orrery.clean;

import community.orrery.feed.UntrustedHtml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files beside these tests. */
final class Fixtures {

    static final Path ROOT = Path.of("src/test/resources/clean");
    static final Origin ORIGIN =
            new Origin(URI.create("https://blog.example/2024/05/post/"), URI.create("https://blog.example/feed.xml"));
    static final URI BASE = URI.create("https://blog.example/2024/05/post/");

    private Fixtures() {}

    static Cleaned clean(String markup) {
        return HtmlCleaner.clean(new UntrustedHtml(markup, BASE), ORIGIN);
    }

    /** The forms in which it may be shown. */
    static List<SafeHtml> shown(Cleaned cleaned) {
        return List.of(SafeHtml.onPage(cleaned.html(), "p1-"), SafeHtml.inFeed(cleaned.html(), ORIGIN.permalink()));
    }

    static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
