package community.orrery.check;

import community.orrery.check.Finding.Weight;
import community.orrery.clean.Cleaned;
import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.Metadata;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.UntrustedHtml;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks at what a feed that can be read says of itself. */
final class EntriesCheck {

    /** href or src that begins with neither a scheme, nor two slashes, nor a fragment, nor a template. */
    private static final Pattern RELATIVE = Pattern.compile(
            "<[a-z][^>]{0,2000}?\\s(?:href|src)\\s*=\\s*[\"']?(?![a-z][a-z0-9+.-]*:|//|#|[\"'\\s>])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CUT_OFF = Pattern.compile(
            "(?:…|\\.\\.\\.|\\[…\\]|\\[\\.\\.\\.\\]|(?:continue reading|read more|the post .* appeared first on).{0,200})\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final int SHORT = 120;
    private static final Duration QUIET = Duration.ofDays(730);

    private final ParsedFeed feed;
    private final Function<Topic, String> remedy;
    private final Instant now;
    private final List<Finding> findings = new ArrayList<>();

    private EntriesCheck(ParsedFeed feed, Function<Topic, String> remedy, Instant now) {
        this.feed = feed;
        this.remedy = remedy;
        this.now = now;
    }

    static List<Finding> of(ParsedFeed feed, Function<Topic, String> remedy, Instant now) {
        EntriesCheck check = new EntriesCheck(feed, remedy, now);
        if (feed.entries().isEmpty()) {
            check.add(Weight.WARNING, "It holds no entry yet.", "Nothing to do: the first post will be seen.");
        } else {
            check.look();
        }
        return check.findings;
    }

    private void look() {
        count(
                entry ->
                        entry.metadata().published() == null && entry.metadata().updated() == null,
                "no date that can be read, or one in the future",
                Topic.DATES);
        count(
                entry -> entry.id().kind() == EntryId.Kind.LINK || entry.id().kind() == EntryId.Kind.DIGEST,
                "no id of its own",
                Topic.IDS);
        count(entry -> entry.metadata().link() == null, "no link to its original", Topic.LINKS);
        count(EntriesCheck::hasRelativeAddresses, "addresses that are not whole", Topic.ADDRESSES);
        count(EntriesCheck::isBroken, "letters that were lost to a wrong encoding", Topic.VALID);
        fullText();
        licence();
        newest().filter(date -> date.isBefore(now.minus(QUIET)))
                .ifPresent(date -> add(
                        Weight.NOTE,
                        "Its newest entry is of " + date.toString().substring(0, 10) + ".",
                        "Nothing to do, if the blog is only resting."));
    }

    private void fullText() {
        long cut = feed.entries().stream().filter(EntriesCheck::isCutOff).count();
        if (2 * cut > feed.entries().size()) {
            add(
                    Weight.WARNING,
                    "It seems to publish only the beginning of each post (" + cut + " of "
                            + feed.entries().size() + ").",
                    remedy.apply(Topic.FULL_TEXT));
        }
    }

    private void licence() {
        if (feed.entries().stream()
                .map(Entry::metadata)
                .allMatch(entry -> entry.license() == null && entry.rights() == null)) {
            add(Weight.NOTE, "It states no licence.", remedy.apply(Topic.LICENCE));
        }
    }

    private void count(Predicate<Entry> sign, String what, Topic topic) {
        List<Entry> such = feed.entries().stream().filter(sign).toList();
        if (!such.isEmpty()) {
            add(
                    Weight.WARNING,
                    such.size() + " of " + feed.entries().size() + " entries " + (such.size() == 1 ? "has " : "have ")
                            + what + ", such as “" + such.get(0).metadata().title() + "”.",
                    remedy.apply(topic));
        }
    }

    private void add(Weight weight, String what, String toDo) {
        findings.add(new Finding(weight, what, toDo));
    }

    private Optional<Instant> newest() {
        return feed.entries().stream()
                .map(Entry::metadata)
                .map(Metadata::published)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    private static boolean hasRelativeAddresses(Entry entry) {
        return RELATIVE.matcher(markup(entry)).find();
    }

    private static boolean isBroken(Entry entry) {
        return entry.metadata().title().indexOf('\uFFFD') >= 0;
    }

    private static boolean isCutOff(Entry entry) {
        UntrustedHtml text = entry.content() == null ? entry.summary() : entry.content();
        if (text == null) {
            return true;
        }
        Cleaned cleaned = HtmlCleaner.clean(text, new Origin(entry.metadata().link(), null));
        return cleaned.words() < SHORT && CUT_OFF.matcher(cleaned.text()).find();
    }

    private static String markup(Entry entry) {
        UntrustedHtml content = entry.content() == null ? entry.summary() : entry.content();
        return content == null ? "" : content.markup();
    }
}
