package community.orrery.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** The namespaces that feeds use, and what each is usually called where a document forgets to declare it. */
final class Names {

    static final Namespace ATOM = Namespace.getNamespace("atom", "http://www.w3.org/2005/Atom");
    static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    static final String XHTML = "http://www.w3.org/1999/xhtml";
    static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String DCTERMS = "http://purl.org/dc/terms/";
    static final String MEDIA = "http://search.yahoo.com/mrss/";
    static final String ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd";
    static final String SY = "http://purl.org/rss/1.0/modules/syndication/";
    static final String LICENSE = "http://backend.userland.com/creativeCommonsRssModule";
    static final String CC = "http://web.resource.org/cc/";
    static final String FEEDBURNER = "http://rssnamespace.org/feedburner/ext/1.0";
    static final String XLINK = "http://www.w3.org/1999/xlink";

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("atom", ATOM.getURI()),
            Map.entry("a10", ATOM.getURI()),
            Map.entry("rdf", RDF.getURI()),
            Map.entry("xhtml", XHTML),
            Map.entry("content", CONTENT),
            Map.entry("dc", DC),
            Map.entry("dcterms", DCTERMS),
            Map.entry("media", MEDIA),
            Map.entry("itunes", ITUNES),
            Map.entry("sy", SY),
            Map.entry("creativecommons", LICENSE),
            Map.entry("cc", CC),
            Map.entry("feedburner", FEEDBURNER),
            Map.entry("xlink", XLINK));

    /** Namespaces under which some feeds put RSS's own elements, lower case, without a trailing slash. */
    private static final Set<String> RSS = Set.of(
            "",
            "http://my.netscape.com/rdf/simple/0.9",
            "http://channel.netscape.com/rdf/simple/0.9",
            "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://purl.org/rss/1.0",
            "http://purl.org/net/rss1.1#",
            "http://backend.userland.com/rss",
            "http://backend.userland.com/rss2",
            "http://backend.userland.com/rss091",
            "http://backend.userland.com/rss092",
            "http://backend.userland.com/rss093",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://www.rssboard.org/rss-specification",
            "http://my.netscape.com/rdf/simple/0.9#");

    private static final Set<String> ATOMS = Set.of(
            "http://www.w3.org/2005/atom",
            "http://purl.org/atom/ns#",
            "http://purl.org/atom/ns",
            "http://example.com/newformat#",
            "http://example.com/necho",
            "http://purl.org/echo",
            "uri/of/echo/namespace#",
            "http://purl.org/pie");

    private Names() {}

    /** The usual namespace of an undeclared prefix; a made-up one, never empty, for a prefix nobody knows. */
    static String usual(String prefix) {
        String known = PREFIXES.get(prefix.toLowerCase(Locale.ROOT));
        return known == null ? "urn:undeclared:" + prefix : known;
    }

    /** RSS's own elements, which {@link #known} puts into no namespace. */
    static boolean isRss(String uri) {
        return uri.isEmpty();
    }

    static boolean isAtom(String uri) {
        return uri.equals(ATOM.getURI());
    }

    /**
     * The one spelling by which this room knows a namespace: feeds vary case, trailing slashes, versions and https. RSS's
     * many namespaces are none. Null when nobody here knows it.
     */
    static @Nullable Namespace known(String uri) {
        String bare = bare(uri);
        if (RSS.contains(bare)) {
            return Namespace.NO_NAMESPACE;
        } else if (ATOMS.contains(bare)) {
            return ATOM;
        } else if (bare.endsWith("purl.org/dc/elements/1.1") || bare.endsWith("purl.org/dc/elements/1.0")) {
            return Namespace.getNamespace("dc", DC);
        } else if (bare.startsWith("http://search.yahoo.com/mrss")) {
            return Namespace.getNamespace("media", MEDIA);
        } else if (bare.contains("itunes.com/dtds/podcast-1.0.dtd")
                || bare.equals("http://example.com/dtds/podcast-1.0.dtd")) {
            return Namespace.getNamespace("itunes", ITUNES);
        }
        return switch (bare) {
            case "http://www.w3.org/xml/1998/namespace" -> Namespace.XML_NAMESPACE;
            case "http://www.w3.org/1999/02/22-rdf-syntax-ns#" -> RDF;
            case "http://purl.org/rss/1.0/modules/content" -> Namespace.getNamespace("content", CONTENT);
            case "http://purl.org/dc/terms" -> Namespace.getNamespace("dcterms", DCTERMS);
            case "http://purl.org/rss/1.0/modules/syndication" -> Namespace.getNamespace("sy", SY);
            case "http://backend.userland.com/creativecommonsrssmodule",
                    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html" ->
                Namespace.getNamespace("creativeCommons", LICENSE);
            case "http://web.resource.org/cc", "http://creativecommons.org/ns#" -> Namespace.getNamespace("cc", CC);
            case "http://rssnamespace.org/feedburner/ext/1.0" -> Namespace.getNamespace("feedburner", FEEDBURNER);
            case "http://www.w3.org/1999/xhtml" -> Namespace.getNamespace("xhtml", XHTML);
            case "http://www.w3.org/1999/xlink" -> Namespace.getNamespace("xlink", XLINK);
            default -> null;
        };
    }

    private static String bare(String uri) {
        String lower = uri.strip().toLowerCase(Locale.ROOT);
        lower = lower.startsWith("https://") ? "http" + lower.substring("https".length()) : lower;
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }

    static String local(Element element) {
        return element.getName().toLowerCase(Locale.ROOT);
    }

    /** An attribute by its local name, whatever its case or namespace; null when absent or blank. */
    static @Nullable String attribute(Element element, String name) {
        String value = element.getAttributeValue(name);
        if (value == null && element.hasAttributes()) {
            for (var attribute : element.getAttributes()) {
                if (attribute.getName().equalsIgnoreCase(name)) {
                    value = attribute.getValue();
                    break;
                }
            }
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
