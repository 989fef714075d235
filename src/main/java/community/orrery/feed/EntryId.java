package community.orrery.feed;

import java.util.regex.Pattern;

/**
 * What makes an entry the same entry the next time its feed is read.
 *
 * @param value guid or atom:id to the letter; else the entry's link; else a digest of title and text. Never empty
 * @param kind where the value comes from
 */
public record EntryId(String value, Kind kind) implements Comparable<EntryId> {

    private static final Pattern WORLDWIDE =
            Pattern.compile("(?i)(?:https?|tag|urn|doi|info|ark):.+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

    /** Whether nobody else in the world would give it to something else: an address or a UUID, not "17". */
    public boolean isWorldwide() {
        return WORLDWIDE.matcher(value).matches();
    }

    /** An order, so that a map keyed by ids that were made to collide still finds them quickly. */
    @Override
    public int compareTo(EntryId other) {
        int byValue = value.compareTo(other.value);
        return byValue != 0 ? byValue : kind.compareTo(other.kind);
    }

    /** Where an entry's id comes from. */
    public enum Kind {
        /** A guid with isPermaLink false, an atom:id, an rdf:about, a JSON Feed id. */
        GUID,
        /** A guid that is the entry's permalink (RSS 2.0: isPermaLink true or absent, and a URL). */
        PERMALINK,
        /** The feed gives no id, or repeats one: the entry's link. */
        LINK,
        /** Neither id nor link: a digest of title and text. */
        DIGEST
    }
}
