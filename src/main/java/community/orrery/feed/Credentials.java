package community.orrery.feed;

import java.util.regex.Pattern;

/**
 * What stands before the {@code @} of a web address (RFC 3986 section 3.2.1) is between its owner and that host: people's
 * mistakes are quoted without it, and nothing is published with it.
 */
public final class Credentials {

    /** Longer ones are nobody's, and looking for their end would take long. */
    private static final String ANY = "[^\\s“”\"<>]{0,512}";

    /** As browsers read it, and as somebody means it whose password has a slash: then no port can stand before the slash. */
    private static final Pattern IN_ADDRESS = Pattern.compile("(//|\\\\\\\\|(?i:https?|feed|rss|atom):[/\\\\]?)"
            + "(?:[^/\\\\?#\\s“”\"<>]{0,512}|[^/\\\\?#\\s:@“”\"<>]{0,512}:(?![0-9]*(?:[/\\\\?#]|$))" + ANY + ")@");

    /** Of an address without its beginning. */
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{L}\\p{N}/@:._%+…-])(?!(?:mailto|tag|acct|xmpp|sip):)[^\\s:/@“”\"<>]{1,64}:[^\\s:/@…“”\"<>]{1,64}@(?=[\\p{L}\\p{N}\\[])");

    private Credentials() {}

    /** Words for people, with an ellipsis where an address in them has credentials. */
    public static String hidden(String words) {
        if (words.indexOf('@') < 0) {
            return words;
        }
        return BARE.matcher(IN_ADDRESS.matcher(words).replaceAll("$1…@")).replaceAll("…@");
    }

    /** An address, or whatever else an author takes for an id, without credentials. */
    public static String removed(String address) {
        return address.indexOf('@') < 0 ? address : IN_ADDRESS.matcher(address).replaceAll("$1");
    }
}
