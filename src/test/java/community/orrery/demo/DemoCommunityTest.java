package community.orrery.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class DemoCommunityTest {

    private static final URI BASE = URI.create("http://127.0.0.1:49152");
    private static final Pattern IMAGE = Pattern.compile("data:image/png;base64,([A-Za-z0-9+/=]+)");
    private static final Pattern HOST = Pattern.compile("https?://([a-z0-9.-]+)");

    @Test
    void listNamesEveryBlogWhereItIsServed() throws Exception {
        NodeList outlines =
                xml(DemoCommunity.opml(BASE).getBytes(StandardCharsets.UTF_8)).getElementsByTagName("outline");
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < outlines.getLength(); i++) {
            var xmlUrl = outlines.item(i).getAttributes().getNamedItem("xmlUrl");
            if (xmlUrl != null) {
                addresses.add(xmlUrl.getNodeValue());
            }
        }
        assertThat(addresses)
                .containsExactlyElementsOf(
                        Blog.ALL.stream().map(blog -> BASE + blog.path()).toList())
                .hasSize(DemoCommunity.feeds());
    }

    @Test
    void oneFeedAloneIsIllFormed() {
        assertThat(Blog.ALL.stream().filter(blog -> !wellFormed(blog)).map(Blog::name))
                .containsExactly("waitforeveryone");
    }

    @Test
    void carriesSixtyPostsAndAFew() {
        long posts = Blog.ALL.stream()
                .mapToLong(blog -> Pattern.compile("<(item|entry)[ >]")
                        .matcher(text(blog))
                        .results()
                        .count())
                .sum();
        assertThat(posts).isEqualTo(65);
    }

    @Test
    void imagesAreSmallAndTravelWithTheirPosts() {
        List<byte[]> images = Blog.ALL.stream()
                .flatMap(blog -> IMAGE.matcher(text(blog)).results())
                .map(image -> Base64.getDecoder().decode(image.group(1)))
                .toList();
        assertThat(images)
                .hasSizeGreaterThan(10)
                .allSatisfy(image -> assertThat(image).hasSizeLessThan(15_000).startsWith(0x89, 'P', 'N', 'G'));
    }

    /** Names under .example lead nowhere; the others are namespaces and generators' own marks. */
    @Test
    void leadsNobodyToARealBlog() {
        assertThat(Blog.ALL.stream()
                        .flatMap(blog -> HOST.matcher(text(blog)).results())
                        .map(MatchResult::group)
                        .filter(host -> !host.endsWith(".example"))
                        .distinct())
                .containsOnly(
                        "http://www.w3.org",
                        "http://purl.org",
                        "http://wellformedweb.org",
                        "http://a9.com",
                        "http://schemas.google.com",
                        "http://www.georss.org",
                        "http://www.itunes.com",
                        "http://www.blogger.com",
                        "https://www.blogger.com",
                        "https://wordpress.org",
                        "https://jekyllrb.com");
    }

    @Test
    void oneBlogTurnsHostile() {
        assertThat(Blog.ALL.stream()
                        .filter(blog -> text(blog).contains("window.orreryHacked"))
                        .map(Blog::name))
                .containsExactly("bytesonstrike");
    }

    @Test
    void onePostStandsInTwoFeedsAndSaysWhereItIsFrom() {
        String original = "https://rankzero.example/2024/11/12/a-halo-exchange-three-ways/";
        assertThat(text(blog("rankzero"))).contains("<link href=\"" + original + "\" rel=\"alternate\"");
        assertThat(text(blog("nodezero"))).contains("<atom:link rel=\"canonical\" href=\"" + original + "\"/>");
    }

    @Test
    void noFeedIsYoungerThanItsServerSays() {
        Pattern published = Pattern.compile("<published>([^<]+)</published>");
        for (Blog blog : Blog.ALL) {
            assertThat(published.matcher(text(blog)).results().map(date -> instant(date.group(1))))
                    .as(blog.name())
                    .allSatisfy(date -> assertThat(date).isBeforeOrEqualTo(blog.lastModified()));
        }
    }

    private static Instant instant(String date) {
        return OffsetDateTime.parse(date).toInstant();
    }

    private static Blog blog(String name) {
        return Blog.ALL.stream()
                .filter(blog -> blog.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Blog blog) {
        return new String(DemoCommunity.read(blog.resource()), StandardCharsets.UTF_8);
    }

    private static boolean wellFormed(Blog blog) {
        try {
            xml(DemoCommunity.read(blog.resource()));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document xml(byte[] document) throws SAXException, IOException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(document));
    }
}
