package community.orrery.opml;

import community.orrery.feed.Member;
import community.orrery.feed.Subscription;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outlines of one member. What the first says holds for all; a later one may repeat it, or leave it out. */
final class MemberOutlines {

    private static final String CATEGORIES = "planet:categories";

    private final String id;
    private final Element first;
    private final Map<String, String> stated;
    private final List<Subscription> subscriptions = new ArrayList<>();

    MemberOutlines(String id, Element first, URI address) {
        this.id = id;
        this.first = first;
        this.stated = stated(first);
        subscriptions.add(new Subscription(address, first.line()));
    }

    int line() {
        return first.line();
    }

    /** Only an explicit planet:id makes two outlines one member. */
    boolean isExplicit() {
        return first.attribute(Element.PLANET, "id") != null;
    }

    void join(Element outline, URI address, Mistakes mistakes) {
        stated(outline).forEach((name, value) -> {
            String before = stated.get(name);
            if (!value.equals(before)) {
                mistakes.add(
                        outline.line(),
                        "The member “" + id + "” has " + name + "=\"" + value + "\" here and "
                                + (before == null ? "none" : name + "=\"" + before + "\"") + " in line " + first.line()
                                + ".",
                        "Say it in line " + first.line() + "; other outlines of the member repeat it or leave it out.");
            }
        });
        subscriptions.add(new Subscription(address, outline.line()));
    }

    private static Map<String, String> stated(Element outline) {
        Map<String, String> stated = new LinkedHashMap<>();
        String name = Body.name(outline);
        if (name != null) {
            stated.put("text", name);
        }
        for (String own : List.of("htmlUrl", "description")) {
            String value = outline.opml(own);
            if (value != null) {
                stated.put(own, value);
            }
        }
        for (Element.Attribute attribute : outline.attributes()) {
            if (attribute.namespace().equals(Element.PLANET) && Body.MEMBER_ATTRIBUTES.contains(attribute.local())) {
                stated.put("planet:" + attribute.local(), Element.fold(attribute.value()));
            }
        }
        return stated;
    }

    private @Nullable Stated get(String name) {
        String value = stated.get(name);
        return value == null ? null : new Stated(name, value, first.line());
    }

    Member member(Values values) {
        return new Member(
                id,
                stated.getOrDefault("text", ""),
                values.web(get("htmlUrl")),
                stated.getOrDefault("description", ""),
                values.web(get("planet:avatar")),
                values.choice(get("planet:content"), "full", "excerpt") == 0
                        ? Member.Extent.FULL
                        : Member.Extent.EXCERPT,
                categories(values),
                values.choice(get("planet:status"), "active", "retired") == 0
                        ? Member.Status.ACTIVE
                        : Member.Status.RETIRED,
                values.choice(get("planet:distinct"), "false", "true") == 1,
                values.choice(get("planet:index"), "true", "false") == 0,
                subscriptions,
                isExplicit() ? id : null);
    }

    private Set<String> categories(Values values) {
        Stated written = get(CATEGORIES);
        if (written == null) {
            return Set.of();
        }
        Set<String> categories = new LinkedHashSet<>();
        Arrays.stream(written.value().split(","))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .forEach(categories::add);
        if (categories.isEmpty()) {
            values.none(
                    written, "Write the tags that are carried, with commas between, or leave it out for all posts.");
        }
        return categories;
    }
}
