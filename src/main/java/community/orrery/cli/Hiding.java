package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.crawl.KeptIds;
import community.orrery.crosspost.Attribution.Concealed;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What hiding an address comes to, by the very rule that a run follows. */
final class Hiding {

    private Hiding() {}

    /**
     * @param planet as its list now is
     * @return the posts that this address hides, copies of the same writing with it; empty when it hides none
     */
    static List<Concealed> by(URI url, Planet planet, Path archive) {
        try (Archive copy = Archive.rehearse(archive)) {
            Planet kept = KeptIds.of(planet, copy.states());
            return Crossposts.attribute(kept, copy.postsOf(kept), copy.kinships()).concealed().stream()
                    .filter(concealed -> concealed.by().url().equals(url))
                    .toList();
        }
    }

    /** A post as people know it. */
    static String words(Concealed concealed, Planet planet) {
        String member = concealed.post().member();
        return "“" + concealed.post().metadata().title() + "” by "
                + planet.member(member).map(Member::name).orElse(member);
    }
}
