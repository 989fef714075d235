package community.orrery.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An outline of the list that holds others: "Personal", "Community".
 *
 * @param id unique in the list, fit for a file name
 * @param name as written in the list
 * @param groups the groups directly inside this one
 * @param members ids of the members directly inside this one
 */
public record Group(String id, String name, List<Group> groups, List<String> members) {

    public Group {
        name = Direction.contained(name);
        groups = List.copyOf(groups);
        members = List.copyOf(members);
    }

    /** The ids of all who stand in this group or in one inside it. */
    public Set<String> allMembers() {
        return withInner()
                .flatMap(group -> group.members().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Group withMembers(UnaryOperator<String> ids) {
        return new Group(
                id,
                name,
                groups.stream().map(inner -> inner.withMembers(ids)).toList(),
                members.stream().map(ids).toList());
    }

    Stream<Group> withInner() {
        return Stream.concat(Stream.of(this), groups.stream().flatMap(Group::withInner));
    }
}
