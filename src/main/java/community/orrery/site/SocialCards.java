package community.orrery.site;

import community.orrery.feed.Member.Extent;
import community.orrery.feed.Metadata;
import community.orrery.feed.Person;
import community.orrery.feed.Post;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a post looks where it is shared, and what search engines are told: always as its author's, found here. */
final class SocialCards {

    /** Ours, for posts without a picture. */
    private static final String DEFAULT_IMAGE = "assets/social.png";

    private SocialCards() {}

    static View.Social of(Press press, Piece piece, View.Card card) {
        String image = image(press, piece);
        return new View.Social(
                "article",
                card.original() == null ? press.absolute(piece.path()) : card.original(),
                image == null ? press.absolute(DEFAULT_IMAGE) : image,
                names(card),
                card.blog(),
                card.published().iso(),
                card.updated() == null ? null : card.updated().iso());
    }

    static View.Social ofPage(Press press, String path) {
        return new View.Social(
                "website", press.absolute(path), press.absolute(DEFAULT_IMAGE), List.of(), null, null, null);
    }

    /**
     * The picture that its author named for it; null when there is none. Archives hold portraits that earlier programs took for
     * such pictures.
     */
    static @Nullable URI named(Post post) {
        URI named = post.metadata().thumbnail();
        return named == null || Person.isPortrait(named) ? null : named;
    }

    /** The picture that its author named for it, else the first that the page shows; null when there is none. */
    private static @Nullable String image(Press press, Piece piece) {
        boolean whole = piece.member().extent() == Extent.FULL;
        URI own = named(piece.post());
        URI image = own == null && whole ? press.leadImage(piece.post()) : own;
        return image == null ? null : image.toString();
    }

    private static List<String> names(View.Card card) {
        return card.authors().isEmpty()
                ? List.of(card.blog().name())
                : card.authors().stream().map(View.Author::name).toList();
    }

    /** schema.org's BlogPosting, based on the original. */
    static View.DataBlock posting(Press press, Piece piece, View.Card card) {
        Metadata metadata = piece.post().metadata();
        Map<String, Object> blog = Json.object(
                "@type", "Blog", "name", card.blog().name(), "url", card.blog().home());
        List<Map<String, Object>> authors = card.authors().isEmpty()
                ? List.of(Json.object(
                        "@type",
                        "Organization",
                        "name",
                        card.blog().name(),
                        "url",
                        card.blog().home()))
                : card.authors().stream()
                        .map(author -> Json.object("@type", "Person", "name", author.name(), "url", author.uri()))
                        .toList();
        return Json.block(Json.object(
                "@context",
                "https://schema.org",
                "@type",
                "BlogPosting",
                "headline",
                piece.title(),
                "url",
                card.original() == null ? press.absolute(piece.path()) : card.original(),
                "isBasedOn",
                card.original(),
                "mainEntityOfPage",
                card.original(),
                "datePublished",
                card.published().iso(),
                "dateModified",
                card.updated() == null ? null : card.updated().iso(),
                "author",
                authors,
                "isPartOf",
                blog,
                "inLanguage",
                metadata.language(),
                "license",
                card.license(),
                "image",
                image(press, piece),
                "keywords",
                metadata.categories().isEmpty() ? null : Views.categories(piece.post())));
    }
}
