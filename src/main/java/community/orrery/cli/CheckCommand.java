package community.orrery.cli;

import community.orrery.check.Checkup;
import community.orrery.check.CheckupReport;
import community.orrery.check.FeedCheck;
import community.orrery.check.Finding;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FeedRequest;
import community.orrery.fetch.Fetcher;
import community.orrery.likeness.Address;
import community.orrery.opml.ListOutcome;
import community.orrery.opml.Mistake;
import community.orrery.opml.OpmlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether feeds are fit for the planet. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Say whether a feed, or each feed of the list, is fit for a planet: what is wrong, and what to do about it.",
            "Exits with 1 when something must be mended; warnings never fail. Nothing is written."
        })
final class CheckCommand implements Callable<Integer> {

    private static final int AT_ONCE = 16;

    @Mixin
    private final Network network = new Network();

    @Option(names = "--feeds", paramLabel = "FILE", description = "Check this list's feeds (default: feeds.opml).")
    private @Nullable Path feeds;

    @Option(
            names = "--base",
            paramLabel = "OLDFILE",
            description = "Check only the feeds that this older list does not have: what a pull request adds.")
    private @Nullable Path base;

    @Option(names = "--format", description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Parameters(arity = "0..1", paramLabel = "URL", description = "Check this feed, or the one that this page names.")
    private @Nullable String url;

    private final Surroundings around;

    CheckCommand(Surroundings around) {
        this.around = around;
    }

    /** Named as they are typed. */
    enum Format {
        text,
        markdown,
        json
    }

    /** A feed to be looked at. */
    private record Candidate(String name, Subscription feed) {}

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (url != null && (feeds != null || base != null)) {
                around.err().println("Give either an address or --feeds, not both. See: orrery check --help");
                return ExitCode.USAGE;
            }
            List<Checkup> checkups = url == null
                    ? ofList(feeds == null ? Path.of("feeds.opml") : feeds)
                    : ask(
                            List.of(new Candidate("", new Subscription(Network.address(url), 0))),
                            Settings.DEFAULT,
                            Path.of("feeds.opml"));
            print(checkups);
            return checkups.stream().allMatch(Checkup::fit) ? ExitCode.DONE : ExitCode.MEND;
        } catch (Unmended e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    private List<Checkup> ofList(Path file) throws Unmended, InterruptedException {
        ListOutcome outcome = OpmlReader.read(FeedList.bytes(file), file.toString());
        if (outcome instanceof ListOutcome.Mistaken mistaken) {
            return List.of(ofMistakes(file, mistaken.mistakes()));
        }
        Planet planet = ((ListOutcome.Listed) outcome).planet();
        Set<String> known = base == null ? Set.of() : addresses(base);
        List<Candidate> candidates = planet.members().stream()
                .filter(member -> member.status() == Member.Status.ACTIVE)
                .flatMap(member -> member.subscriptions().stream().map(feed -> new Candidate(member.name(), feed)))
                .filter(candidate ->
                        !known.contains(Address.key(candidate.feed().xmlUrl())))
                .toList();
        return ask(candidates, planet.settings(), file);
    }

    /** An older list that is itself broken knows no feed: a change that mends it is checked whole. */
    private static Set<String> addresses(Path older) throws Unmended {
        return OpmlReader.read(FeedList.bytes(older, "--base names the list before the change."), older.toString())
                .fold(
                        planet -> planet.members().stream()
                                .flatMap(member -> member.subscriptions().stream())
                                .map(feed -> Address.key(feed.xmlUrl()))
                                .collect(Collectors.toSet()),
                        mistakes -> Set.of());
    }

    private static Checkup ofMistakes(Path file, List<Mistake> mistakes) {
        return new Checkup(
                "The list",
                file.toString(),
                null,
                null,
                null,
                mistakes.stream()
                        .map(mistake -> new Finding(
                                Finding.Weight.MEND,
                                "Line " + mistake.line() + ": " + mistake.what(),
                                mistake.remedy()))
                        .toList());
    }

    private List<Checkup> ask(List<Candidate> candidates, Settings settings, Path list) throws InterruptedException {
        ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
        try (Fetcher fetcher = network.fetcher(settings, list, around.clock())) {
            List<Future<Checkup>> asked = new ArrayList<>();
            for (Candidate each : candidates) {
                asked.add(askers.submit(() -> FeedCheck.of(
                        each.name(),
                        each.feed(),
                        fetcher.fetch(FeedRequest.first(each.feed())),
                        around.clock().instant())));
            }
            List<Checkup> checkups = new ArrayList<>();
            for (Future<Checkup> each : asked) {
                checkups.add(each.get());
            }
            return checkups;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A feed could not be checked", e.getCause());
        } finally {
            askers.shutdownNow();
        }
    }

    private void print(List<Checkup> checkups) {
        switch (format) {
            case text ->
                around.out().print(checkups.isEmpty() ? "There is no feed to check.\n" : CheckupReport.text(checkups));
            case markdown -> around.out().print(CheckupReport.markdown(checkups));
            case json -> around.out().print(CheckupReport.json(checkups));
        }
    }
}
