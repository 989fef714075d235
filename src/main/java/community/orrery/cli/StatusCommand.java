package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.crawl.Checkup;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.health.Health;
import community.orrery.health.MemberHealth;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells on the terminal what the status page tells. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Say how each member's feeds are doing and what became of its posts, as of the last run.",
            "Asks no feed and changes nothing; may be used while the planet runs."
        })
final class StatusCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "MEMBER",
            description = "One member's id or name: then each of its posts that is not on the front page is told, too.")
    private String member = "";

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
            description = "What the planet remembers between runs (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    private final Surroundings around;

    StatusCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try {
            Planet planet = FeedList.read(feeds);
            Health health = health(planet);
            if (member.isEmpty()) {
                new StatusTable(around.out(), planet.settings().timezone()).print(health);
            } else {
                new StatusTable(around.out(), planet.settings().timezone()).print(chosen(health));
            }
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    /** From a copy, since the archive may be held by a run. */
    private Health health(Planet planet) throws Unmended {
        try (Archive copy = ArchiveCopy.of(archive)) {
            return Checkup.of(planet, copy);
        }
    }

    private MemberHealth chosen(Health health) throws Unmended {
        List<Member> members =
                health.members().stream().map(MemberHealth::member).toList();
        Member found = NamedMember.among(members, member)
                .orElseThrow(() -> new Unmended("No member of " + feeds + " has the id or name \"" + member
                        + "\". Without one, status lists them all."));
        return health.members().get(members.indexOf(found));
    }
}
