package community.orrery.history;

import community.orrery.feed.Enclosure;
import community.orrery.feed.Entry;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Address;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a known post's entry says that is new. */
final class Edits {

    private final Reading reading;
    private final Past past;
    private final boolean restamped;
    private final Texts texts;

    Edits(Reading reading, Past past, boolean restamped, Texts texts) {
        this.reading = reading;
        this.past = past;
        this.restamped = restamped;
        this.texts = texts;
    }

    Change compare(Known known, Entry read) {
        Change still = known.withdrawn() == null ? new Change.Unchanged(known.key()) : new Change.Returned(known.key());
        if (!counts(known)) {
            return still;
        }
        Entry entry = restamped ? dated(read, known.metadata()) : read;
        boolean markup = past.saysMore(known, entry);
        if (!markup && steady(entry.metadata()).equals(steady(known.metadata()))) {
            return still;
        }
        Derivation derivation = texts.of(entry == read ? entry : read);
        return new Change.Edited(
                known.key(), entry, derivation, Marks.of(entry, derivation), revised(known, entry, markup, derivation));
    }

    /**
     * Whether this feed's word on the post counts: it is the post's own feed, or that one is no longer on the list or has taken
     * the post back. So a full feed and a feed of excerpts under one name do not overwrite each other for ever, nor does the
     * longer one what has scrolled out of the other.
     */
    private boolean counts(Known known) {
        Set<Long> listed = past.otherFeeds().get(known.feed());
        return known.feed() == past.feed()
                || listed == null
                || (!listed.contains(known.key()) && known.withdrawn() != null);
    }

    private @Nullable Instant revised(Known known, Entry entry, boolean markup, Derivation derivation) {
        Instant updated = entry.metadata().updated();
        Instant published = entry.metadata().published();
        if (updated != null
                && !updated.equals(known.metadata().updated())
                && (published == null || updated.isAfter(published))
                && !updated.isAfter(reading.now())) {
            return updated;
        }
        boolean text = markup
                && !past.readOtherwise()
                && derivation.policy() == known.marks().policy()
                && !Marks.sameText(derivation.text(), past.texts().apply(known.key()));
        return text ? reading.now() : known.revised();
    }

    /** The metadata without what changes by itself: "updated" alone says nothing new, signed addresses are renewed. */
    private static Metadata steady(Metadata m) {
        return new Metadata(
                m.link(),
                m.title(),
                m.published(),
                null,
                m.authors(),
                m.categories(),
                m.language(),
                m.rights(),
                m.license(),
                steady(m.enclosures()),
                steady(m.thumbnail()),
                steadyLink(m.comments()),
                m.source(),
                steadyLink(m.canonical()));
    }

    private static List<Enclosure> steady(List<Enclosure> enclosures) {
        return enclosures.stream()
                .map(e ->
                        new Enclosure(java.util.Objects.requireNonNull(steady(e.uri())), e.type(), null, e.duration()))
                .toList();
    }

    private static @Nullable URI steady(@Nullable URI address) {
        return address == null ? null : URI.create(Address.steady(address.toString()));
    }

    private static @Nullable URI steadyLink(@Nullable URI address) {
        return address == null ? null : URI.create(Address.steadyLink(address.toString()));
    }

    private static Entry dated(Entry entry, Metadata dates) {
        Metadata dated = entry.metadata().dated(dates.published(), dates.updated());
        return new Entry(entry.id(), dated, entry.content(), entry.summary());
    }
}
