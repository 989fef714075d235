package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Group;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpmlReaderTest {

    private static final String ANN = "<outline text='Ann' xmlUrl='https://ann.example/feed'/>";

    @Test
    void readsAMemberFromOneLine() {
        Member member = only("<outline type=\"rss\" text=\"Ann\" xmlUrl=\"https://ann.example/feed\" "
                + "htmlUrl=\"https://ann.example/\"/>");
        assertThat(member)
                .isEqualTo(new Member(
                        "ann",
                        "Ann",
                        URI.create("https://ann.example/"),
                        "",
                        null,
                        Member.Extent.FULL,
                        Set.of(),
                        Member.Status.ACTIVE,
                        false,
                        true,
                        List.of(new Subscription(URI.create("https://ann.example/feed"), 4)),
                        null));
    }

    @Test
    void readsEveryAttributeOfAMember() {
        Member member = only(
                """
                <outline text="Ann" xmlUrl="https://ann.example/feed" description="Notes on R&amp;D"
                  planet:id="annie" planet:avatar="https://ann.example/me.png" planet:content="excerpt"
                  planet:categories=" hpc, Message  Passing,," planet:status="retired" planet:distinct="true"
                  planet:index="false"/>""");
        assertThat(member.id()).isEqualTo("annie");
        assertThat(member.description()).isEqualTo("Notes on R&D");
        assertThat(member.avatar()).hasToString("https://ann.example/me.png");
        assertThat(member.extent()).isEqualTo(Member.Extent.EXCERPT);
        assertThat(member.categories()).containsExactlyInAnyOrder("hpc", "Message Passing");
        assertThat(member.status()).isEqualTo(Member.Status.RETIRED);
        assertThat(member.distinct()).isTrue();
        assertThat(member.indexed()).isFalse();
    }

    @Test
    void readsEverySetting() {
        Planet planet = planet(file("every-setting.opml"));
        assertThat(planet.title()).isEqualTo("Planet R&D");
        assertThat(planet.link()).hasToString("https://planet.example/hpc/");
        assertThat(planet.description()).isEqualTo("What we write, in one place.");
        assertThat(planet.language()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        assertThat(planet.ownerName()).isEqualTo("Ann Example");
        assertThat(planet.ownerEmail()).isEqualTo("ann@planet.example");
        assertThat(planet.settings())
                .isEqualTo(new Settings(
                        10,
                        100,
                        0,
                        "0 15 6 ? * MON-FRI",
                        Duration.ofHours(1),
                        32,
                        4,
                        Duration.ofMillis(250),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        1048576,
                        ZoneId.of("America/Sao_Paulo"),
                        URI.create("https://hub.example/"),
                        "themes/night",
                        URI.create("mailto:nina@planet.example")));
        assertThat(planet.hidden())
                .containsExactly(
                        new Hidden(
                                URI.create("https://ann.example/spam"),
                                List.of(URI.create("posts/ann/spam.html"), URI.create("posts/bob/spam.html")),
                                "advertising & worse",
                                22),
                        new Hidden(URI.create("posts/ann/one.html"), List.of(), "", 23));
    }

    @Test
    void givesEverySettingADefault() {
        Planet planet = planet("<opml version=\"2.0\"><body>" + ANN + "</body></opml>");
        assertThat(planet.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(planet.title()).isEqualTo("Planet");
        assertThat(planet.language()).isEqualTo(Locale.ENGLISH);
        assertThat(planet.description()).isEmpty();
        assertThat(planet.link()).isNull();
        assertThat(planet.ownerName()).isNull();
        assertThat(planet.ownerEmail()).isNull();
        assertThat(planet.hidden()).isEmpty();
    }

    @Test
    void takesNestedOutlinesForGroups() {
        Planet planet = planet(file("groups-in-groups.opml"));
        assertThat(planet.members()).extracting(Member::id).containsExactly("zoe", "ann", "bob", "cleo");
        assertThat(planet.groups()).extracting(Group::id).containsExactly("people", "projects");
        Group people = planet.groups().get(0);
        assertThat(people.members()).containsExactly("ann");
        assertThat(people.groups()).containsExactly(new Group("far-away", "Far away", List.of(), List.of("bob")));
        assertThat(planet.groups().get(1).name()).isEqualTo("Projects & tools");
    }

    @Test
    void takesOutlinesWithOneExplicitIdForOneMember() {
        Planet planet = planet(file("member-with-three-feeds.opml"));
        assertThat(planet.members()).extracting(Member::id).containsExactly("ann", "bob");
        Member ann = planet.members().get(0);
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(ann.home()).hasToString("https://ann.example/");
        assertThat(ann.subscriptions())
                .containsExactly(
                        new Subscription(URI.create("https://ann.example/feed.xml"), 5),
                        new Subscription(URI.create("https://ann.example/photos.xml"), 6),
                        new Subscription(URI.create("https://team.example/ann.xml"), 10));
        assertThat(planet.allGroups().filter(group -> group.allMembers().contains(ann.id())))
                .extracting(Group::id)
                .containsExactly("people", "teams");
    }

    @ParameterizedTest
    @ValueSource(strings = {" version='1.0'", " version='1.1'", " version='2.0'", " version='2'", ""})
    void acceptsEveryVersion(String version) {
        assertThat(planet("<opml" + version + "><head/><body>" + ANN + "</body></opml>")
                        .members())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmlUrl", "xmlurl", "XMLURL", "XmlUrl", "xmlURL"})
    void acceptsXmlUrlInAnyCase(String name) {
        assertThat(only("<outline Text='Ann' " + name + "='https://ann.example/feed' HTMLURL='https://ann.example/'/>"))
                .returns("Ann", Member::name)
                .returns(URI.create("https://ann.example/"), Member::home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "type='rss'", "type='RSS'", "type='atom'", "type='link'", "type=''"})
    void acceptsAnyOrNoType(String type) {
        assertThat(only("<outline " + type + " text='Ann' xmlUrl='https://ann.example/feed'/>"))
                .returns("ann", Member::id);
    }

    @Test
    void takesTheTitleWhereTextIsMissing() {
        assertThat(only("<outline title='Ann' text='' xmlUrl='https://ann.example/feed'/>"))
                .returns("Ann", Member::name);
    }

    @Test
    void decodesEntitiesInNamesOnce() {
        assertThat(
                        only(
                                "<outline text='R&amp;D &lt;b&gt; &#233;&#xe9; &amp;amp;' xmlUrl='https://ann.example/?a=1&amp;b=2'/>"))
                .returns("R&D <b> éé &amp;", Member::name)
                .extracting(member -> member.subscriptions().get(0).xmlUrl())
                .hasToString("https://ann.example/?a=1&b=2");
    }

    @Test
    void passesOverWhatOtherProgramsWrite() {
        Planet planet = planet(file("other-programs-attributes.opml"));
        assertThat(planet.members()).extracting(Member::id).containsExactly("ann");
    }

    @Test
    void passesOverOutlinesThatAreCommentedOut() {
        assertThat(planet(list("<outline isComment='true' text='Asleep'>"
                                + "<outline text='Zed' xmlUrl='nonsense:'/></outline>" + ANN))
                        .members())
                .extracting(Member::id)
                .containsExactly("ann");
    }

    @Test
    void knowsThePlanetsNamespaceByAnyPrefix() {
        Planet planet = planet("<opml xmlns:p='urn:orrery:planet'><head><p:requests>8</p:requests></head><body>"
                + "<outline text='Ann' xmlUrl='https://ann.example/feed' p:id='annie'/></body></opml>");
        assertThat(planet.settings().requests()).isEqualTo(8);
        assertThat(planet.member("annie")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8-undeclared",
                "utf8-marked",
                "utf8-marked-says-latin1",
                "utf16-little-endian-marked",
                "utf16-big-endian-marked",
                "utf16-little-endian-unmarked",
                "utf16-big-endian-unmarked",
                "utf32-marked",
                "windows1252",
                "iso8859-2-in-single-quotes",
                "utf8-after-blank-lines"
            })
    void readsEveryEncoding(String name) {
        Planet planet = planet(file("encoding/" + name + ".opml"));
        assertThat(planet.title()).isEqualTo("Żółw – 亀");
        assertThat(planet.members()).extracting(Member::name).containsExactly("Zoé’s blog");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8-undeclared",
                "utf8-marked",
                "utf16-big-endian-marked",
                "utf16-little-endian-unmarked",
                "utf32-marked",
                "windows1252",
                "iso8859-2-in-single-quotes"
            })
    void givesTheSameBytesBack(String name) {
        byte[] bytes = file("encoding/" + name + ".opml");
        assertThat(ListText.of(bytes))
                .hasValueSatisfying(text -> assertThat(text.bytes()).isEqualTo(bytes));
    }

    @Test
    void writesALetterThatTheEncodingLacksAsAReference() {
        ListText text = ListText.of(file("encoding/windows1252.opml")).orElseThrow();
        byte[] edited = text.with(text.text().replace("Zoé", "Zoé 亀")).bytes();
        assertThat(planet(edited).members()).extracting(Member::name).containsExactly("Zoé 亀’s blog");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mark Nelson’s Blog | mark-nelsons-blog",
                "Mark Nelson's Blog | mark-nelsons-blog",
                "hpc.social | hpc-social",
                "Glenn K. Lockwood's Blog | glenn-k-lockwoods-blog",
                "Ærøskøbing Straße Łódź | aeroskobing-strasse-lodz",
                "Ŋgũgĩ’s ǽon | gugis-aeon",
                "ﬁne ① Ａnn | fine-1-ann",
                "R&amp;D | r-d",
                "-- Ann -- | ann",
                "CON | con-blog",
                "Lpt9 | lpt9-blog",
                "日本語のブログ | blog-example-jp",
                "Иван | blog-example-jp",
                "İstanbul | istanbul",
            })
    void foldsNamesToIds(String name, String id) {
        assertThat(only("<outline text=\"" + name + "\" xmlUrl='https://www.blog.example.jp:8080/feed'/>"))
                .returns(id, Member::id);
    }

    @Test
    void cutsALongIdBetweenWords() {
        String id = only("<outline text=\"" + "supercomputing ".repeat(9) + "\" xmlUrl='https://ann.example/'/>")
                .id();
        assertThat(id).isEqualTo("supercomputing-supercomputing-supercomputing-supercomputing");
        assertThat(Names.slug("a".repeat(99), "blog")).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://ann.example/feed | https://ann.example/feed",
                "HTTP://Ann.Example:8080 | http://Ann.Example:8080",
                "https://müller.example/ä?ö=ü#x | https://xn--mller-kva.example/%C3%A4?%C3%B6=%C3%BC#x",
                "https://my_blog.example/feed | https://my_blog.example/feed",
                "https://[2001:db8::1]:8443/feed | https://[2001:db8::1]:8443/feed",
                "https://ann:secret@ann.example/feed | https://ann:secret@ann.example/feed",
                "https://ann.example/a^{c}[] | https://ann.example/a%5E%7Bc%7D%5B%5D",
                "https://ann.example/%7Eann/ | https://ann.example/%7Eann/",
                "feeds/local.xml | feeds/local.xml",
                "./feeds/./local.xml | feeds/local.xml",
                "feeds/h%C3%A9.xml | feeds/h%C3%A9.xml",
                "feeds/hé.xml | feeds/h%C3%A9.xml",
                "feeds/..hidden.xml | feeds/..hidden.xml",
            })
    void takesAddressesAsBrowsersDo(String written, String taken) {
        Subscription subscription = only("<outline text='Ann' xmlUrl='" + written + "'/>")
                .subscriptions()
                .get(0);
        assertThat(subscription.xmlUrl()).hasToString(taken);
        assertThat(subscription.isFile()).isEqualTo(!taken.startsWith("http"));
        assertThat(subscription.label()).doesNotContain("secret");
    }

    @Test
    void readsAListOfTenThousandMembersQuickly() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append("<outline text='Blog ")
                    .append(i)
                    .append("' xmlUrl='https://b")
                    .append(i);
            body.append(".example/feed'/>\n");
        }
        Planet planet = planet(list(body.toString()));
        assertThat(planet.members()).hasSize(10_000);
        assertThat(planet.members().get(9_999).subscriptions().get(0).line()).isEqualTo(10_003);
    }

    /** Some JDKs count each as an entity, and refuse the hundred thousandth. */
    @Test
    void readsAsManyAmpersandsAsAListWrites() {
        Member ann = only("<outline text='Ann' xmlUrl='https://ann.example/feed' description='"
                + "&amp;".repeat(120_000) + "'/>");
        assertThat(ann.description()).isEqualTo("&".repeat(120_000));
    }

    /** A parser compares each namespace with all before it: ten thousand of them took it seconds. */
    @Test
    void refusesATagOfMoreAttributesThanAListWrites() {
        StringBuilder spaces = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            spaces.append(" xmlns:a").append(i).append("='urn:a'");
        }
        assertThat(OpmlReader.read(
                        list("\n<outline" + spaces + " text='Ann' xmlUrl='https://ann.example/'/>"), "feeds.opml"))
                .isInstanceOfSatisfying(ListOutcome.Mistaken.class, mistaken -> assertThat(mistaken.mistakes())
                        .singleElement()
                        .satisfies(mistake -> assertThat(mistake.toString())
                                .contains("A tag has 202 attributes", "no more than 200")));
    }

    @Test
    void refusesAFileThatIsTooLong() {
        assertThat(OpmlReader.read(new byte[Decoding.MAX_BYTES + 1], "feeds.opml"))
                .isInstanceOfSatisfying(ListOutcome.Mistaken.class, mistaken -> assertThat(mistaken.mistakes())
                        .hasToString("[feeds.opml:1: The file holds 32 MiB, far more than a list of feeds does."
                                + " Check that this is the right file; at most 32 MiB are read.]"));
    }

    private static Member only(String outline) {
        List<Member> members = planet(list(outline)).members();
        assertThat(members).hasSize(1);
        return members.get(0);
    }

    /** The body's first line is line 4. */
    private static String list(String body) {
        return "<?xml version=\"1.0\"?>\n<opml version=\"2.0\" xmlns:planet=\"urn:orrery:planet\">\n<body>\n" + body
                + "\n</body>\n</opml>\n";
    }

    private static Planet planet(String list) {
        return planet(OpmlReader.read(list, "feeds.opml"));
    }

    private static Planet planet(byte[] list) {
        return planet(OpmlReader.read(list, "feeds.opml"));
    }

    private static Planet planet(ListOutcome outcome) {
        return outcome.fold(planet -> planet, mistakes -> {
            throw new AssertionError(mistakes);
        });
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/opml").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
