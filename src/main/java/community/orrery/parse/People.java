package community.orrery.parse;

import community.orrery.feed.Person;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Authors' names out of the forms that RSS allows; addresses are dropped here and go no further. */
final class People {

    /** Also as a link; or a name in the Fediverse, which looks like one with a sign before. */
    private static final Pattern EMAIL =
            Pattern.compile("(?:mailto:)?@?[^\\s<>()\\[\\],;:\"]+(?:@|\\(at\\)|\\[at\\])[^\\s<>()\\[\\],;:\"]+");

    private static final Pattern LEFTOVERS = Pattern.compile("\\(\\s*\\)|<\\s*>|\\[\\s*\\]|&lt;\\s*&gt;");

    /** A name on one of the networks, which is no address: {@code @ada}, {@code (@ada.bsky.social)}. */
    private static final Pattern HANDLE = Pattern.compile("(?:^|(?<=[(\\[]))@[\\w.-]++|(?<=\\s)@\\w++(?![.-])");

    private People() {}

    /** A name without its address: {@code bob@example.org (Bob)}, {@code Bob <bob@example.org>}, {@code Bob}; null when nothing is left. */
    static @Nullable Person named(@Nullable String text, @Nullable URI uri) {
        String name = Texts.plain(text);
        if (name.indexOf('@') >= 0 || name.contains("(at)") || name.contains("[at]")) {
            name = EMAIL.matcher(name.length() > 500 ? name.substring(0, 500) : name)
                    .replaceAll(" ");
            name = LEFTOVERS.matcher(name).replaceAll(" ").strip();
            if (name.startsWith("(") && name.endsWith(")")) {
                name = name.substring(1, name.length() - 1);
            }
            name = Texts.fold(name.replaceAll("^[\\s,;:<>\"]+|[\\s,;:<>\"]+$", ""));
        }
        boolean address =
                name.indexOf('@') >= 0 && HANDLE.matcher(name).replaceAll("").indexOf('@') >= 0;
        return name.isEmpty() || address ? null : new Person(name, uri);
    }
}
