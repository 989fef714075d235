package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.likeness.Address;
import community.orrery.likeness.Titles;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which post each entry is.
 *
 * @param representatives post to the entry that speaks for it, in the feed's order; new posts are numbered −1, −2…
 * @param newIds ids this feed had not used before, to their posts
 * @param outwornIds of posts that have had too many
 */
record Identity(Map<Long, Entry> representatives, Map<String, Long> newIds, Set<String> outwornIds) {

    /** Ids that are remembered of one post. Some programs make up a new one whenever they print the feed. */
    static final int MOST_IDS = 20;

    static Identity of(List<Entry> entries, Past past, Texts texts) {
        return new Search(entries, past, texts).over(entries);
    }

    /** As if the feed did not list those posts. */
    Identity without(Set<Long> posts) {
        if (posts.isEmpty()) {
            return this;
        }
        Map<Long, Entry> listed = new LinkedHashMap<>(representatives);
        listed.keySet().removeAll(posts);
        Map<String, Long> ids = new LinkedHashMap<>(newIds);
        ids.values().removeAll(posts);
        return new Identity(listed, ids, outwornIds);
    }

    private static final class Search {
        private final Past past;
        private final Map<Long, Known> known = new HashMap<>();
        private final Resemblance resemblance;
        private final Set<Long> listed = new HashSet<>(); // under ids by which they are known
        private final Map<String, Long> newIds = new LinkedHashMap<>();
        private final Sole links;
        private final Sole titles;
        private final Sole moments;
        private long fresh;

        Search(List<Entry> entries, Past past, Texts texts) {
            this.past = past;
            past.posts().forEach(post -> known.put(post.key(), post));
            resemblance = new Resemblance(past.posts(), texts);
            links = new Sole(Search::link, entries, past.posts());
            titles = new Sole(metadata -> Titles.key(metadata.title()), entries, past.posts());
            moments = new Sole(metadata -> Objects.toString(metadata.published(), ""), entries, past.posts());
        }

        Identity over(List<Entry> entries) {
            Map<Long, List<Entry>> byPost = new LinkedHashMap<>();
            Set<String> ids = new HashSet<>();
            for (Entry entry : entries) {
                Long post = past.ids().get(entry.id().value());
                if (post != null) {
                    listed.add(post);
                }
            }
            for (Entry entry : entries) {
                if (!ids.add(entry.id().value())) {
                    continue; // one id twice in one document: the first, which readers show
                }
                byPost.computeIfAbsent(post(entry), key -> new ArrayList<>()).add(entry);
            }
            Map<Long, Entry> representatives = new LinkedHashMap<>();
            byPost.forEach((key, same) -> representatives.put(key, speaker(known.get(key), same)));
            return new Identity(representatives, newIds, outworn(ids));
        }

        /** Of posts that now have yet another id: all but those listed now and the one that it was first met under. */
        private Set<String> outworn(Set<String> listed) {
            Map<Long, Integer> counts = new HashMap<>();
            newIds.values().stream().filter(known::containsKey).forEach(post -> counts.put(post, 0));
            if (counts.isEmpty()) {
                return Set.of();
            }
            past.ids().values().forEach(post -> counts.computeIfPresent(post, (same, count) -> count + 1));
            Set<String> outworn = new HashSet<>();
            past.ids().forEach((id, post) -> {
                Known same = known.get(post);
                if (counts.getOrDefault(post, 0) >= MOST_IDS
                        && same != null
                        && !same.id().value().equals(id)
                        && !listed.contains(id)) {
                    outworn.add(id);
                }
            });
            return outworn;
        }

        private long post(Entry entry) {
            String id = entry.id().value();
            Long same = past.ids().get(id);
            if (same != null) {
                return same;
            }
            Long elsewhere = past.otherIds().get(id);
            Known other = elsewhere == null ? null : known.get(elsewhere);
            Known sole = linked(entry);
            if (sole == null) {
                sole = other != null && Resemblance.credible(entry, other) ? other : timed(entry);
            }
            Long alike = sole == null ? resemblance.find(entry, listed) : Long.valueOf(sole.key());
            long key = alike == null ? --fresh : alike;
            if (key == fresh) {
                resemblance.remember(key, entry);
            }
            newIds.put(id, key);
            return key;
        }

        /**
         * A post without an id of its own is known by its link, when it is the only one that has it: its feed gives ids from
         * now on, or spells its links otherwise, or the post was taken over from another planet, which kept no id.
         */
        private @Nullable Known linked(Entry entry) {
            Known post = links.of(entry);
            boolean byLink = post != null
                    && (entry.id().kind() == EntryId.Kind.LINK || post.id().kind() == EntryId.Kind.LINK);
            return byLink ? post : null;
        }

        /**
         * A post of the entry's moment that nothing else lists: the only one of the entry's title, whose text may be another by
         * now, or a teaser; or the only one of that moment, with nearly the entry's text.
         */
        private @Nullable Known timed(Entry entry) {
            Known titled = titles.of(entry);
            if (titled != null && isFree(titled) && Resemblance.sameMoment(entry, titled)) {
                return titled;
            }
            Known lone = moments.of(entry);
            return lone != null && isFree(lone) && resemblance.sameText(entry, lone) ? lone : null;
        }

        /** Whether no id in this document speaks for it, nor another feed of the member's, as one in another language may. */
        private boolean isFree(Known post) {
            return !listed.contains(post.key()) && !past.otherFeeds().containsKey(post.feed());
        }

        /** However it is spelt, but with its fragment: a page may hold several posts. */
        private static String link(Metadata metadata) {
            URI link = metadata.link();
            return link == null ? "" : Address.key(link) + '#' + link.getRawFragment();
        }

        /** Of several entries that are one post: the one it was first met under, else the one known longest, else the first. */
        private Entry speaker(@Nullable Known post, List<Entry> same) {
            return same.stream()
                    .filter(entry ->
                            post != null && entry.id().value().equals(post.id().value()))
                    .findFirst()
                    .or(() -> same.stream()
                            .filter(entry -> past.ids().containsKey(entry.id().value()))
                            .findFirst())
                    .orElse(same.get(0));
        }
    }
}
