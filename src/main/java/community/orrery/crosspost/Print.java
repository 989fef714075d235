package community.orrery.crosspost;

import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Address;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Titles;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a post is recognised by.
 *
 * @param simHash of its cleaned text
 * @param words in that text
 */
public record Print(long key, String member, EntryId id, Metadata metadata, long simHash, int words) {

    /** Shorter texts are recognised by address and id alone: two announcements of a dozen words prove nothing. */
    static final int FEWEST_WORDS = 60;

    /** No print has more traces, nor looks under more. */
    public static final int MOST_TRACES = 32;

    private static final int BANDS = 8;
    private static final int BAND_BITS = Long.SIZE / BANDS;
    private static final long DAY = 86_400;
    private static final int MOST_TITLES = 3;

    /**
     * Numbers under which another print can find this one: its addresses, its id, its title's parts, and on its day each
     * eighth of its SimHash.
     */
    public Set<Long> traces() {
        return traces(0, 0);
    }

    /** Numbers under which to look for kin: the same, and the text also on the days before and after. */
    public Set<Long> lookups() {
        return traces(-1, 1);
    }

    private Set<Long> traces(int firstDay, int lastDay) {
        Set<Long> traces = new LinkedHashSet<>();
        addresses().forEach(address -> traces.add(Digest.number("address", address)));
        if (id.isWorldwide()) {
            traces.add(Digest.number("id", id.value()));
        }
        Titles.keys(metadata.title()).stream()
                .limit(MOST_TITLES)
                .forEach(title -> traces.add(Digest.number("title", title)));
        Instant published = metadata.published();
        if (published != null && words >= FEWEST_WORDS) {
            long day = Math.floorDiv(published.getEpochSecond(), DAY);
            for (int band = 0; band < BANDS; band++) {
                long bits = simHash >>> band * BAND_BITS & (1L << BAND_BITS) - 1;
                for (long near = day + firstDay; near <= day + lastDay; near++) {
                    traces.add(textTrace(near, band, bits));
                }
            }
        }
        return traces;
    }

    /** Day, band and bits side by side, then mixed so as to lie among the digests. */
    private static long textTrace(long day, int band, long bits) {
        long z = (day << 16 | (long) band << 8 | bits) * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        return z ^ z >>> 31;
    }

    /** The keys of the pages it says are its own or its original; never a bare home page. */
    Set<String> addresses() {
        Set<String> keys = new LinkedHashSet<>();
        Stream.of(java.util.Optional.ofNullable(metadata.link()), java.util.Optional.ofNullable(metadata.canonical()))
                .flatMap(java.util.Optional::stream)
                .filter(Print::namesAPage)
                .forEach(address -> keys.add(Address.key(address)));
        return keys;
    }

    /** Whether it says that it is taken from the other. */
    boolean declares(Print origin) {
        URI canonical = metadata.canonical();
        if (canonical != null && namesAPage(canonical)) {
            String key = Address.key(canonical);
            if (!key.equals(linkKey()) && origin.addresses().contains(key)) {
                return true;
            }
        }
        URI page = origin.metadata.link();
        return page != null
                && sourceHosts().anyMatch(host -> host.equals(Address.host(page)))
                && Titles.agree(metadata.title(), origin.metadata.title());
    }

    /** The hosts of the feed that it says it is taken from. */
    Stream<String> sourceHosts() {
        return metadata.source() == null
                ? Stream.empty()
                : Stream.of(
                                Address.host(metadata.source().link()),
                                Address.host(metadata.source().feed()))
                        .filter(host -> !host.isEmpty());
    }

    @Nullable
    String linkKey() {
        URI link = metadata.link();
        return link == null || !namesAPage(link) ? null : Address.key(link);
    }

    private static boolean namesAPage(URI address) {
        String path = address.getRawPath();
        return address.getRawQuery() != null || (path != null && path.length() > 1);
    }
}
