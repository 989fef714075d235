package community.orrery.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What edits refuse, and where they need judgement; {@link LayoutsTest} shows what they leave alone. */
class OpmlEditTest {

    private static final String LIST =
            """
            <opml version="2.0" xmlns:planet="urn:orrery:planet">
              <head>
                <planet:hidden url="https://ann.example/spam" why="spam"/>
              </head>
              <body>
                <outline text="People">
                  <!-- kept -->
                  <outline text="Ann" xmlUrl="https://www.ann.example/feed/" planet:status="retired"/>
                </outline>
                <outline text="Bob" xmlUrl="http://bob.example/feed?a=1"/>
                <outline text="Bob" planet:id="bobby" xmlUrl="https://bobby.example/feed"/>
              </body>
            </opml>
            """;

    /** Ann's old address above the one that is asked, a group that is switched off, and one of Bob's friends in his group. */
    private static final String PARTLY_OFF =
            """
            <opml version="2.0">
              <body>
                <outline text="Ann" isComment="true" xmlUrl="https://old.ann.example/feed"/>
                <outline text="Ann" xmlUrl="https://ann.example/feed"/>
                <outline text="Friends" isComment="TRUE">
                  <outline text="Dee" xmlUrl="https://dee.example/feed"/>
                  <outline text="Near"><outline text="Eve" xmlUrl="https://eve.example/feed"/></outline>
                </outline>
                <outline text="Others">
                  <outline text="Bob" xmlUrl="https://bob.example/feed"/>
                  <outline text="Cem" isComment="true" xmlUrl="https://cem.example/feed"/>
                </outline>
              </body>
            </opml>
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.ann.example/feed/",
                "http://www.ann.example/feed/",
                "https://ann.example/feed/",
                "https://ann.example/feed",
                "http://ANN.example:80/feed#top"
            })
    void refusesAFeedThatTheListHasInAnotherSpelling(String address) {
        assertRefused(OpmlEdit.add(LIST, feed("New", address, null), "People"), "has this feed already, in line 8");
    }

    @Test
    void namesAMemberByTheIdOfItsPagesBeforeThatOfTheList() {
        Map<String, String> pageIds = Map.of("bob", "ann", "ann", "ann-2");

        assertThat(edited(OpmlEdit.remove(LIST, "ann", pageIds)))
                .contains("ann.example")
                .doesNotContain("bob.example");
        assertRefused(OpmlEdit.retire(LIST, "ann-2", pageIds), "The member in line 8 is retired already.");
        assertThat(edited(OpmlEdit.remove(LIST, "bob", pageIds)))
                .contains("ann.example")
                .doesNotContain("bob.example");
    }

    @Test
    void takesFeedsThatDifferInTheirQueryForTwo() {
        assertThat(edited(OpmlEdit.add(LIST, feed("New", "https://bob.example/feed?a=2", null), null)))
                .contains("text=\"New\"");
    }

    @Test
    void refusesANewMemberWhoseIdIsTaken() {
        assertRefused(
                OpmlEdit.add(LIST, feed("Ánn", "https://other.example/feed", null), "People"),
                "The member in line 8 is already called “ann”.");
        assertRefused(
                OpmlEdit.add(LIST, feed("New", "https://other.example/feed", "bobby"), "People"),
                "The member in line 11 is already called “bobby”.");
        assertRefused(OpmlEdit.add(LIST, feed("New", "https://other.example/feed", "../bob"), "People"), "cannot name");
        assertRefused(OpmlEdit.add(LIST, feed(" ", "https://other.example/feed", null), "People"), "cannot name");
    }

    @Test
    void findsTheGroupByNameOrIdWithoutRegardToCase() {
        for (String group : new String[] {"People", "people", "PEOPLE"}) {
            assertThat(edited(OpmlEdit.add(LIST, feed("New", "https://new.example/feed", null), group)))
                    .containsPattern("retired\"/>\n      <outline type=\"rss\" text=\"New\"");
        }
    }

    @Test
    void refusesAGroupThatCanHaveNoPage() {
        assertRefused(OpmlEdit.add(LIST, feed("New", "https://new.example/feed", null), "仲間"), "“仲間”");
    }

    @Test
    void addsTheFirstMemberOfAnEmptyList() {
        NewFeed feed = feed("New", "https://new.example/feed", null);
        assertThat(edited(OpmlEdit.add("<opml>\n  <body/>\n</opml>\n", feed, "People")))
                .isEqualTo(
                        """
                <opml>
                  <body>
                    <outline text="People">
                      <outline type="rss" text="New" xmlUrl="https://new.example/feed"/>
                    </outline>
                  </body>
                </opml>
                """);
        assertThat(edited(OpmlEdit.add("<opml><body></body></opml>", feed, null)))
                .isEqualTo("<opml><body><outline type=\"rss\" text=\"New\" "
                        + "xmlUrl=\"https://new.example/feed\"/></body></opml>");
        assertThat(edited(OpmlEdit.add("<opml>\n<body>\n</body>\n</opml>", feed, null)))
                .isEqualTo("<opml>\n<body>\n<outline type=\"rss\" text=\"New\" "
                        + "xmlUrl=\"https://new.example/feed\"/>\n</body>\n</opml>");
        assertRefused(OpmlEdit.add("<opml/>", feed, null), "has no <body>");
    }

    @Test
    void neverDeletesAGroupsComment() {
        assertRefused(Edits.remove(LIST, "ann"), "The group in line 6 would hold nothing but a comment.");
    }

    @Test
    void findsAMemberByIdThenAddressThenName() {
        assertThat(edited(Edits.remove(LIST, "bob")))
                .doesNotContain("http://bob.")
                .contains("bobby.example");
        assertThat(edited(Edits.remove(LIST, "https://bobby.example/feed")))
                .contains("http://bob.")
                .doesNotContain("bobby.example");
        assertThat(edited(Edits.rename(LIST, "ANN", "Anna"))).contains("text=\"Anna\"", "planet:id=\"ann\"");
    }

    @Test
    void asksWhichOfTwoMembersOfOneNameIsMeant() {
        assertRefused(Edits.retire(LIST, "BOB"), "name of several members");
    }

    @Test
    void suggestsTheMemberThatWasProbablyMeant() {
        assertRefused(Edits.retire(LIST, "boby"), "no member “boby”. Did you mean “bob");
    }

    @Test
    void refusesToRetireTwice() {
        assertRefused(Edits.retire(LIST, "ann"), "The member in line 8 is retired already.");
    }

    @Test
    void writesNoIdWhenTheNewNameKeepsIt() {
        assertThat(edited(Edits.rename(LIST, "ann", "ANN!")))
                .contains("text=\"ANN!\"")
                .doesNotContain("id=\"ann\"");
        assertRefused(Edits.rename(LIST, "ann", "  "), "The new name is empty.");
    }

    @Test
    void refusesToHideTwiceAndToUnhideWhatIsShown() {
        assertRefused(hide(LIST, "https://ann.example/spam"), "hidden already, in line 3");
        assertRefused(unhide(LIST, "https://ann.example/other"), "does not hide");
    }

    @Test
    void unhidesInAnySpellingOfTheAddress() {
        assertThat(edited(unhide(LIST, "https://ANN.example:443/spam#x")))
                .doesNotContain("planet:hidden")
                .contains("  <head>\n  </head>\n");
    }

    @Test
    void knowsWhatIsHiddenByItsPagesToo() {
        List<String> pages = List.of("posts/ann/a.html", "posts/bob/a.html");
        String list = edited(OpmlEdit.hide(LIST, URI.create("https://ann.example/a"), pages, "she asked"));
        assertThat(list)
                .contains("\n    <planet:hidden url=\"https://ann.example/a\" why=\"she asked\""
                        + " pages=\"posts/ann/a.html posts/bob/a.html\"/>\n");

        assertThat(edited(unhide(list, "https://planet.example/posts/bob/a"))).isEqualTo(LIST);
        assertRefused(hide(list, "https://planet.example/posts/bob/a.html"), "hidden already, in line 4");
        assertRefused(
                OpmlEdit.hide(list, URI.create("https://moved.example/a"), List.of("posts/ann/a.html"), "again"),
                "hidden already, in line 4");
        assertThat(edited(OpmlEdit.hide(
                        list,
                        URI.create("https://moved.example/a"),
                        List.of("posts/ann/a.html", "posts/new/a.html"),
                        "again")))
                .contains("posts/new/a.html");
    }

    @Test
    void unhidesSeveralOnTheLastLineOfTheHead() {
        String list = LIST.replace(
                "why=\"spam\"/>\n  </head>",
                "why=\"spam\"/>\n    <planet:hidden url=\"https://ann.example/b\"/></head>");
        assertThat(edited(OpmlEdit.unhide(
                        list, List.of(URI.create("https://ann.example/b"), URI.create("https://ann.example/spam")))))
                .contains("  <head>\n</head>\n  <body>");
    }

    @Test
    void saysWhyAListThatIsNoXmlIsLeftAlone() {
        assertRefused(Edits.retire(LIST.replace("</body>", ""), "ann"), "The list, line ");
        assertRefused(Edits.retire("", "ann"), "The list, line 1: The file is empty.");
        String foreign = LIST.replace("urn:orrery:planet", "urn:other");
        assertRefused(hide(foreign, "https://ann.example/"), "xmlns:planet does not name");
    }

    @Test
    void mendsOneOfSeveralMistakes() {
        String twice =
                LIST.replace("bobby.example/feed", "www.bob.example/feed?a=1").replace("text=\"People\"", "");
        assertThat(edited(Edits.remove(twice, "bobby"))).doesNotContain("bobby");
    }

    @Test
    void writesWhatAStrangerTypesAsText() {
        String edited = edited(OpmlEdit.add(
                LIST, feed("\"/><x y='&\n\u0000</body>", "https://new.example/?a=1&b='2'", null), "People"));
        assertThat(edited).contains("text=\"&quot;/&gt;&lt;x y='&amp; &lt;/body&gt;\"");
        assertThat(OpmlReader.read(edited, "feeds.opml")).isInstanceOf(ListOutcome.Listed.class);
    }

    @Test
    void actsOnTheOutlineThatIsAskedWhateverIsSwitchedOffAboveIt() {
        String off = "<outline text=\"Ann\" isComment=\"true\" xmlUrl=\"https://old.ann.example/feed\"/>\n";

        assertThat(edited(Edits.retire(PARTLY_OFF, "Ann")))
                .contains(off, "xmlUrl=\"https://ann.example/feed\" planet:status=\"retired\"/>");
        assertThat(edited(Edits.rename(PARTLY_OFF, "ann", "Zoe")))
                .contains(off, "<outline text=\"Zoe\" xmlUrl=\"https://ann.example/feed\" planet:id=\"ann\"/>");
        assertThat(edited(Edits.remove(PARTLY_OFF, "https://ann.example/feed")))
                .contains(off)
                .doesNotContain("//ann.example");
    }

    @Test
    void refusesToEditAMemberThatIsSwitchedOffAndNamesTheLine() {
        assertRefused(Edits.retire(PARTLY_OFF, "https://old.ann.example/feed"), "only in line 3, which is switched");
        assertRefused(Edits.rename(PARTLY_OFF, "dee", "Dora"), "only in line 6, which isComment in line 5 switches");
        assertRefused(Edits.remove(PARTLY_OFF, "Eve"), "only in line 7, which isComment in line 5 switches off");
        assertRefused(Edits.remove(PARTLY_OFF, "Cem"), "only in line 11, which is switched off");
        assertRefused(Edits.remove(PARTLY_OFF, "Bob"), "The group in line 9 would hold nothing but a comment.");
    }

    @Test
    void refusesToAddWhereNoRunWouldAsk() {
        NewFeed fresh = feed("New", "https://new.example/feed", null);
        assertRefused(OpmlEdit.add(PARTLY_OFF, fresh, "friends"), "“friends” stands in line 5, which is switched off");
        assertRefused(OpmlEdit.add(PARTLY_OFF, fresh, "Near"), "in line 7, which isComment in line 5 switches off");
        assertRefused(
                OpmlEdit.add(PARTLY_OFF, feed("New", "https://www.old.ann.example/feed/", null), "Others"),
                "has this feed already, in line 3, which is switched off");
        assertThat(edited(OpmlEdit.add(PARTLY_OFF, feed("Dee", "https://new.example/feed", null), null)))
                .contains(
                        "  </outline>\n    <outline type=\"rss\" text=\"Dee\" xmlUrl=\"https://new.example/feed\"/>\n");
    }

    @Test
    void leavesOutOfManyThoseWhoseGroupIsSwitchedOff() {
        Joined joined = OpmlEdit.join(
                PARTLY_OFF,
                List.of(
                        incoming(1, "https://one.example/feed", "Friends"),
                        incoming(2, "https://two.example/feed", "Friends", "Of theirs"),
                        incoming(3, "https://eve.example/feed"),
                        incoming(4, "https://one.example/feed", "Others")));

        assertThat(joined.endings().stream().map(ending -> String.valueOf(ending.refusal())))
                .satisfiesExactly(
                        refusal -> assertThat(refusal).contains("“Friends” stands in line 5", "Take isComment out"),
                        refusal -> assertThat(refusal).contains("“Friends” stands in line 5"),
                        refusal -> assertThat(refusal).contains("this feed already, in line 7", "line 5"),
                        refusal -> assertThat(refusal).isEqualTo("null"));
        assertThat(edited(joined.list()))
                .contains("cem.example/feed\"/>\n      <outline type=\"rss\" text=\"N4\"")
                .doesNotContain("N1", "N2", "N3", "Of theirs");
    }

    private static Incoming incoming(int line, String address, String... groups) {
        return new Incoming(line, "N" + line, address, null, null, Map.of(), List.of(groups));
    }

    private static NewFeed feed(String name, String address, @Nullable String id) {
        return new NewFeed(name, URI.create(address), null, id);
    }

    private static String edited(EditOutcome outcome) {
        return outcome.fold(text -> text, (what, remedy) -> {
            throw new AssertionError(what + " " + remedy);
        });
    }

    private static void assertRefused(EditOutcome outcome, String words) {
        assertThat(outcome).isInstanceOfSatisfying(EditOutcome.Refused.class, refused -> {
            assertThat(refused.what()).contains(words);
            assertThat(refused.remedy()).endsWith(".");
        });
    }

    private static EditOutcome hide(String list, String url) {
        return OpmlEdit.hide(list, URI.create(url), List.of(), "");
    }

    private static EditOutcome unhide(String list, String url) {
        return OpmlEdit.unhide(list, List.of(URI.create(url)));
    }
}
