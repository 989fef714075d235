package community.orrery.site;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A planet's own templates, messages and assets, which stand in for ours one by one. Its files are named as ours are below
 * {@code site/}: {@code templates/post.html}, {@code messages/en.properties}, {@code assets/style.css}; an asset under another
 * name is published beside ours.
 *
 * @param files content by name, parts separated by slashes; not copied, treat as read-only
 */
public record Theme(SortedMap<String, byte[]> files) {

    /** The design as it comes. */
    public static final Theme NONE = new Theme(new TreeMap<>());

    public Theme(Map<String, byte[]> files) {
        this(new TreeMap<>(files));
    }

    Optional<byte[]> file(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
