package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Enclosure;
import community.orrery.feed.EntryId;
import community.orrery.feed.FeedMetadata;
import community.orrery.feed.Group;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.feed.Settings;
import community.orrery.feed.SourceFeed;
import community.orrery.feed.Writing;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A planet of posts that say next to nothing of themselves, or odd things: what output feeds must still be valid with. */
final class NastyPlanet {

    private static final Instant SEEN = Instant.parse("2026-05-20T10:00:00.123456Z");

    private NastyPlanet() {}

    /** @param link null: the planet has no address yet */
    static Planet planet(@Nullable URI link) {
        Member file = MemberBuilder.of("file")
                .name("A file & nothing else")
                .withoutHome()
                .feeds("feeds/local.xml")
                .build();
        Member excerpts = SamplePlanet.member("excerpts", "<Excerpts>", Member.Extent.EXCERPT, false);
        return new Planet(
                "Nasty & <small>",
                link,
                "",
                Locale.forLanguageTag("pt-BR"),
                null,
                null,
                Settings.DEFAULT,
                List.of(new Group("outer", "Outer", List.of(), List.of("file", "excerpts"))),
                List.of(file, excerpts),
                List.of());
    }

    private static final List<String> EXCERPTS = List.of("", "s", "At a caf\u00e9", "& <b>", "one", "two", "laden");

    static List<Writing> writings() {
        URI odd = URI.create("https://odd.example/caf\u00e9?q=[1]&x=%20");
        List<Post> posts = new ArrayList<>();
        posts.add(post(1, "file", id("only words", EntryId.Kind.DIGEST), bare(null, "x")));
        posts.add(post(2, "file", id("an id with spaces <and> brackets", EntryId.Kind.GUID), bare(null, "\u0007")));
        posts.add(post(3, "file", id(odd.toString(), EntryId.Kind.PERMALINK), bare(odd, "At a caf\u00e9")));
        posts.add(post(4, "excerpts", id("tag:odd.example,2026:1", EntryId.Kind.GUID), bare(null, "No home")));
        posts.add(post(5, "excerpts", id("same", EntryId.Kind.GUID), bare(odd, "Same id")));
        posts.add(post(6, "file", id("same", EntryId.Kind.GUID), bare(odd, "Same id")));
        posts.add(post(7, "file", id("rich", EntryId.Kind.GUID), laden(odd)));
        return posts.stream().map(post -> new Writing(post, List.of())).toList();
    }

    /** The texts of other posts, with excerpts that are hard to carry. */
    static final PostTexts TEXTS = new PostTexts() {

        @Override
        public KeptHtml html(Post post) {
            return SamplePlanet.TEXTS.html(post);
        }

        @Override
        public String excerpt(Post post) {
            return EXCERPTS.get((int) post.key() - 1);
        }

        @Override
        public String plainText(Post post) {
            return SamplePlanet.TEXTS.plainText(post);
        }
    };

    private static EntryId id(String value, EntryId.Kind kind) {
        return new EntryId(value, kind);
    }

    private static Metadata bare(@Nullable URI link, String title) {
        return new Metadata(
                link, title, null, null, List.of(), List.of(), null, null, null, List.of(), null, null, null, null);
    }

    private static Metadata laden(URI link) {
        URI odd = URI.create("https://odd.example/\u00fcber/lizenz");
        return new Metadata(
                link,
                "]]> & \"all\" <of> it",
                SEEN,
                SEEN.plusSeconds(7),
                List.of(new Person("Zo\u00eb & <co>", odd), new Person("Zo\u00eb & <co>", odd)),
                List.of(
                        new Category("a b", "not an address", "label"),
                        new Category("a b", "https://odd.example/tags#", null),
                        new Category("C++", null, "C++ & friends"),
                        new Category("C++", null, "C++ & friends")),
                "de-CH-1996",
                "\u00a9 <b>somebody</b>",
                odd,
                List.of(
                        new Enclosure(odd, null, null, null),
                        new Enclosure(URI.create("https://odd.example/2.ogg"), "audio/ogg", null, null)),
                odd,
                odd,
                null,
                null);
    }

    private static Post post(long key, String member, EntryId id, Metadata metadata) {
        return new Post(
                key,
                member,
                "post-" + key,
                id,
                metadata,
                SEEN,
                SEEN.minusSeconds(key),
                null,
                0,
                Standing.SHOWN,
                new SourceFeed(URI.create("https://" + member + ".example/feed.xml"), FeedMetadata.NONE),
                "n" + key);
    }
}
