package community.orrery.parse;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.EntryId.Kind;
import community.orrery.feed.Metadata;
import community.orrery.feed.UntrustedHtml;
import community.orrery.likeness.Digest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Drafts to entries: gives each its title and an id that no other entry of the feed has. */
final class Entries {

    private Entries() {}

    static List<Entry> of(List<Draft> drafts) {
        Map<String, Set<URI>> linksOfGuid = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.guid != null && draft.link != null) {
                linksOfGuid.computeIfAbsent(draft.guid, guid -> new HashSet<>()).add(draft.link);
            }
        }
        Map<URI, Integer> loneLinks = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.link != null && !hasOwnGuid(draft, linksOfGuid)) {
                loneLinks.merge(draft.link, 1, Integer::sum);
            }
        }
        Map<EntryId, Draft> byId = new LinkedHashMap<>();
        Set<String> guidsWithoutLink = new HashSet<>();
        for (Draft draft : drafts) {
            EntryId id = id(draft, linksOfGuid, loneLinks, guidsWithoutLink);
            // The same id and the same link twice: one entry, in its newest state (RFC 4287 section 4.1.1).
            byId.merge(id, draft, Entries::newer);
        }
        List<Entry> entries = new ArrayList<>(byId.size());
        byId.forEach((id, draft) -> entries.add(entry(id, draft)));
        return entries;
    }

    private static boolean hasOwnGuid(Draft draft, Map<String, Set<URI>> linksOfGuid) {
        return draft.guid != null
                && linksOfGuid.getOrDefault(draft.guid, Set.of()).size() == 1;
    }

    private static Draft newer(Draft first, Draft second) {
        Instant a = first.updated == null ? first.published : first.updated;
        Instant b = second.updated == null ? second.published : second.updated;
        return a != null && b != null && b.isAfter(a) ? second : first;
    }

    private static EntryId id(
            Draft draft, Map<String, Set<URI>> linksOfGuid, Map<URI, Integer> loneLinks, Set<String> guidsWithoutLink) {
        boolean own = draft.link != null
                ? hasOwnGuid(draft, linksOfGuid)
                : draft.guid != null && !linksOfGuid.containsKey(draft.guid) && guidsWithoutLink.add(draft.guid);
        if (draft.guid != null && own) {
            return new EntryId(
                    draft.guid, draft.permalink && Addresses.isLiterally(draft.guid) ? Kind.PERMALINK : Kind.GUID);
        }
        boolean lone = draft.link != null && loneLinks.getOrDefault(draft.link, 0) == 1;
        return draft.link != null && lone
                ? new EntryId(draft.link.toString(), Kind.LINK)
                : new EntryId(digest(draft), Kind.DIGEST);
    }

    /** Of the text as the feed has it: however it is shown here, an entry keeps its id. */
    private static String digest(Draft draft) {
        MessageDigest sha = Digest.newSha256();
        sha.update(draft.title.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        sha.update(markup(draft.content == null ? draft.summary : draft.content).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest(), 0, 16);
    }

    private static String markup(@Nullable Passage text) {
        return text == null ? "" : text.html().markup();
    }

    private static Entry entry(EntryId id, Draft draft) {
        Metadata metadata = new Metadata(
                draft.link,
                title(draft),
                draft.published,
                draft.updated,
                draft.authors,
                draft.categories(),
                draft.language,
                draft.rights,
                draft.license,
                draft.enclosures(),
                draft.thumbnail,
                draft.comments,
                draft.source,
                draft.canonical);
        UntrustedHtml content = Passage.shown(draft.content);
        UntrustedHtml summary = Passage.shown(draft.summary);
        return content == null && summary != null
                ? new Entry(id, metadata, null, draft.illustrated(summary))
                : new Entry(id, metadata, draft.illustrated(content), summary);
    }

    /** Its own title, else its first words, else what its address or file is called. */
    private static String title(Draft draft) {
        if (!draft.title.isEmpty()) {
            return draft.title;
        }
        for (Passage text : new @Nullable Passage[] {draft.content, draft.summary}) {
            String words = Texts.firstWords(markup(text));
            if (!words.isEmpty()) {
                return words;
            }
        }
        URI address = draft.link == null && !draft.enclosures().isEmpty()
                ? draft.enclosures().get(0).uri()
                : draft.link;
        String path = address == null || address.getPath() == null
                ? ""
                : address.getPath().replaceFirst("/$", "");
        String name = Texts.fold(path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("\\.\\w{1,5}$", "")
                .replaceAll("[-_]+", " "));
        return name.isEmpty() ? "Untitled" : name;
    }
}
