package community.orrery.opml;

import community.orrery.likeness.Letters;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as lists give them: absolute http(s), or for feeds a path that stays below the list's folder. The list is
 * written by strangers, so a path that could leave the folder in any spelling is refused here, before any file is touched.
 */
public final class FeedAddress {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern HTTP = Pattern.compile(
            "^(https?)://(?:([^@/?#]*)@)?([^:/?#@\\[\\]]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]*))?([/?#].*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\.?|\\[.*]");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/:?#@!$&'()*+,;=._~%-]*+");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private FeedAddress() {}

    /** A refusal, in words. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String remedy;

        Refused(String what, String remedy) {
            super(what);
            this.remedy = remedy;
        }

        /** What is wrong, without its subject and without a full stop. */
        public String what() {
            return String.valueOf(getMessage());
        }

        /** What to do about it, a sentence. */
        public String remedy() {
            return remedy;
        }
    }

    /** An xmlUrl: absolute http(s), or relative and then normalised. */
    public static URI feed(String written) throws Refused {
        Matcher scheme = SCHEME.matcher(written);
        if (scheme.find() || written.startsWith("//")) {
            return web(written);
        }
        return path(written);
    }

    /** An absolute http(s) address. An international host comes back in its ASCII form. */
    public static URI web(String written) throws Refused {
        checkLetters(written);
        Matcher parts = HTTP.matcher(written);
        if (!parts.matches()) {
            throw notWeb(written);
        }
        String host = ascii(parts.group(3));
        String port = parts.group(4);
        if (!HOST.matcher(host).matches() || !isPort(port)) {
            throw new Refused("has no host that can be asked", "Copy the address from a browser's address bar.");
        }
        String user = parts.group(2);
        String rest = parts.group(5);
        String address = parts.group(1).toLowerCase(Locale.ROOT) + "://" + (user == null ? "" : encoded(user) + "@")
                + host + (port == null || port.isEmpty() ? "" : ":" + port) + (rest == null ? "" : encoded(rest));
        try {
            URI uri = new URI(address);
            if (user != null && uri.getRawUserInfo() == null) {
                throw new Refused(
                        "gives a password for a host whose name has an underscore", "Leave the password out.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refused(
                    "cannot be read as an address (" + e.getReason() + ")", "Copy it from a browser's address bar.");
        }
    }

    /** An absolute http(s) address that pages link to: one without user and password. */
    static URI page(String written) throws Refused {
        URI address = web(written);
        if (address.getRawUserInfo() != null) {
            throw new Refused(
                    "names a user or a password, which the site would show to everyone",
                    "Leave out what stands before the @.");
        }
        return address;
    }

    /**
     * A path below the list's folder, with forward slashes. Every spelling of a way out is refused: {@code ..}, its escapes
     * however often escaped, a slash or drive at the start, backslashes.
     */
    static URI path(String written) throws Refused {
        checkLetters(written);
        if (written.toLowerCase(Locale.ROOT).startsWith("www.")) {
            throw new Refused("lacks its “https://”", "Write https://" + written + ".");
        }
        String decoded = fullyDecoded(written);
        if (written.isEmpty() || !decoded.equals(decoded.strip()) || decoded.matches(".*[\\p{Cntrl}\\\\:?#*|<>\"].*")) {
            throw notBelow();
        }
        if (decoded.startsWith("/") || decoded.endsWith("/") || decoded.matches("(?:.*/)?\\.\\.(?:/.*)?")) {
            throw notBelow();
        }
        try {
            URI uri = new URI(encoded(written)).normalize();
            if (uri.isAbsolute()
                    || uri.getRawAuthority() != null
                    || uri.getPath().isEmpty()) {
                throw notBelow();
            }
            return uri;
        } catch (URISyntaxException e) {
            throw notBelow();
        }
    }

    /** Two addresses with equal identity are one feed, trivially spelt in two ways. */
    static String identity(String address) {
        Matcher parts = HTTP.matcher(address);
        if (!parts.matches()) {
            return address;
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(3).toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String port = parts.group(4);
        boolean usual = port == null || port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        String user = parts.group(2) == null ? "" : parts.group(2) + "@";
        String rest = parts.group(5) == null ? "" : parts.group(5).split("#", 2)[0];
        return scheme + "://" + user + host + (usual ? "" : ":" + port) + (rest.startsWith("/") ? rest : "/" + rest);
    }

    /** Two addresses with equal likeness are most probably one feed: http or https, with www or without, a last slash. */
    static String likeness(String address) {
        return identity(address)
                .replaceFirst("^https?://(?:[^/@]*@)?(?:www\\.)?", "")
                .replaceFirst("/(?=\\?|$)", "");
    }

    private static Refused notWeb(String written) {
        Matcher scheme = SCHEME.matcher(written);
        if (written.toLowerCase(Locale.ROOT).matches("(?:feed|rss|atom)(?::https?)?://?.*")) {
            return new Refused(
                    "begins with a word that only some feed readers know",
                    "Write https:// there, as in “https://blog.example/feed.xml”.");
        }
        String problem = !scheme.find()
                ? "is not an http or https address"
                : scheme.group(1).toLowerCase(Locale.ROOT).matches("https?")
                        ? "has no host that can be asked"
                        : "begins with “" + scheme.group() + "”, and only http and https are asked";
        return new Refused(problem, "Write the whole address, as in “https://blog.example/…”.");
    }

    private static Refused notBelow() {
        return new Refused(
                "is neither an http(s) address nor a path below the list's folder",
                "Write https://… or a relative path with forward slashes and without “..”, as in “feeds/local.xml”.");
    }

    private static void checkLetters(String written) throws Refused {
        for (int i = 0; i < written.length(); i++) {
            if (Character.isWhitespace(written.charAt(i)) || Character.isISOControl(written.charAt(i))) {
                throw new Refused("contains a space", "Delete it, or write %20 if it belongs there.");
            }
        }
        if (BAD_ESCAPE.matcher(written).find()) {
            throw new Refused("contains a “%” that begins no escape", "Write %25 for a percent sign.");
        }
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || port.isEmpty() || (port.length() <= 5 && Integer.parseInt(port) <= 65535);
    }

    private static String ascii(String host) throws Refused {
        try {
            return Letters.isAscii(host) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            throw new Refused("has a host name that cannot exist", "Copy the address from a browser's address bar.");
        }
    }

    /** Escapes what browsers escape and java.net.URI refuses. */
    private static String encoded(String rest) {
        if (PLAIN.matcher(rest).matches()) {
            return rest;
        }
        StringBuilder out = new StringBuilder(rest.length() + 8);
        rest.codePoints().forEach(letter -> {
            if (letter >= 128 || "\"<>\\^`{|}[]".indexOf(letter) >= 0) {
                for (byte b : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
                }
            } else {
                out.appendCodePoint(letter);
            }
        });
        return out.toString();
    }

    private static String fullyDecoded(String written) {
        String decoded = written;
        for (int i = 0; i < 8 && !BAD_ESCAPE.matcher(decoded).find() && decoded.contains("%"); i++) {
            decoded = URLDecoder.decode(decoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
        return decoded;
    }
}
