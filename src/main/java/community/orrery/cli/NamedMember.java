package community.orrery.cli;

import community.orrery.feed.Member;
import java.util.List;
import java.util.Optional;

/** A member as people name it who ask for it: by its id, else by its name without regard to case. */
final class NamedMember {

    private NamedMember() {}

    /**
     * Finds it among the planet's members; empty when there is none.
     *
     * @throws Unmended when it is the id of none and the name of several
     */
    static Optional<Member> among(List<Member> members, String named) throws Unmended {
        List<Member> found =
                members.stream().filter(each -> each.id().equals(named)).toList();
        if (found.isEmpty()) {
            found = members.stream()
                    .filter(each -> each.name().equalsIgnoreCase(named))
                    .toList();
        }
        if (found.size() > 1) {
            throw new Unmended("Several members are called \"" + named + "\": name one by its id, of "
                    + String.join(", ", found.stream().map(Member::id).toList()) + ".");
        }
        return found.stream().findFirst();
    }
}
