package community.orrery.clean;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lists, searches and cards say of a post, from the same pass as its markup. */
class ExcerptTest {

    private static final String SENTENCE = "Twelve nodes were waiting for one slow disk again. ";

    @Test
    void keepsShortPostsWhole() {
        assertThat(Fixtures.clean("<p>Just a note.</p>").excerpt()).isEqualTo("Just a note.");
    }

    @Test
    void endsAtAWord() {
        String excerpt = Fixtures.clean("<p>" + SENTENCE.repeat(20) + "</p>").excerpt();
        assertThat(excerpt).endsWith("…").hasSizeLessThanOrEqualTo(Policy.EXCERPT_CHARACTERS + 1);
        assertThat(SENTENCE.repeat(20)).startsWith(excerpt.substring(0, excerpt.length() - 1) + " ");
    }

    @Test
    void leavesOutHeadingsCodeCaptionsAndFootnoteMarks() {
        String excerpt = Fixtures.clean(
                        "<h2>Heading</h2><p>Words<sup><a href='#n'>1</a></sup>.</p><pre>code()</pre>"
                                + "<figure><img src='/a.png'><figcaption>Caption</figcaption></figure>"
                                + "<iframe src='https://player.vimeo.com/video/1'></iframe><p id='n'>Note <a href='#r'>↩</a></p>")
                .excerpt();
        assertThat(excerpt).isEqualTo("Words . Note".replace(" .", "."));
    }

    @Test
    void aPostOfNothingButCodeGivesThat() {
        assertThat(Fixtures.clean("<h2>Script</h2><pre>echo 1</pre>").excerpt()).isEqualTo("Script echo 1");
    }

    @Test
    void cutsTextWithoutSpacesBetweenCharactersThatPeopleSee() {
        String family = "👩‍👩‍👧";
        String excerpt = Fixtures.clean("<p>" + family.repeat(80) + "</p>").excerpt();
        assertThat(excerpt.substring(0, excerpt.length() - 1).replace(family, ""))
                .isEmpty();
    }

    @Test
    void separatesWordsOfNeighbouringBlocksButNotOfNeighbouringTags() {
        Cleaned cleaned = Fixtures.clean("<p>one</p><p>two</p><ul><li>three</li><li>fo<b>ur</b></li></ul>five<br>six");
        assertThat(cleaned.text()).isEqualTo("one two three four five six");
        assertThat(cleaned.words()).isEqualTo(6);
    }

    @Test
    void countsTwoIdeographsAsAWord() {
        assertThat(Fixtures.clean("<p>高性能计算社区好</p>").words()).isEqualTo(5);
    }

    @Test
    void holdsNoMarkupAndNoInvisibleCharacters() {
        Cleaned cleaned = Fixtures.clean("<p>a&lt;b&gt; so\u00adft zero\u200bwidth &nbsp; x</p><script>no</script>");
        assertThat(cleaned.text()).isEqualTo("a<b> soft zerowidth x");
    }

    @Test
    void aFormulaIsReadAsItsSigns() {
        assertThat(Fixtures.clean("<p>So \\(E=mc^2\\).</p>").text()).isEqualTo("So E=mc2.");
    }

    @Test
    void theFirstPictureThatIsMoreThanAnIconStandsForThePost() {
        Cleaned cleaned = Fixtures.clean(
                "<img src='/icon.png' width='199'><img src='data:image/png;base64,AAAA'>"
                        + "<img src='https://stats.wordpress.com/b.gif'><img src='/rack.jpg' width='200'><img src='/second.jpg'>");
        assertThat(cleaned.html().leadImage()).hasToString("https://blog.example/rack.jpg");
        assertThat(Fixtures.clean("<p>none</p>").html().leadImage()).isNull();
    }
}
