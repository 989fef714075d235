package community.orrery.clean;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gate for every address that a stranger gives, in a text or in a field of a feed. It reads as browsers do (WHATWG URL), not as RFC 3986 would like: tabs
 * and line ends inside vanish, a backslash is a slash, white space around is nothing. What comes out is absolute and
 * holds no character that could end an attribute.
 */
public final class SafeUrl {

    private static final String HEX = "0123456789ABCDEF";
    private static final int LONGEST = 8_000;
    private static final int LONGEST_HOST = 253;

    /** ASCII that may stand raw in an address. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (int c = '!'; c < 127; c++) {
            PLAIN[c] = "\"<>`{}|\\^[]".indexOf(c) < 0;
        }
    }

    /** Browsers ask for it as it stands; a URI has no place for it. */
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private SafeUrl() {}

    /**
     * An address of a page or file.
     *
     * @param base what a relative one is relative to
     * @return absolute http, https; empty when it is anything else, or broken
     */
    public static Optional<URI> resolve(String raw, URI base) {
        String url = http(raw, base.toString());
        if (url == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(
                    url.indexOf('%') < 0 ? url : LONE_PERCENT.matcher(url).replaceAll("%25")));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address that a reader may follow: http, https or mailto, absolute; null when it is none. */
    static @Nullable String link(String raw, String base) {
        if (isFinished(raw)) {
            return raw;
        }
        String url = trim(raw);
        return scheme(url).equals("mailto") ? mailto(url) : http(url, base);
    }

    /** An address of an image, a film, a sound: http or https, absolute; null when it is none. */
    static @Nullable String http(String raw, String base) {
        if (isFinished(raw)) {
            return raw;
        }
        String url = trim(raw);
        if (url.length() > LONGEST) {
            return null;
        }
        String scheme = scheme(url);
        if (scheme.equals("http") || scheme.equals("https")) {
            return absolute(scheme, url.substring(scheme.length() + 1));
        }
        return scheme.isEmpty() ? relative(url, base) : null;
    }

    /**
     * Whether an address is already as it comes out of here, as most are: absolute, in plain characters, its host in lower case
     * and without a port, nothing in its path to resolve. A quick look; it may say no to one that is.
     */
    static boolean isFinished(String url) {
        int host = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : -1;
        int length = url.length();
        if (host < 0 || length > LONGEST) {
            return false;
        }
        int path = host;
        while (path < length && isHostCharacter(url.charAt(path))) {
            path++;
        }
        boolean named = path > host && path - host <= LONGEST_HOST;
        if (!named || path < length && "/?#".indexOf(url.charAt(path)) < 0) {
            return false;
        }
        for (int i = path; i < length; i++) {
            char c = url.charAt(i);
            if (!isPlain(c) || c == '.' && url.charAt(i - 1) == '/') {
                return false;
            }
        }
        return true;
    }

    /** Without the white space and control characters that browsers don't see in an address. */
    static String trim(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && raw.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && raw.charAt(to - 1) <= ' ') {
            to--;
        }
        String url = raw.substring(from, to);
        boolean clean = url.indexOf('\t') < 0 && url.indexOf('\n') < 0 && url.indexOf('\r') < 0;
        return clean ? url : url.replaceAll("[\t\n\r]", "");
    }

    /** In lower case; empty for a relative address. */
    static String scheme(String url) {
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c == ':') {
                return i == 0 ? "?" : url.substring(0, i).toLowerCase(Locale.ROOT);
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            boolean later = c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
            if (!letter && !(later && i > 0)) {
                return "";
            }
        }
        return "";
    }

    private static @Nullable String relative(String url, String base) {
        String scheme = scheme(base);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return null;
        }
        String slashed = slashes(url);
        if (slashed.startsWith("//")) {
            return absolute(scheme, slashed);
        }
        int authority = scheme.length() + 3;
        int path = end(base, authority, "/?#");
        String root = base.substring(0, path);
        String whole;
        if (slashed.isEmpty()) {
            whole = base.substring(0, end(base, path, "#"));
        } else if (slashed.charAt(0) == '/') {
            whole = root + slashed;
        } else if (slashed.charAt(0) == '?') {
            whole = base.substring(0, end(base, path, "?#")) + slashed;
        } else if (slashed.charAt(0) == '#') {
            whole = base.substring(0, end(base, path, "#")) + slashed;
        } else {
            int query = end(base, path, "?#");
            int folder = base.lastIndexOf('/', query - 1);
            whole = folder < path ? root + "/" + slashed : base.substring(0, folder + 1) + slashed;
        }
        return isFinished(whole) ? whole : absolute(scheme, whole.substring(scheme.length() + 1));
    }

    /** @param rest what follows the scheme's colon */
    private static @Nullable String absolute(String scheme, String rest) {
        String slashed = slashes(rest);
        int start = 0;
        while (start < slashed.length() && slashed.charAt(start) == '/') {
            start++;
        }
        int path = end(slashed, start, "/?#");
        String host = host(slashed.substring(start, path));
        if (host == null) {
            return null;
        }
        StringBuilder url = new StringBuilder(slashed.length() + 16);
        url.append(scheme).append("://").append(host);
        int tail = end(slashed, path, "?#");
        url.append(encode(dots(slashed.substring(path, tail))));
        return url.append(encode(slashed.substring(tail))).toString();
    }

    /** Lower case, without user name and password, in ASCII; null when no browser could ask it. */
    private static @Nullable String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String port = "";
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && host.indexOf(']', colon) < 0) {
            port = host.substring(colon + 1);
            host = host.substring(0, colon);
        }
        if (port.length() > 5 || !isNumber(port)) {
            return null;
        }
        if (host.startsWith("[")) {
            return host.matches("\\[[0-9a-f:.]{2,45}]") ? host + (port.isEmpty() ? "" : ":" + port) : null;
        }
        try {
            host = isAscii(host) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return null;
        }
        boolean named = !host.isEmpty() && host.length() <= LONGEST_HOST && isHost(host);
        return !named ? null : port.isEmpty() ? host : host + ":" + port;
    }

    private static boolean isHost(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (!isHostCharacter(host.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PLAIN.length) {
                return false;
            }
        }
        return true;
    }

    /** Or nothing. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostCharacter(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_';
    }

    private static @Nullable String mailto(String url) {
        String rest = url.substring("mailto:".length());
        return rest.isBlank() || rest.length() > 1_000 ? null : "mailto:" + encode(rest);
    }

    /** Browsers read a backslash before the query as a slash. */
    private static String slashes(String url) {
        if (url.indexOf('\\') < 0) {
            return url;
        }
        int tail = end(url, 0, "?#");
        return url.substring(0, tail).replace('\\', '/') + url.substring(tail);
    }

    /** A path without {@code .} and {@code ..} (RFC 3986 section 5.2.4). */
    private static String dots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        StringBuilder out = new StringBuilder(path.length());
        String[] parts = path.substring(1).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean last = i == parts.length - 1;
            if (part.equals("..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            }
            if (part.equals(".") || part.equals("..")) {
                out.append(last ? "/" : "");
            } else {
                out.append('/').append(part);
            }
        }
        return out.toString();
    }

    /** Percent-encodes what may not stand raw in an address; what is encoded already stays as it is. */
    static String encode(String part) {
        int i = 0;
        while (i < part.length() && isPlain(part.charAt(i))) {
            i++;
        }
        if (i == part.length()) {
            return part;
        }
        StringBuilder out = new StringBuilder(part.length() + 24).append(part, 0, i);
        while (i < part.length()) {
            int c = part.codePointAt(i);
            i += Character.charCount(c);
            if (isPlain(c)) {
                out.append((char) c);
                continue;
            }
            for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return c < PLAIN.length && PLAIN[c];
    }

    /** The first of the characters at or after {@code from}, else the end. */
    private static int end(String text, int from, String stops) {
        for (int i = from; i < text.length(); i++) {
            if (stops.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
