package community.orrery.parse;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.ParsedFeed;
import community.orrery.feed.Representation;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small feeds made to cost a planet hours or disks. The time-outs only end what would otherwise not end. */
@Timeout(60)
class HostileFeedTest {

    @Test
    void readsATitleOfCommentsThatNeverEnd() {
        assertThat(rss("<item><guid>a</guid><title><![CDATA[" + "<!--".repeat(50_000) + "]]></title></item>"))
                .hasSize(1);
    }

    /** Each beginning once looked for its end by itself: minutes for a feed of such titles. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<script>", "<style><!--"})
    void readsAThousandTitlesOfBeginningsThatNeverEnd(String beginning) {
        String title = "<![CDATA[--> </script> T" + beginning.repeat(7_900 / beginning.length()) + "]]>";
        assertThat(rss(numbered("<item><guid>%d</guid><title>" + title + "</title></item>", 1_000)))
                .hasSize(1_000)
                .allSatisfy(entry -> assertThat(entry.metadata().title()).startsWith("--> T"));
    }

    @Test
    void keepsWhatStandsBetweenWhatNobodyIsShown() {
        assertThat(rss(
                        "<item><guid>a</guid><title>a&lt;!-- x -->b&lt;SCRIPT src='y'>x&lt;/script >c&lt;style>&lt;!-- x&lt;/style>d"
                                + "&lt;!-- never --&lt;b>e&lt;/b></title></item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().title()).isEqualTo("a b c d<!-- never --e"));
    }

    @Test
    void cutsATitleThatNobodyWrote() {
        assertThat(rss("<item><guid>a</guid><title>" + "long ".repeat(300_000) + "</title></item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().title()).hasSizeLessThan(10_000));
    }

    /** Titles, tags and rights stand on many pages and in every feed. */
    @Test
    void cutsWhatNobodyWroteInWhateverFormItComes() {
        String text = "\ud83c\udf0d long ".repeat(30_000).strip();
        String atom =
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>%1$s</title><rights>%1$s</rights><entry><id>urn:a</id>"
                        + "<title type='%2$s'>%1$s</title><rights>%1$s</rights><category term='t' scheme='%1$s'/></entry></feed>";
        String json =
                "{'version':'https://jsonfeed.org/version/1.1','title':'%1$s','items':[{'id':'a','title':'%1$s'}]}"
                        .replace('\'', '"');
        for (String feed : List.of(
                atom.formatted(text, "text"),
                atom.formatted(text, "html").replace("type='html'>", "type='html'>&lt;b>"),
                json.formatted(text))) {
            ParsedFeed parsed = feed(feed);
            assertThat(parsed.toString())
                    .hasSizeLessThan(50_000)
                    .doesNotMatch("(?s).*[\ud800-\udbff](?![\udc00-\udfff]).*");
            assertThat(parsed.title())
                    .startsWith("\ud83c\udf0d long \ud83c\udf0d")
                    .hasSizeGreaterThan(7_000);
            assertThat(parsed.entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.metadata().title()).isEqualTo(parsed.title()));
        }
    }

    @Test
    void listsAReasonableNumberOfCategories() {
        assertThat(rss("<item><guid>a</guid><title>T</title>" + numbered("<category>c%d</category>", 3_000)
                        + "</item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().categories()).hasSize(50));
    }

    @Test
    void listsAReasonableNumberOfAuthors() {
        String feed =
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"a\",\"authors\":["
                        + IntStream.range(0, 20_000)
                                .mapToObj("{\"name\":\"n%d\"}"::formatted)
                                .collect(Collectors.joining(","))
                        + "],\"content_text\":\"x\"}]}";
        assertThat(read(feed))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().authors()).hasSize(50));
    }

    /** A plan holds them of every post there is. */
    @Test
    void listsNoMoreOfAllTheseThanAPageCanShow() {
        String filler = "x".repeat(900);
        assertThat(rss("<item><guid>a</guid><title>T</title>"
                        + numbered("<category domain='" + filler + "'>c%d" + filler + "</category>", 50)
                        + numbered("<enclosure url='https://a.example/%d" + filler + "' type='audio/mpeg'/>", 50)
                        + numbered("<author>n%d" + filler + "</author>", 50) + "</item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().toString()).hasSizeBetween(6_000, 12_000));
    }

    @Test
    void refusesAnAddressThatNoServerTakes() {
        assertThat(rss("<item><guid isPermaLink=\"false\">a</guid><title>T</title><link>http://a" + "[".repeat(400_000)
                        + "</link></item>"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.metadata().link()).isNull());
    }

    /** All of these have one hash code. */
    @Test
    void tellsGuidsApartThatWereMadeToCollide() {
        List<Draft> drafts = IntStream.range(0, 1 << 14)
                .mapToObj(i -> {
                    Draft draft = new Draft();
                    draft.guid = colliding(i, 14);
                    draft.title = "T";
                    return draft;
                })
                .toList();
        assertThat(Entries.of(drafts)).hasSize(1 << 14);
    }

    @Test
    void readsTheNewestOfMoreItemsThanOneFeedMayBring() {
        ParsedFeed falling = feed(
                "<rss><channel>" + items(Listing.MOST + 7, "<guid>%1$d</guid><title>T</title>") + "</channel></rss>");
        ParsedFeed rising = feed("<rss><channel>"
                + items(Listing.MOST + 7, "<guid>%1$d</guid><title>T</title><pubDate>20%2$02d-01-01</pubDate>")
                + "</channel></rss>");

        assertThat(falling.entries()).hasSize(Listing.MOST);
        assertThat(falling.leftOut()).isEqualTo(7);
        assertThat(falling.entries().get(0).id().value()).isEqualTo("0");
        assertThat(rising.entries()).hasSize(Listing.MOST);
        assertThat(rising.leftOut()).isEqualTo(7);
        assertThat(rising.entries().get(0).id().value()).isEqualTo("7");
    }

    @Test
    void readsNoMoreEntriesOfAtomAndJson() {
        ParsedFeed atom = feed("<feed xmlns=\"http://www.w3.org/2005/Atom\">"
                + numbered("<entry><id>%d</id></entry>", Listing.MOST + 2) + "</feed>");
        ParsedFeed json = feed("{\"items\":[" + numbered("{\"id\":\"%d\"},", Listing.MOST + 2) + "]}");

        assertThat(atom.entries()).hasSize(Listing.MOST);
        assertThat(atom.leftOut()).isEqualTo(2);
        assertThat(json.entries()).hasSize(Listing.MOST);
        assertThat(json.leftOut()).isEqualTo(2);
    }

    @Test
    void passesOverMillionsOfItemsWithNothingInThem() {
        ParsedFeed feed =
                feed("<rss><channel>" + "<item/>".repeat(1 << 18) + "<item><guid>a</guid></item></channel></rss>");

        assertThat(feed.entries()).hasSize(1);
        assertThat(feed.leftOut()).isZero();
    }

    @Test
    void refusesMoreNamespacesThanAFeedNeeds() {
        String some = numbered("<a xmlns='urn:made-up:%d'/>", Namespaces.MOST);
        assertThat(rss(some + "<item><guid>a</guid></item>")).hasSize(1);
        assertThat(unreadable("<rss><channel>" + some + "<a xmlns='urn:one-too-many'/></channel></rss>"))
                .isEqualTo(ParseOutcome.Kind.TOO_MUCH);
    }

    /** The JDK's scanner compares each declaration of a tag with all before it. */
    @Test
    void refusesATagOfDeclarationsBeforeItIsScanned() {
        assertThat(unreadable("<rss " + numbered("xmlns:p%d='u' ", 1 << 18) + "><channel/></rss>"))
                .isEqualTo(ParseOutcome.Kind.TOO_MUCH);
    }

    @Test
    void readsATextThatSpeaksOfNamespaces() {
        String text = "&lt;svg xmlns=\"http://www.w3.org/2000/svg\"/&gt;".repeat(5_000);
        assertThat(rss("<item><guid>a</guid><description>" + text + "</description></item>"))
                .hasSize(1);
    }

    /** Some JDKs count each as an entity, and refuse the hundred thousandth. */
    @Test
    void readsAsManyAmpersandsAsAFeedWrites() {
        String text = "&lt;p&gt;R&amp;amp;D&lt;/p&gt;".repeat(40_000);
        ParsedFeed feed = feed("<rss><channel><item><guid>a</guid><description>" + text
                + "</description><enclosure url='https://a.example/?" + "&amp;".repeat(120_000)
                + "'/></item></channel></rss>");

        assertThat(feed.repaired()).isNull();
        assertThat(feed.entries()).hasSize(1);
    }

    /** However many attributes its tags have, and whatever the JDK's own limits are. */
    @Test
    void readsAttributesAtTheCostOfOtherText() {
        long few = Math.max(attributes(100, 70), attributes(100, 70));

        assertThat(attributes(7_000, 1)).isLessThan(10 * few);
    }

    /** Time spent, in nanoseconds, on a feed with tags of so many attributes. */
    private static long attributes(int each, int tags) {
        String tag = "<x " + numbered("a%d='' ", each) + "/>";
        String feed = "<item><guid>a</guid>" + tag.repeat(tags * 20) + "</item>";
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(rss(feed)).hasSize(1);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    /** JDOM keeps every namespace for as long as the program runs. */
    @Test
    void givesAStrangersNamespaceNoNameOfItsOwn() {
        Namespaces first = new Namespaces();
        Namespaces second = new Namespaces();

        assertThat(first.of("urn:made-up:a")).isNotEqualTo(first.of("urn:made-up:b"));
        assertThat(first.of("urn:made-up:a"))
                .isSameAs(first.of("urn:made-up:a"))
                .isSameAs(second.of("urn:made-up:c"));
        assertThat(first.of("HTTP://search.yahoo.com/mrss")).isSameAs(second.of(Names.MEDIA));
    }

    @Test
    void readsATextOfAMillionLines() {
        String lines = "a\n".repeat(1_000_000);
        String blank = "\n".repeat(1_000_000);
        List<Entry> entries = rss("<item><guid>1</guid><description>" + lines + "</description></item>"
                + "<item><guid>2</guid><description>a" + blank + "b</description></item>"
                + "<item><guid>3</guid><description>" + " \n".repeat(1_000_000) + "a\nb</description></item>");

        assertThat(entries)
                .extracting(entry ->
                        entry.content() == null ? "" : entry.content().markup().strip())
                .containsExactly("<p>" + "a<br>".repeat(999_999) + "a</p>", "<p>a</p>\n<p>b</p>", "<p>a<br>b</p>");
    }

    /** Each is placed once, wherever it was found: misplaced ones cost about what well-placed ones cost. */
    @Test
    void putsMisplacedElementsRightAtTheCostOfOthers() {
        String guids = "<guid>1</guid>".repeat(300_000) + "</item></channel></rss>";
        String swallowed = "<rss><channel><item><title>a &nope" + guids;
        String nested = "<rss><channel>&nope" + "<item><guid>1</guid>".repeat(200_000) + "</channel></rss>";
        String placed = "<rss><channel><item><title>a &nope</title>" + guids;
        long right = Math.max(cost(placed), cost(placed));

        assertThat(cost(swallowed)).isLessThan(4 * right);
        assertThat(cost(nested)).isLessThan(4 * right);
    }

    /** Time spent, not time passed, in nanoseconds. */
    private static long cost(String document) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(Repair.read(document).document()).isNotNull();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static String colliding(int bits, int length) {
        return IntStream.range(0, length)
                .mapToObj(bit -> (bits >> bit & 1) == 0 ? "AaAa" : "BBBB")
                .collect(Collectors.joining());
    }

    private static String numbered(String element, int count) {
        return IntStream.range(0, count).mapToObj(element::formatted).collect(Collectors.joining());
    }

    private static List<Entry> rss(String items) {
        return read("<rss version=\"2.0\"><channel><title>T</title><link>https://a.example/</link>" + items
                + "</channel></rss>");
    }

    /** Items that hold the number of each, and how many thousands went before. */
    private static String items(int count, String inside) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<item>" + inside.formatted(i, i / 1_000) + "</item>")
                .collect(Collectors.joining());
    }

    private static List<Entry> read(String feed) {
        return feed(feed).entries();
    }

    private static ParsedFeed feed(String feed) {
        return parsed(feed).fold(ParseOutcome.Readable::feed, unreadable -> {
            throw new AssertionError(unreadable.reason());
        });
    }

    private static ParseOutcome.Kind unreadable(String feed) {
        return parsed(feed)
                .fold(
                        readable -> {
                            throw new AssertionError("read as a feed");
                        },
                        ParseOutcome.Unreadable::kind);
    }

    private static ParseOutcome parsed(String feed) {
        return FeedParser.parse(
                new Representation(
                        URI.create("https://a.example/feed"), null, null, feed.getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-01T00:00:00Z"));
    }
}
