package community.orrery.opml;

/** Text made fit for a place in XML. */
final class Markup {

    private Markup() {}

    /** Fit for an attribute's value between these quotes, and for an element's text; white space is folded. */
    static String escaped(String value, char quote) {
        StringBuilder out = new StringBuilder(value.length() + 16);
        Element.fold(value).codePoints().filter(Markup::isAllowed).forEach(letter -> {
            switch (letter) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> {
                    if (letter == quote) {
                        out.append(letter == '"' ? "&quot;" : "&apos;");
                    } else {
                        out.appendCodePoint(letter);
                    }
                }
            }
        });
        return out.toString();
    }

    /** XML 1.0 section 2.2. */
    private static boolean isAllowed(int letter) {
        return letter >= 0x20 && (letter < 0xD800 || letter > 0xDFFF) && letter != 0xFFFE && letter != 0xFFFF;
    }
}
