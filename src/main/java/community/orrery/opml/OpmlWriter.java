package community.orrery.opml;

import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the blogroll that a planet offers its readers: OPML 2.0, every member once, in the first group that names it, in
 * the list's order. It holds no date, no password and no e-mail address. Feeds that are files beside the list are left out,
 * since nobody else can read them. Equal planets give equal text, and reading it back gives the same members and groups.
 */
public final class OpmlWriter {

    private final Planet planet;
    private final Set<String> written = new HashSet<>();

    private OpmlWriter(Planet planet) {
        this.planet = planet;
    }

    /** The text of {@code opml.xml}, to be written as UTF-8. */
    public static String blogroll(Planet planet) {
        return new OpmlWriter(planet).write();
    }

    private String write() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:planet=\"" + Element.PLANET
                + "\">\n  <head>\n" + head() + "  </head>\n  <body>\n" + body() + "  </body>\n</opml>\n";
    }

    private String head() {
        return line("title", planet.title())
                + line("ownerName", planet.ownerName())
                + line("ownerId", planet.link() == null ? null : planet.link().toString())
                + line("docs", "http://opml.org/spec2.opml");
    }

    private static String line(String name, @Nullable String value) {
        return value == null ? "" : "    <" + name + ">" + Markup.escaped(value, '"') + "</" + name + ">\n";
    }

    private String body() {
        Set<String> grouped =
                planet.allGroups().flatMap(group -> group.members().stream()).collect(Collectors.toSet());
        String alone = members(planet.members().stream().map(Member::id).filter(id -> !grouped.contains(id)), "    ");
        return alone
                + planet.groups().stream().map(group -> group(group, "    ")).collect(Collectors.joining());
    }

    /** Nothing for a group none of whose feeds can be named to others. */
    private String group(Group group, String indent) {
        String inside = members(group.members().stream(), indent + "  ")
                + group.groups().stream()
                        .map(inner -> group(inner, indent + "  "))
                        .collect(Collectors.joining());
        boolean usual = Names.slug(group.name(), "group").equals(group.id());
        return inside.isEmpty()
                ? ""
                : indent + "<outline" + attribute("text", group.name())
                        + attribute("planet:id", usual ? null : group.id()) + ">\n" + inside + indent + "</outline>\n";
    }

    private String members(Stream<String> ids, String indent) {
        return ids.filter(written::add)
                .map(planet::member)
                .flatMap(Optional::stream)
                .map(member -> feeds(member, indent))
                .collect(Collectors.joining());
    }

    private static String feeds(Member member, String indent) {
        boolean usual = member.subscriptions().size() == 1
                && Names.slug(member.name(), "blog").equals(member.id());
        return member.subscriptions().stream()
                .filter(subscription -> !subscription.isFile())
                .map(subscription -> indent + "<outline type=\"rss\"" + attribute("text", member.name())
                        + attribute("description", member.description())
                        + attribute("xmlUrl", subscription.label())
                        + attribute(
                                "htmlUrl",
                                member.home() == null ? null : member.home().toString())
                        + attribute("planet:id", usual ? null : member.id())
                        + attribute("planet:status", member.status() == Member.Status.RETIRED ? "retired" : null)
                        + "/>\n")
                .collect(Collectors.joining());
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? "" : " " + name + "=\"" + Markup.escaped(value, '"') + "\"";
    }
}
