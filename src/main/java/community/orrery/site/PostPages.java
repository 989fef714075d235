package community.orrery.site;

import community.orrery.feed.Member;
import community.orrery.feed.Member.Extent;
import community.orrery.feed.Metadata;
import community.orrery.feed.Post;
import community.orrery.feed.Post.Standing;
import community.orrery.site.PlannedFile.Stage;
import java.net.URI;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page for every writing; for the place where a copy of it once stood, a page that leads there; for one taken back, a page
 * that says so.
 */
final class PostPages {

    /** The posts beside one: on the planet, and in its blog. */
    private record Neighbours(
            @Nullable Piece newer, @Nullable Piece older, @Nullable Piece newerHere, @Nullable Piece olderHere) {

        Inputs into(Inputs inputs) {
            return inputs.with(reference(newer))
                    .with(reference(older))
                    .with(reference(newerHere))
                    .with(reference(olderHere));
        }

        private static @Nullable Sum reference(@Nullable Piece piece) {
            return piece == null ? null : piece.reference();
        }
    }

    private PostPages() {}

    static void plan(SitePlan plan) {
        Catalogue catalogue = plan.catalogue();
        Map<Piece, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < catalogue.shown().size(); i++) {
            places.put(catalogue.shown().get(i), i);
        }
        for (Member member : plan.planet().members()) {
            List<Piece> here = catalogue.of(member);
            Feeds.plan(plan, member); // they show the texts that its pages show
            for (int i = 0; i < here.size(); i++) {
                Piece piece = here.get(i);
                if (piece.member() == member) {
                    Integer place = places.get(piece);
                    Neighbours neighbours = new Neighbours(
                            place == null ? null : at(catalogue.shown(), place - 1),
                            place == null ? null : at(catalogue.shown(), place + 1),
                            at(here, i - 1),
                            at(here, i + 1));
                    Inputs inputs =
                            neighbours.into(plan.inputs("post, coloured")).with(piece.digest());
                    plan.add(Stage.POST, piece.path(), inputs, press -> page(press, piece, neighbours));
                }
            }
        }
        catalogue.pieces().forEach(piece -> planCopies(plan, piece));
        catalogue.withdrawn().forEach(post -> planWithdrawn(plan, post));
    }

    private static @Nullable Piece at(List<Piece> pieces, int index) {
        return index < 0 || index >= pieces.size() ? null : pieces.get(index);
    }

    private static void planCopies(SitePlan plan, Piece piece) {
        for (Post copy : piece.writing().copies()) {
            if (copy.path().equals(piece.path()) || !plan.catalogue().carries(copy.member())) {
                continue;
            }
            if (copy.standing() == Standing.WITHDRAWN) {
                planWithdrawn(plan, copy);
            } else {
                Inputs inputs = plan.inputs("moved")
                        .with(copy.path())
                        .with(piece.reference())
                        .with(Originals.of(piece.post()).orElse(null));
                plan.add(Stage.POST, copy.path(), inputs, press -> moved(press, copy, piece));
            }
        }
    }

    private static void planWithdrawn(SitePlan plan, Post post) {
        plan.add(Stage.POST, post.path(), plan.inputs("withdrawn").with(post.path()), press -> withdrawn(press, post));
    }

    private static byte[] page(Press press, Piece piece, Neighbours neighbours) {
        Post post = piece.post();
        Metadata metadata = post.metadata();
        View.Card card = press.views().card(piece);
        boolean whole = piece.member().extent() == Extent.FULL;
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("post", card);
        model.put("body", whole ? press.html(post).coloured() : null);
        model.put("attachments", attachments(press, post, whole));
        model.put("elsewhere", elsewhere(press, piece));
        model.put("newer", neighbour(press, neighbours.newer()));
        model.put("older", neighbour(press, neighbours.older()));
        model.put("newerHere", neighbour(press, neighbours.newerHere()));
        model.put("olderHere", neighbour(press, neighbours.olderHere()));
        model.put("rights", metadata.rights());
        model.put("license", card.license());
        model.put("comments", text(metadata.comments()));
        return press.page("post.html", piece.path(), "post", head(press, piece, card), model);
    }

    /** Without pictures where the text shows some: such a one is its cover, which Substack attaches to every post. */
    private static List<View.Attachment> attachments(Press press, Post post, boolean whole) {
        boolean pictured = whole && press.leadImage(post) != null;
        return post.metadata().enclosures().stream()
                .filter(enclosure -> !(pictured && enclosure.isPicture()))
                .map(press.views()::attachment)
                .toList();
    }

    private static View.Head head(Press press, Piece piece, View.Card card) {
        return new View.Head(
                piece.title(),
                card.excerpt(),
                card.original() == null ? press.absolute(piece.path()) : card.original(),
                piece.member().indexed() ? null : "noindex",
                Feeds.links(press.plan(), piece.member()),
                SocialCards.of(press, piece, card),
                SocialCards.posting(press, piece, card));
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }

    private static View.@Nullable Neighbour neighbour(Press press, @Nullable Piece piece) {
        return piece == null ? null : press.views().neighbour(piece);
    }

    private static List<View.Elsewhere> elsewhere(Press press, Piece piece) {
        return piece.writing().copies().stream()
                .filter(copy -> copy.standing() != Standing.WITHDRAWN)
                .filter(copy -> press.plan().catalogue().carries(copy.member()))
                .map(copy -> new View.Elsewhere(
                        press.views().blog(press.plan().catalogue().member(copy)), text(Originals.page(copy))))
                .toList();
    }

    private static byte[] moved(Press press, Post copy, Piece piece) {
        View.Head head = new View.Head(
                piece.title(),
                "",
                Originals.of(piece.post()).map(URI::toString).orElse(null),
                "noindex",
                List.of(),
                null,
                null);
        return press.page(
                "moved.html",
                copy.path(),
                "post",
                head,
                Map.of("to", press.views().neighbour(piece)));
    }

    private static byte[] withdrawn(Press press, Post post) {
        View.Head head =
                new View.Head(press.words().text("withdrawn.title"), "", null, "noindex", List.of(), null, null);
        return press.page("withdrawn.html", post.path(), "post", head, Map.of());
    }
}
