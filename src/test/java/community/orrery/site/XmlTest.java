package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class XmlTest {

    @Test
    void escapesInText() {
        assertThat(text("a & b < c > \"d\"\n\te")).isEqualTo("a &amp; b &lt; c &gt; \"d\"\n\te");
    }

    @Test
    void leavesOutWhatXmlCannotHold() {
        assertThat(text("bell\u0007, \uFFFE, half \uD800 and \uDC00, whole \uD83D\uDE00"))
                .isEqualTo("bell, , half  and , whole \uD83D\uDE00");
    }

    @Test
    void escapesLineBreaksAndQuotesInAttributes() {
        String xml = new String(new Xml().empty("a", "b", "\"1\"\n2\t3").bytes(), StandardCharsets.UTF_8);

        assertThat(xml).endsWith("<a b=\"&quot;1&quot; 2 3\"/>\n");
    }

    @Test
    void writesLongTextsOfEveryScriptAsJavaDoes() {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            int[] firsts = {'a', 0xE9, 0x5B57, 0x1F600};
            text.appendCodePoint(firsts[random.nextInt(firsts.length)] + random.nextInt(20));
        }

        assertThat(text(text.toString())).isEqualTo(text.toString());
    }

    /** Behind each other pair the array ends in which characters wait to be escaped. */
    @Test
    void writesWhatWasEscapedBeforeAsIfItWereNow() {
        String text = "a<b>&\"\u0007é" + "\uD83D\uDE00".repeat(9_000) + "x" + "\uD83D\uDE00".repeat(9_000);

        assertThat(new Xml().text("t", Xml.Text.of(text), "a", "b").bytes())
                .isEqualTo(new Xml().text("t", text, "a", "b").bytes());
        assertThat(text(text)).isEqualTo("a&lt;b&gt;&amp;\"" + text.substring(7));
    }

    private static String text(String text) {
        String xml = new String(new Xml().text("t", text).bytes(), StandardCharsets.UTF_8);
        return xml.substring(xml.indexOf("<t>") + 3, xml.lastIndexOf("</t>"));
    }
}
