package community.orrery.migrate;

import community.orrery.feed.Entry;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Representation;
import community.orrery.feed.Subscription;
import community.orrery.likeness.Address;
import community.orrery.parse.FeedParser;
import community.orrery.parse.ParseOutcome;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post as hpc.social's script stores it: front matter that says whose it is and where its original stands, then HTML.
 *
 * @param author the blog's tag, which is also the folder's name
 * @param blog the blog's home page
 * @param entry as its feed gave it, except for what the script changed; its id is its link, since the script kept none
 */
public record StoredPost(String author, @Nullable URI blog, Entry entry) {

    private static final Pattern MATTER =
            Pattern.compile("\\A---[ \\t]*\\R(.*?\\R)---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?");

    /** Why a file is no post. */
    public static final class NotAPost extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        NotAPost(int line, String why) {
            super(why);
            this.line = line;
        }

        /** In the file, from 1. */
        public int line() {
            return line;
        }

        public String why() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads one file. Its text is read as the feed's entry that it once was, by the same rules.
     *
     * @throws NotAPost when it has no front matter, or that names neither author nor original
     */
    public static StoredPost read(byte[] file, Instant now) throws NotAPost {
        String text = Migration.text(file);
        Matcher matter = MATTER.matcher(text);
        if (!matter.find()) {
            throw new NotAPost(1, "It has no front matter between two lines of three hyphens.");
        }
        Yaml.Entry said = said(matter.group(1));
        String author = said.value("author_tag").isEmpty() ? said.value("category") : said.value("author_tag");
        URI link = address(said.value("original_url"));
        if (author.isEmpty() || link == null) {
            throw new NotAPost(2, "Its front matter does not say author_tag and original_url.");
        }
        URI blog = address(said.value("blog_url"));
        String rss = rss(said, link, text.substring(matter.end()));
        Representation representation = new Representation(
                blog == null ? link : blog,
                "application/rss+xml; charset=utf-8",
                null,
                rss.getBytes(StandardCharsets.UTF_8));
        ParseOutcome parsed = FeedParser.parse(representation, now);
        if (parsed instanceof ParseOutcome.Readable readable
                && !readable.feed().entries().isEmpty()) {
            return new StoredPost(author, blog, readable.feed().entries().get(0));
        }
        throw new NotAPost(1, "Its text cannot be read.");
    }

    private static Yaml.Entry said(String matter) throws NotAPost {
        try {
            List<Yaml.Entry> entries = Yaml.entries(matter);
            return entries.isEmpty() ? new Yaml.Entry(1, List.of()) : entries.get(0);
        } catch (Yaml.Broken e) {
            throw new NotAPost(e.remark().line() + 1, e.remark().what());
        }
    }

    private static String rss(Yaml.Entry said, URI link, String body) {
        return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>"
                + escaped(said.value("blog_title")) + "</title><item><title>" + escaped(said.value("title"))
                + "</title><link>" + escaped(link.toString()) + "</link>" + date(said.value("date"))
                + "<content:encoded>" + escaped(body.strip()) + "</content:encoded></item></channel></rss>";
    }

    /** The script writes dates in UTC without saying so. */
    private static String date(String written) {
        Matcher date = DATE.matcher(written);
        if (!date.matches()) {
            return "";
        }
        String time = date.group(2) == null ? "00:00" : date.group(2);
        String zone = date.group(3) == null ? "Z" : date.group(3);
        return "<pubDate>" + date.group(1) + "T" + time + zone + "</pubDate>";
    }

    private static String escaped(String text) {
        return text.codePoints()
                .filter(letter -> letter >= 0x20 || letter == '\n' || letter == '\t')
                .filter(letter -> letter < 0xD800 || (letter > 0xDFFF && letter != 0xFFFE && letter != 0xFFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static @Nullable URI address(String written) {
        try {
            URI address = new URI(written);
            return address.getHost() == null ? null : address;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /**
     * The member that is known by the tag, else that has it for an id in the list, else the blog for a home page, else alone a
     * feed or home on the blog's host.
     */
    public Optional<Member> member(Planet planet) {
        URI home = blog;
        List<Predicate<Member>> ways = List.of(
                member -> member.id().equals(author),
                member -> author.equals(member.statedId()),
                member -> home != null
                        && member.home() != null
                        && Address.key(home).equals(Address.key(member.home())),
                member -> home != null && isOn(Address.host(home), member),
                member -> isOn(Address.host(entry.metadata().link()), member));
        for (Predicate<Member> way : ways) {
            List<Member> found = planet.members().stream().filter(way).toList();
            if (found.size() == 1) {
                return Optional.of(found.get(0));
            }
        }
        return Optional.empty();
    }

    /** Of a member's feeds the one on the post's host, else the first. */
    public URI feed(Member member) {
        String host = Address.host(entry.metadata().link());
        return member.subscriptions().stream()
                .map(Subscription::xmlUrl)
                .filter(feed -> Address.host(feed).equals(host))
                .findFirst()
                .orElse(member.subscriptions().get(0).xmlUrl());
    }

    private static boolean isOn(String host, Member member) {
        return !host.isEmpty()
                && (Address.host(member.home()).equals(host)
                        || member.subscriptions().stream()
                                .anyMatch(feed -> Address.host(feed.xmlUrl()).equals(host)));
    }
}
