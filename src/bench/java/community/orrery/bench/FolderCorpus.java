package community.orrery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** The feeds in a folder, each file a member's. News are put before the first entry of RSS and Atom; JSON Feeds have none. */
record FolderCorpus(Path folder, List<Path> files) implements Corpus {

    private static final Instant NEWEST = Instant.parse("2026-01-01T12:00:00Z");

    static FolderCorpus of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new FolderCorpus(
                    folder, files.filter(Files::isRegularFile).sorted().toList());
        }
    }

    @Override
    public int members() {
        return files.size();
    }

    @Override
    public byte[] feed(int member, int news) {
        try {
            // Byte for byte, whatever the charset: every one that a feed is likely to have holds ASCII.
            String feed = Files.readString(files.get(member), StandardCharsets.ISO_8859_1);
            for (int number = 1; number <= news; number++) {
                feed = withPost(feed, member, number);
            }
            return feed.getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withPost(String feed, int member, int number) {
        String link =
                "https://news.example/" + member + "/" + number + "/"; // or it would be one writing of several members
        Instant written = NEWEST.plusSeconds(number);
        int item = feed.indexOf("<item");
        if (item >= 0) {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC));
            return feed.substring(0, item) + "<item><title>News " + number + "</title><link>" + link + "</link><guid>"
                    + link + "</guid><pubDate>" + date + "</pubDate><description>Something new.</description></item>\n"
                    + feed.substring(item);
        }
        int entry = feed.indexOf("<entry");
        return entry < 0
                ? feed
                : feed.substring(0, entry) + "<entry><title>News " + number + "</title><link href=\"" + link
                        + "\"/><id>" + link + "</id><updated>" + written
                        + "</updated><summary>Something new.</summary></entry>\n" + feed.substring(entry);
    }

    @Override
    public String toString() {
        return files.size() + " members, the feeds in " + folder;
    }
}
