package community.orrery.check;

import community.orrery.check.Finding.Weight;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Representation;
import community.orrery.feed.Subscription;
import community.orrery.fetch.FetchOutcome;
import community.orrery.parse.FeedParser;
import community.orrery.parse.ParseOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what came of asking for a feed. */
public final class FeedCheck {

    private static final int LARGE = 2 << 20;
    private static final Duration SLOW = Duration.ofSeconds(10);

    private final Subscription subscription;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private FeedCheck(Subscription subscription, Instant now) {
        this.subscription = subscription;
        this.now = now;
    }

    /**
     * @param name the blog's, as the list has it; empty: the feed's own title
     * @param outcome of asking for it without validators
     */
    public static Checkup of(String name, Subscription subscription, FetchOutcome outcome, Instant now) {
        FeedCheck check = new FeedCheck(subscription, now);
        return outcome.fold(
                fetched -> check.fetched(name, fetched),
                notModified -> check.without(name, Weight.NOTE, notModified),
                gone -> check.without(name, Weight.MEND, gone),
                retryLater -> check.without(name, Weight.WARNING, retryLater),
                heldBack -> check.without(name, Weight.WARNING, heldBack),
                failed -> check.without(name, Weight.MEND, failed));
    }

    private Checkup without(String name, Weight weight, FetchOutcome outcome) {
        String words = outcome.words();
        int remedy = words.lastIndexOf(": ");
        findings.add(new Finding(
                weight,
                "It " + (remedy < 0 ? words : words.substring(0, remedy)) + ".",
                remedy < 0 ? "Check it again later." : sentence(words.substring(remedy + 2))));
        return checkup(name, null, null, null);
    }

    private Checkup fetched(String name, FetchOutcome.Fetched fetched) {
        Representation representation = fetched.representation();
        Optional<Platform> platform = Platform.of(representation).stream().findFirst();
        ParseOutcome parsed = FeedParser.parse(representation, now);
        transport(fetched, platform);
        ParsedFeed feed = parsed instanceof ParseOutcome.Readable readable ? readable.feed() : null;
        if (feed == null) {
            String reason = parsed.fold(readable -> "", ParseOutcome.Unreadable::reason);
            findings.add(new Finding(Weight.MEND, reason, remedy(platform, Topic.VALID)));
        } else {
            if (feed.repaired() != null) {
                findings.add(new Finding(
                        Weight.WARNING,
                        "It is not well-formed and had to be mended to be read: " + feed.repaired() + ".",
                        remedy(platform, Topic.VALID)));
            }
            if (feed.leftOut() > 0) {
                findings.add(new Finding(
                        Weight.WARNING,
                        "It lists " + (feed.entries().size() + feed.leftOut())
                                + " entries, too many for one feed: the oldest " + feed.leftOut() + " are not read.",
                        "Let it hold only the latest posts."));
            }
            findings.addAll(EntriesCheck.of(feed, topic -> remedy(platform, topic), now));
        }
        return checkup(name, representation.uri(), platform.map(Platform::words).orElse(null), feed);
    }

    private void transport(FetchOutcome.Fetched fetched, Optional<Platform> platform) {
        Representation representation = fetched.representation();
        URI movedTo = fetched.movedTo();
        if (fetched.notice() != null) {
            findings.add(new Finding(
                    Weight.WARNING,
                    sentence(fetched.notice()),
                    "Write " + representation.uri() + " in the list, if that is the feed."));
        } else if (movedTo != null && !movedTo.equals(subscription.xmlUrl())) {
            findings.add(new Finding(
                    Weight.WARNING, "It has moved for good.", "Write its new address in the list: " + movedTo + " ."));
        }
        if ("http".equals(representation.uri().getScheme())) {
            findings.add(
                    new Finding(Weight.WARNING, "It comes without encryption.", remedy(platform, Topic.ENCRYPTION)));
        }
        boolean remote = !subscription.isFile();
        if (remote
                && fetched.validators().etag() == null
                && fetched.validators().lastModified() == null) {
            findings.add(new Finding(
                    Weight.WARNING,
                    "Its server sends neither ETag nor Last-Modified, so each visit costs the whole feed.",
                    remedy(platform, Topic.CACHING)));
        }
        String type = representation.contentType();
        if (remote && (type == null || type.startsWith("text/html"))) {
            findings.add(new Finding(
                    Weight.WARNING,
                    "Its server calls it " + (type == null ? "nothing" : type) + ".",
                    "Have it sent as application/rss+xml, application/atom+xml or application/feed+json."));
        }
        if (representation.body().length > LARGE) {
            findings.add(new Finding(
                    Weight.WARNING,
                    "It is large: " + representation.body().length / 1024 + " KiB.",
                    remedy(platform, Topic.SIZE)));
        }
        if (fetched.elapsed().compareTo(SLOW) > 0) {
            findings.add(new Finding(
                    Weight.WARNING,
                    "Its server took " + fetched.elapsed().toSeconds() + " seconds.",
                    "Ask the blog's host, if it is always so."));
        }
    }

    private Checkup checkup(String name, @Nullable URI answered, @Nullable String platform, @Nullable ParsedFeed feed) {
        findings.sort(Comparator.comparing(Finding::weight));
        String known = name.isEmpty() && feed != null ? feed.title() : name;
        return new Checkup(
                known.isEmpty() ? subscription.label() : known,
                subscription.label(),
                answered,
                platform,
                feed,
                findings);
    }

    private static String remedy(Optional<Platform> platform, Topic topic) {
        return platform.map(known -> known.remedy(topic)).orElse(topic.remedy());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }
}
