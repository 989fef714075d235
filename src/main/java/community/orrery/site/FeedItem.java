package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Credentials;
import community.orrery.feed.EntryId;
import community.orrery.feed.Group;
import community.orrery.feed.Member;
import community.orrery.feed.Post;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A post as every format of our feeds carries it.
 *
 * @param guid the author's own id to the letter, so that a reader of several planets sees the post once; ours where
 *     another writing had the same before, and without a password where it is an address that has one
 * @param iri the same for Atom, whose ids must be IRIs
 * @param permalink the guid is the original's address
 * @param original null when its feed does not say where it lives
 * @param page ours; null while the planet has no address
 * @param content as our feeds carry it, made when it is written
 * @param summary plain text
 * @param feed the member's feed, without credentials; null when it is a file of the planet's own
 */
record FeedItem(
        Post post,
        Member member,
        String guid,
        String iri,
        boolean permalink,
        @Nullable URI original,
        @Nullable String page,
        Instant published,
        Instant updated,
        FeedContent content,
        String summary,
        List<View.Author> authors,
        List<String> tags,
        List<String> groups,
        @Nullable String feed) {

    static List<FeedItem> of(Press press, List<Piece> pieces) {
        return pieces.stream().map(piece -> of(press, piece)).toList();
    }

    private static FeedItem of(Press press, Piece piece) {
        Post post = piece.post();
        URI original = Originals.of(post).orElse(null);
        String id = Credentials.removed(post.id().value());
        boolean bearsId = piece.bearing() == Bearing.ITS_ID;
        return new FeedItem(
                post,
                piece.member(),
                bearsId && post.id().kind() != EntryId.Kind.DIGEST ? id : ownIri(piece, id),
                bearsId && isIri(id) ? id : ownIri(piece, id),
                bearsId && post.id().kind() == EntryId.Kind.PERMALINK && isAddress(id),
                original,
                press.absolute(piece.path()),
                post.ordered(),
                updated(post),
                new FeedContent(press, piece),
                press.excerpt(post),
                Views.authors(post, piece.member()),
                Views.categories(post),
                press.plan().catalogue().groupsOf(piece.member()).stream()
                        .map(Group::name)
                        .toList(),
                MemberPages.feed(piece.member(), post));
    }

    /** Each once, as the author gives them; a scheme that is an address without any password. */
    List<Category> categories() {
        return post.metadata().categories().stream()
                .map(category -> category.scheme() == null
                        ? category
                        : new Category(category.term(), Credentials.removed(category.scheme()), category.label()))
                .distinct()
                .toList();
    }

    /** An id is the author's to the letter, and need not hold only what addresses may (RFC 3986 section 2). */
    private static boolean isAddress(String id) {
        return id.matches("(?i)https?://[a-z0-9;/?:@&=+$,_.!~*'()%#\\[\\]-]+");
    }

    /** When it last changed for its readers. */
    static Instant updated(Post post) {
        return Views.edited(post).orElse(post.ordered());
    }

    /** atom:id must be an IRI (RFC 4287 section 4.2.6); what is one stays as it is. */
    static boolean isIri(String id) {
        return id.matches("(?i)(https?|tag|urn|ark|doi|info|mid|uuid):[^\\s<>\"{}|\\\\^`]+");
    }

    private static String ownIri(Piece piece, String id) {
        Post post = piece.post();
        String page = piece.bearing() == Bearing.ITS_PAGE ? ":" + post.slug() : "";
        return Bearers.ours(post.member()) + encode(id) + page;
    }

    /** Percent-encodes all but unreserved characters (RFC 3986 section 2.3). */
    private static String encode(String value) {
        StringBuilder out = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
