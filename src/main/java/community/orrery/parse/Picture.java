package community.orrery.parse;

import java.net.URI;

/**
 * A picture that comes beside an entry's text, as Mastodon sends what a post is about.
 *
 * @param uri http(s)
 * @param width in pixels; 0 when it is not said
 * @param description what it shows, in plain words; empty when nobody says
 */
record Picture(URI uri, long width, String description) {

    /** As markup that may stand in a text. */
    String figure() {
        return "<figure><img src=\"" + attribute(uri.toString()) + "\" alt=\"" + attribute(description)
                + "\"></figure>";
    }

    private static String attribute(String value) {
        return Texts.escaped(value).replace("\"", "&quot;");
    }
}
