package community.orrery.parse;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of one document, as JDOM's. JDOM keeps every name that it ever saw, for as long as the program runs, and
 * refuses some that XML allows or that damage brings. So those that {@link Names} knows come in one spelling, and the
 * others, whose names say nothing here, are numbered.
 */
final class Namespaces {

    /** No feed seen in the wild passes 30. */
    static final int MOST = 1_000;

    private final Map<String, Namespace> found = new HashMap<>();

    Namespace of(@Nullable String uri) {
        if (uri == null || uri.isEmpty()) {
            return Namespace.NO_NAMESPACE;
        }
        Namespace before = found.get(uri);
        if (before != null) {
            return before;
        }
        Namespace known = Names.known(uri);
        int number = Math.min(found.size(), MOST);
        Namespace namespace = known == null ? Namespace.getNamespace("n" + number, "urn:unknown:" + number) : known;
        found.put(uri, namespace);
        return namespace;
    }

    /** Whether there are more than any feed needs: it was made to exhaust a reader. */
    boolean tooMany() {
        return found.size() > MOST;
    }
}
