package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.KeptIds;
import community.orrery.crosspost.Attribution;
import community.orrery.crosspost.Crossposts;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Post;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the archive, and says of each post where it is shown, or why it is not. */
@Command(
        name = "posts",
        mixinStandardHelpOptions = true,
        description = "List what the archive holds, newest first: where each post is shown, or why it is not.")
final class PostsCommand implements Callable<Integer> {

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            defaultValue = "feeds.opml",
            description = "The list of members (default: ${DEFAULT-VALUE}).")
    private Path feeds = Path.of("feeds.opml");

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "What the planet remembers; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Parameters(
            arity = "0..1",
            paramLabel = "MEMBER",
            description = "A member's id or name, also of one that is no longer in the list. Without it: everybody.")
    private @Nullable String member;

    private final Surroundings around;

    PostsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            Planet planet = FeedList.read(feeds);
            try (Archive copy = ArchiveCopy.of(archive)) {
                print(KeptIds.of(planet, copy.states()), copy);
            }
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    private void print(Planet planet, Archive held) throws Unmended {
        List<Post> posts = held.posts();
        Optional<String> wanted = member == null ? Optional.empty() : Optional.of(wanted(member, planet, posts));
        Map<Long, String> reasons = reasons(planet, Crossposts.attribute(planet, posts, held.kinships()));
        List<Post> chosen = posts.stream()
                .filter(post -> wanted.isEmpty() || wanted.get().equals(post.member()))
                .toList();
        for (Post post : chosen) {
            String why = reasons.getOrDefault(post.key(), notCarried(post, planet));
            around.out()
                    .println(post.ordered().atZone(planet.settings().timezone()).toLocalDate() + "  " + post.member()
                            + "  "
                            + Progress.clean(why));
            around.out().println("    " + Progress.clean(post.metadata().title()));
            around.out()
                    .println("    " + post.path()
                            + (post.metadata().link() == null
                                    ? ""
                                    : "  " + post.metadata().link()));
        }
        around.out().println(chosen.size() + (chosen.size() == 1 ? " post." : " posts."));
    }

    private static String wanted(String named, Planet planet, List<Post> posts) throws Unmended {
        return posts.stream().anyMatch(post -> post.member().equals(named))
                ? named
                : NamedMember.among(planet.members(), named)
                        .map(Member::id)
                        .orElseThrow(() -> new Unmended("Neither the list nor the archive knows a member “" + named
                                + "”. Give an id, as in the addresses of the member's pages, or a name."));
    }

    /** Where each post that the planet carries is, by the rules that a run follows. */
    private static Map<Long, String> reasons(Planet planet, Attribution attribution) {
        Map<Long, String> reasons = new HashMap<>();
        attribution
                .writings()
                .forEach(writing -> reasons.put(
                        writing.original().key(),
                        writing.isShown()
                                ? "shown"
                                : standing(writing.original().standing())));
        attribution
                .verdicts()
                .forEach(verdict -> reasons.put(
                        verdict.copy().key(),
                        "shown as a crosspost on " + verdict.original().path() + ": "
                                + verdict.reason().words()));
        attribution
                .concealed()
                .forEach(concealed -> reasons.put(
                        concealed.post().key(),
                        "hidden, line " + concealed.by().line() + " of the list: "
                                + concealed.by().why()));
        return reasons;
    }

    private static String standing(Post.Standing standing) {
        return switch (standing) {
            case SHOWN -> "shown";
            case HELD_BACK -> "held back: a newcomer's older post, on its member's page but not on the front page";
            case WITHDRAWN -> "withdrawn: it vanished from its feed while older posts were still listed";
        };
    }

    private static String notCarried(Post post, Planet planet) {
        return planet.member(post.member()).isEmpty()
                ? "not shown: the list has no such member (any more)"
                : "not shown: it has none of the tags in planet:categories";
    }
}
