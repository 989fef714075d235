package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.ArchiveException;
import community.orrery.archive.FeedKey;
import community.orrery.check.Checkup;
import community.orrery.check.CheckupReport;
import community.orrery.check.FeedCheck;
import community.orrery.feed.Credentials;
import community.orrery.feed.Entry;
import community.orrery.feed.FeedState;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FailureReason;
import community.orrery.fetch.FetchOutcome;
import community.orrery.fetch.Fetcher;
import community.orrery.likeness.Address;
import community.orrery.opml.NewFeed;
import community.orrery.opml.OpmlEdit;
import java.net.IDN;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds a blog's feed and writes it into the list. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = {
            "Add a blog to the list by the address of its home page or feed: finds the feed, shows what it would publish,"
                    + " and writes one outline.",
            "Refuses a feed that the list has already, also under http, www, with a slash more, or before it moved."
        })
final class AddCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Mixin
    private final EditOptions options = new EditOptions();

    @Mixin
    private final Network network = new Network();

    @Option(names = "--group", paramLabel = "G", description = "The group's id or name; made when there is none such.")
    private @Nullable String group;

    @Option(names = "--name", paramLabel = "NAME", description = "The blog's name (default: the feed's title).")
    private @Nullable String name;

    @Option(names = "--id", paramLabel = "ID", description = "A short name for its pages (default: from the name).")
    private @Nullable String id;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            defaultValue = ".orrery/archive.db",
            description = "Where to look up which feeds have moved; never changed (default: ${DEFAULT-VALUE}).")
    private Path archive = Path.of(".orrery", "archive.db");

    @Parameters(paramLabel = "URL", description = "The blog, or its feed.")
    private String url = "";

    private final Surroundings around;

    AddCommand(Surroundings around) {
        this.around = around;
    }

    /** A feed that can be read. */
    private record Found(URI address, Checkup checkup, ParsedFeed feed) {}

    @Override
    public Integer call() throws InterruptedException {
        try {
            ListEdit edit = ListEdit.of(options, around);
            URI typed = Network.address(url);
            Found found = find(typed, settings(edit));
            Map<FeedKey, FeedState> remembered = remembered();
            refuseKnown(edit.text(), List.of(typed, found.address(), answered(found)), remembered);
            show(found);
            NewFeed feed = outline(typed, found);
            edit.apply(
                    list -> OpmlEdit.add(list, feed, group),
                    "“" + feed.name() + "” is a member now. " + next(found, remembered));
            return ExitCode.DONE;
        } catch (Unmended | ArchiveException e) {
            around.err().println(e.getMessage());
            return ExitCode.MEND;
        }
    }

    private static Settings settings(ListEdit edit) {
        return ListFile.outcome(edit.text()).fold(planet -> planet.settings(), mistakes -> Settings.DEFAULT);
    }

    private Found find(URI typed, Settings settings) throws Unmended, InterruptedException {
        try (Fetcher fetcher = network.fetcher(settings, options.feeds, around.clock())) {
            FetchOutcome first = Network.ask(fetcher, typed);
            Optional<Found> found = found(typed, first);
            if (found.isPresent()) {
                return found.get();
            }
            if (mayBeElsewhere(first)) {
                for (URI place : FeedPlaces.of(typed)) {
                    found = found(place, Network.ask(fetcher, place));
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            Checkup checkup = FeedCheck.of(
                    "", new Subscription(typed, 0), first, around.clock().instant());
            throw new Unmended("No feed was found." + System.lineSeparator() + CheckupReport.text(List.of(checkup))
                    + "Nothing was changed.");
        }
    }

    /** A server that answered, but not with a feed: one that cannot be reached is not asked ten times more. */
    private static boolean mayBeElsewhere(FetchOutcome outcome) {
        return outcome.<Boolean>fold(
                fetched -> true,
                notModified -> false,
                gone -> false,
                retryLater -> false,
                heldBack -> false,
                failed -> failed.reason() == FailureReason.NOT_A_FEED || failed.reason() == FailureReason.NOT_FOUND);
    }

    private Optional<Found> found(URI asked, FetchOutcome outcome) {
        Checkup checkup = FeedCheck.of(
                "", new Subscription(asked, 0), outcome, around.clock().instant());
        if (!(outcome instanceof FetchOutcome.Fetched fetched) || checkup.feed() == null) {
            return Optional.empty();
        }
        URI address = asked;
        if (fetched.movedTo() != null) {
            address = fetched.movedTo();
        } else if (fetched.notice() != null) {
            address = fetched.representation().uri();
        }
        return Optional.of(new Found(address, checkup, checkup.feed()));
    }

    private static URI answered(Found found) {
        URI answered = found.checkup().answered();
        return answered == null ? found.address() : answered;
    }

    /** By every address that leads to it, and every address to which a member's feed has moved. */
    private void refuseKnown(String list, List<URI> addresses, Map<FeedKey, FeedState> remembered) throws Unmended {
        List<String> keys = addresses.stream().map(Address::key).toList();
        List<Subscription> listed = ListFile.outcome(list)
                .fold(
                        planet -> planet.members().stream()
                                .flatMap(member -> member.subscriptions().stream())
                                .toList(),
                        mistakes -> List.of());
        Optional<String> known = listed.stream()
                .filter(feed -> keys.contains(Address.key(feed.xmlUrl())))
                .map(feed -> "The list has this feed already, in line " + feed.line() + ".")
                .findFirst();
        if (known.isEmpty()) {
            known = moved(listed, keys, remembered);
        }
        if (known.isPresent()) {
            throw new Unmended(options.feeds + ": " + known.get() + " Nothing was changed.");
        }
    }

    private static Optional<String> moved(
            List<Subscription> listed, List<String> keys, Map<FeedKey, FeedState> remembered) {
        Set<URI> addresses = listed.stream().map(Subscription::xmlUrl).collect(Collectors.toSet());
        return remembered.entrySet().stream()
                .filter(feed -> Stream.ofNullable(feed.getValue().approach().movedTo())
                        .map(Address::key)
                        .anyMatch(keys::contains))
                .map(feed -> feed.getKey())
                .filter(feed -> addresses.contains(feed.xmlUrl()))
                .map(feed -> "This is where the feed of the member “" + feed.member() + "” has moved; the list has it"
                        + " as " + Credentials.hidden(feed.xmlUrl().toString()) + ". Change that line.")
                .findFirst();
    }

    /** What has to happen for its posts to appear: the archive may know it from before as gone. */
    private static String next(Found found, Map<FeedKey, FeedState> remembered) {
        boolean gone = remembered.entrySet().stream()
                .anyMatch(feed ->
                        feed.getValue().turn().gone() && feed.getKey().xmlUrl().equals(found.address()));
        return gone
                ? "When it was last a member its server said that it is gone (410), so no run asks it by itself: type"
                        + " orrery update --force once."
                : "The next run asks it.";
    }

    private Map<FeedKey, FeedState> remembered() {
        if (!Archive.exists(archive)) {
            return Map.of();
        }
        try (Archive copy = Archive.rehearse(archive)) {
            return copy.states();
        }
    }

    private void show(Found found) {
        List<Entry> entries = found.feed().entries();
        around.out()
                .println("Found the feed " + Credentials.hidden(found.address().toString()));
        around.out().print(CheckupReport.text(List.of(found.checkup())));
        around.out()
                .println(
                        entries.isEmpty()
                                ? "It would publish nothing yet."
                                : "It would publish, among " + entries.size() + ":");
        entries.stream().limit(SHOWN).forEach(entry -> around.out()
                .println("    " + date(entry) + "  " + entry.metadata().title()));
    }

    private static String date(Entry entry) {
        Instant published = entry.metadata().published();
        return published == null ? "undated   " : published.toString().substring(0, 10);
    }

    private NewFeed outline(URI typed, Found found) {
        String title = found.feed().title();
        String blog = name != null ? name : title.isEmpty() ? host(typed) : title;
        URI home = found.feed().link();
        if (home == null && !Address.key(typed).equals(Address.key(found.address()))) {
            home = typed;
        }
        return new NewFeed(blog, found.address(), home, id);
    }

    /** As people read it. */
    static String host(URI typed) {
        String host = typed.getHost();
        // java.net.URI knows no host that has an underscore.
        return host == null ? typed.getRawAuthority() : IDN.toUnicode(host);
    }
}
