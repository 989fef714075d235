package community.orrery.migrate;

import community.orrery.opml.Incoming;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** hpc.social's authors.yml: a sequence of blogs, each with name, tag, feed, url and perhaps a picture. */
final class AuthorsYml {

    private static final Pattern ITEM = Pattern.compile("\\s*-(?:\\s+\\S+\\s*:|\\s*$)");
    private static final Pattern FEED = Pattern.compile("(?:\\s*-)?\\s+feed\\s*:");

    private AuthorsYml() {}

    /** Whether a text is of this kind: it begins with an item of a sequence, and some item has a feed. */
    static boolean fits(String text) {
        return text.lines()
                        .filter(AuthorsYml::says)
                        .findFirst()
                        .filter(first -> ITEM.matcher(first).lookingAt())
                        .isPresent()
                && text.lines().anyMatch(line -> FEED.matcher(line).lookingAt());
    }

    private static boolean says(String line) {
        String bare = line.strip();
        return !bare.isEmpty() && !bare.startsWith("#") && !bare.equals("---");
    }

    static MoveOutcome read(String text) {
        Gathering gathering = new Gathering();
        try {
            for (Yaml.Entry author : Yaml.entries(text)) {
                author(author, gathering);
            }
        } catch (Yaml.Broken e) {
            return new MoveOutcome.Unreadable(List.of(e.remark()));
        }
        return gathering.read("hpc.social's authors.yml");
    }

    private static void author(Yaml.Entry author, Gathering gathering) {
        Map<String, String> own = new HashMap<>();
        for (Line line : author.lines()) {
            switch (line.name()) {
                case "name", "feed", "url" -> {
                    // of the outline
                }
                case "tag" -> own.put("id", line.value());
                case "image" -> own.put("avatar", line.value());
                default -> gathering.lost(line, Gathering.NOTHING);
            }
        }
        String feed = author.value("feed");
        if (feed.isEmpty()) {
            gathering.noFeed(author.line(), "“" + author.value("name") + "”", author.value("url"));
            return;
        }
        String home = author.value("url");
        gathering.feed(new Incoming(
                author.line(), author.value("name"), feed, home.isEmpty() ? null : home, null, own, List.of()));
    }
}
