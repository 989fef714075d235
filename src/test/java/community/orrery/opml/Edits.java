package community.orrery.opml;

import java.util.Map;

/** Edits of lists whose members' pages all have the id that the list gives. */
final class Edits {

    private Edits() {}

    static EditOutcome remove(String list, String member) {
        return OpmlEdit.remove(list, member, Map.of());
    }

    static EditOutcome rename(String list, String member, String name) {
        return OpmlEdit.rename(list, member, name, Map.of());
    }

    static EditOutcome retire(String list, String member) {
        return OpmlEdit.retire(list, member, Map.of());
    }
}
