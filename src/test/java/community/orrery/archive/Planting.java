package community.orrery.archive;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.FeedState;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Metadata;
import community.orrery.feed.Rhythm;
import community.orrery.feed.UntrustedHtml;
import community.orrery.feed.Validators;
import community.orrery.history.Derivation;
import community.orrery.history.Reading;
import community.orrery.history.Typesetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members, entries and readings for tests of the archive. */
final class Planting {

    static final Instant NOW = Instant.parse("2025-03-10T08:00:00Z");

    private static byte @Nullable [] empty;

    private Planting() {}

    /** Opens a new archive faster than a migration makes one: the first one made serves all tests. */
    static synchronized Archive begin(Path file) {
        try {
            if (empty == null) {
                Path first = Files.createTempDirectory("orrery-test").resolve("archive.db");
                Archive.open(first).close();
                empty = Files.readAllBytes(first);
            }
            Files.write(file, empty);
            return Archive.open(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Member member(String id) {
        return MemberBuilder.of(id).build();
    }

    static URI feed(String member) {
        return URI.create("https://" + member + ".example/feed.xml");
    }

    static Metadata metadata(@Nullable String link, String title, @Nullable Instant published) {
        return new Metadata(
                link == null ? null : URI.create(link),
                title,
                published,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    static Entry entry(String member, int number, String text) {
        String link = "https://" + member + ".example/" + number;
        return new Entry(
                new EntryId(link, EntryId.Kind.PERMALINK),
                metadata(link, "Post number " + number, NOW.minusSeconds(86_400L * (100 - number))),
                new UntrustedHtml("<p>" + text + "</p>", URI.create(link)),
                null);
    }

    static Reading reading(Member member, Instant now, List<Entry> entries) {
        return new Reading(member, member.subscriptions().get(0).xmlUrl(), FeedMetadata.NONE, entries, 10, now);
    }

    /** Stands in for the cleaner, which these rooms do not know. */
    static Derivation derive(Entry entry) {
        UntrustedHtml html = entry.content() == null ? entry.summary() : entry.content();
        String text = html == null
                ? ""
                : html.markup().replaceAll("<[^>]*>", " ").strip().replaceAll("\\s+", " ");
        return new Derivation(
                1,
                text,
                text.substring(0, Math.min(80, text.length())),
                text.isEmpty() ? 0 : text.split(" ").length,
                html != null && html.markup().contains("$$") ? Typesetting.OWN : Typesetting.NONE,
                new KeptHtml(html == null ? "" : html.markup(), null));
    }

    static FeedState answered(String etag, Instant now) {
        Rhythm rhythm = new Rhythm(Duration.ofHours(2), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY));
        return new FeedState(
                new FeedState.Approach(new Validators(etag, null), null, null, null),
                new FeedState.Turn(now.plusSeconds(1800), null, null, rhythm, now.minusSeconds(86_400), false),
                new FeedState.Course(now, now, null, 0, null, "answered", null, null));
    }
}
