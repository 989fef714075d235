package community.orrery.opml;

import org.jspecify.annotations.Nullable;

/** New outlines as they are written into a list, in that list's own manner. */
final class OutlineText {

    private final String text;
    private final Element root;
    private final Found found;
    private final Patch patch;
    private @Nullable String prefix;

    /** @param patch is given the planet's namespace when an outline needs it and the list does not declare it */
    OutlineText(String text, Element root, Found found, Patch patch) {
        this.text = text;
        this.root = root;
        this.found = found;
        this.patch = patch;
    }

    String of(NewFeed feed) throws Refusal {
        return "<outline type=\"rss\"" + attribute("text", feed.name())
                + attribute("xmlUrl", feed.xmlUrl().toString())
                + attribute(
                        "htmlUrl",
                        feed.htmlUrl() == null ? null : feed.htmlUrl().toString())
                + id(feed.id()) + slash();
    }

    String of(Incoming feed) throws Refusal {
        StringBuilder outline = new StringBuilder("<outline type=\"rss\"")
                .append(attribute("text", feed.name()))
                .append(attribute("xmlUrl", feed.xmlUrl()))
                .append(attribute("htmlUrl", feed.htmlUrl()))
                .append(attribute("description", feed.description()));
        for (String own : Body.MEMBER_ATTRIBUTES) {
            String value = feed.own().get(own);
            if (value != null) {
                outline.append(attribute(prefix() + ":" + own, value));
            }
        }
        return outline.append(slash()).toString();
    }

    /** @param members outlines, laid out */
    String group(String name, @Nullable String id, String members) throws Refusal {
        return "<outline" + attribute("text", name) + id(id) + ">" + members + "</outline>";
    }

    private String id(@Nullable String id) throws Refusal {
        return id == null ? "" : attribute(prefix() + ":id", id);
    }

    /** The prefix that stands for the planet's namespace; declared in the root where it is not yet. */
    String prefix() throws Refusal {
        if (prefix == null) {
            prefix = declared();
        }
        return prefix;
    }

    private String declared() throws Refusal {
        String declared = root.planetPrefix();
        if (declared != null) {
            return declared;
        }
        if (root.tag().attribute("xmlns:planet") != null) {
            throw new Refusal(
                    "xmlns:planet does not name the planet's namespace.",
                    "Write xmlns:planet=\"" + Element.PLANET + "\" in the <opml> tag.");
        }
        patch.set(root, Element.PREFIXES, "planet", "xmlns:planet", Element.PLANET);
        return "planet";
    }

    /** The end of an empty tag, with or without a space as the list's last feed has it. */
    private String slash() {
        boolean spaced = found.feeds()
                .reduce((first, last) -> last)
                .filter(last -> text.startsWith("\" />", last.tag().end() - 4))
                .isPresent();
        return spaced ? " />" : "/>";
    }

    static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + Markup.escaped(value, '"') + "\"";
    }
}
