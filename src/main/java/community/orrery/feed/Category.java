package community.orrery.feed;

import org.jspecify.annotations.Nullable;

/**
 * A tag, as its author spells it.
 *
 * @param term plain text, not empty
 * @param scheme Atom's scheme or RSS's domain
 * @param label Atom's label for people; null when the term serves
 */
public record Category(String term, @Nullable String scheme, @Nullable String label) {

    public Category {
        term = Direction.contained(term);
        label = Direction.containedOrNull(label);
    }

    /** What to show: the label, else the term. */
    public String name() {
        return label == null ? term : label;
    }
}
