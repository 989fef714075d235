package community.orrery.feed;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A community as its {@code feeds.opml} describes it: who it is, how it wants to be published, and whose blogs it carries.
 *
 * @param title the community's name, plain text
 * @param link the site's public address, http(s); null while it has none
 * @param description one sentence for readers and feeds; empty when the list gives none
 * @param language of the planet's own words and dates
 * @param ownerName OPML's ownerName
 * @param ownerEmail OPML's ownerEmail
 * @param groups the list's nested outlines, in the list's order
 * @param members in the order in which the list first names them; ids are unique
 * @param hidden posts the community chose not to carry
 */
public record Planet(
        String title,
        @Nullable URI link,
        String description,
        Locale language,
        @Nullable String ownerName,
        @Nullable String ownerEmail,
        Settings settings,
        List<Group> groups,
        List<Member> members,
        List<Hidden> hidden) {

    public Planet {
        groups = List.copyOf(groups);
        members = List.copyOf(members);
        hidden = List.copyOf(hidden);
    }

    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /**
     * The same planet, its members called otherwise.
     *
     * @param ids by the list's own id; who is not in it keeps that
     */
    public Planet withMemberIds(Map<String, String> ids) {
        return new Planet(
                title,
                link,
                description,
                language,
                ownerName,
                ownerEmail,
                settings,
                groups.stream()
                        .map(group -> group.withMembers(id -> ids.getOrDefault(id, id)))
                        .toList(),
                members.stream()
                        .map(member -> member.withId(ids.getOrDefault(member.id(), member.id())))
                        .toList(),
                hidden);
    }

    /** The same planet, hiding these posts and no others. */
    public Planet withHidden(List<Hidden> others) {
        return new Planet(title, link, description, language, ownerName, ownerEmail, settings, groups, members, others);
    }

    /** Every group, outer before inner. */
    public Stream<Group> allGroups() {
        return groups.stream().flatMap(Group::withInner);
    }
}
