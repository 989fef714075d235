package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.crawl.KeptIds;
import community.orrery.crosspost.Attribution.Concealed;
import community.orrery.crosspost.Crossposts;
import community.orrery.crosspost.Kinship;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import community.orrery.likeness.Address;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What hiding an address comes to, by the very rule that a run follows.
 *
 * @param planet with its members under the ids by which their posts are known
 * @param posts that are hidden, copies of the same writing with them; empty when there is none
 */
record Hiding(Planet planet, List<Post> posts) {

    /**
     * @param line of the list, looked at alone
     * @param listed as the list now is
     */
    static Hiding by(Hidden line, Planet listed, Path archive) {
        try (Archive copy = Archive.rehearse(archive)) {
            Planet kept = KeptIds.of(listed, copy.states());
            return new Hiding(
                    kept,
                    concealed(List.of(line), kept, copy.postsOf(kept), copy.kinships())
                            .map(Concealed::post)
                            .toList());
        }
    }

    /**
     * Every line of the list that hides what an address stands for: were one left, the post would stay away.
     *
     * @param url a post's, its copy's or our page's, as it is today or as a line has it
     * @return the lines' addresses
     */
    static List<URI> linesFor(URI url, Planet listed, Path archive) {
        try (Archive copy = Archive.rehearse(archive)) {
            Planet kept = KeptIds.of(listed, copy.states());
            List<Post> posts = copy.postsOf(kept);
            Collection<Kinship> kinships = copy.kinships();
            List<Hidden> asked = Stream.concat(
                            Stream.of(new Hidden(url, List.of(), "", 0)),
                            kept.hidden().stream().filter(line -> names(line, url)))
                    .toList();
            Set<Long> meant = concealed(asked, kept, posts, kinships)
                    .map(concealed -> concealed.post().key())
                    .collect(Collectors.toSet());
            List<Hidden> left = new ArrayList<>(kept.hidden());
            Set<Hidden> hiding;
            do {
                hiding = concealed(left, kept, posts, kinships)
                        .filter(concealed -> meant.contains(concealed.post().key()))
                        .map(Concealed::by)
                        .collect(Collectors.toSet());
            } while (left.removeAll(hiding));
            return kept.hidden().stream()
                    .filter(line -> !left.contains(line))
                    .map(Hidden::url)
                    .toList();
        }
    }

    private static Stream<Concealed> concealed(
            List<Hidden> lines, Planet kept, List<Post> posts, Collection<Kinship> kinships) {
        return Crossposts.attribute(kept.withHidden(lines), posts, kinships).concealed().stream();
    }

    private static boolean names(Hidden line, URI url) {
        return Address.key(line.url()).equals(Address.key(url))
                || Hidden.page(url)
                        .filter(page -> line.pages().stream()
                                .anyMatch(other -> Hidden.page(other).stream().anyMatch(page::equals)))
                        .isPresent();
    }

    /** Where the posts' pages are, from the site's root. */
    List<String> pages() {
        return posts.stream().map(Post::path).toList();
    }

    /** The posts as people know them. */
    List<String> words() {
        return posts.stream()
                .map(post -> "“" + post.metadata().title() + "” by "
                        + planet.member(post.member()).map(Member::name).orElse(post.member()))
                .toList();
    }
}
