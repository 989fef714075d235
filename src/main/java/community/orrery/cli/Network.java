package community.orrery.cli;

import community.orrery.feed.Credentials;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FeedRequest;
import community.orrery.fetch.FetchOutcome;
import community.orrery.fetch.Fetcher;
import community.orrery.fetch.Reach;
import community.orrery.opml.FeedAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Option;

/** The option, and the way, of commands that ask single feeds. */
final class Network {

    @Option(
            names = "--allow-private-addresses",
            description = "Fetch from loopback and private networks too. Without it only public addresses are asked.")
    private boolean allowPrivateAddresses;

    /** @param list feeds that are files are read below its folder */
    Fetcher fetcher(Settings settings, Path list, Clock clock) {
        Path folder = list.toAbsolutePath().getParent();
        return new Fetcher(
                settings,
                null,
                allowPrivateAddresses ? Reach.ANYWHERE : Reach.PUBLIC,
                folder == null ? list.toAbsolutePath() : folder,
                clock);
    }

    /** Asks for an address of which nothing is known. */
    static FetchOutcome ask(Fetcher fetcher, URI address) throws InterruptedException {
        return fetcher.fetch(FeedRequest.first(new Subscription(address, 0)));
    }

    /**
     * An address as people type it: without https:// too.
     *
     * @throws Unmended when it is none
     */
    static URI address(String typed) throws Unmended {
        boolean whole = typed.contains("://");
        if (!whole && typed.contains("@")) { // a mail address
            throw new Unmended(Credentials.hidden(typed)
                    + " is no web address. Give the blog's or its feed's, beginning with https://.");
        }
        try {
            return FeedAddress.web((whole ? "" : "https://") + typed.strip());
        } catch (FeedAddress.Refused e) {
            throw new Unmended(Credentials.hidden(typed + " is no web address: it " + e.what() + ". " + e.remedy()));
        }
    }
}
