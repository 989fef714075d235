package community.orrery.site;

import com.thaiopensource.relaxng.jaxp.CompactSyntaxSchemaFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.xml.sax.SAXException;

/** The RELAX NG grammar of RFC 4287, to hold a feed against. */
public final class AtomGrammar {

    private final Schema schema;

    public AtomGrammar() {
        try {
            schema = new CompactSyntaxSchemaFactory()
                    .newSchema(new StreamSource(new StringReader(SiteTexts.text("feeds/atom.rnc"))));
        } catch (SAXException e) {
            throw new IllegalStateException("the grammar itself is not sound", e);
        }
    }

    /** The first thing in which the feed differs from the grammar, with its line; nothing when it follows it. */
    public List<String> findings(String name, String feed) {
        try {
            schema.newValidator().validate(new StreamSource(new StringReader(feed), name));
            return List.of();
        } catch (SAXException e) {
            return List.of(name + ": " + e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
