package community.orrery.parse;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as people write them into feeds, made absolute as RFC 3986 section 5 says; http and https only. */
final class Addresses {

    /** No server takes a longer one. */
    private static final int LONGEST = 8_000;

    private static final String ILLEGAL = " <>\"{}|\\^`";

    private Addresses() {}

    /** The absolute http(s) address that the text means below the base; null when it means none. */
    static @Nullable URI web(@Nullable String text, @Nullable URI base) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        String written = legal(text);
        if (written.isEmpty()) {
            return null;
        }
        try {
            URI reference = new URI(written);
            URI absolute = reference.isAbsolute() ? reference : base == null ? null : resolve(base, reference);
            return absolute == null ? null : checked(absolute);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether the text is an absolute web address by itself. */
    static boolean isWeb(@Nullable String text) {
        return text != null && text.strip().regionMatches(true, 0, "http", 0, 4) && web(text, null) != null;
    }

    private static @Nullable URI checked(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (!(scheme.equals("http") || scheme.equals("https")) || authority == null || authority.isEmpty()) {
            return null;
        }
        if (uri.getHost() != null && scheme.equals(uri.getScheme())) {
            return uri;
        }
        String ascii = uri.getHost() == null ? IDN.toASCII(authority, IDN.ALLOW_UNASSIGNED) : authority;
        URI named = new URI(build(scheme, ascii, uri.getRawPath(), uri.getRawQuery(), uri.getRawFragment()));
        return named.getHost() == null ? null : named;
    }

    /** Strips what browsers strip and encodes what a URI can't hold. */
    private static String legal(String text) {
        String stripped = text.strip();
        StringBuilder legal = new StringBuilder(stripped.length() + 8);
        boolean fragment = false;
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c < ' ' || c == 0x7f) {
                continue;
            } else if (c == '%' && !isEscape(stripped, i)) {
                legal.append("%25");
            } else if (ILLEGAL.indexOf(c) >= 0
                    || (c == '#' && fragment)
                    || ((c == '[' || c == ']') && !inHost(stripped, i))) {
                legal.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else if (Character.isSpaceChar(c) || Character.isISOControl(c)) {
                for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    legal.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
                }
            } else {
                legal.append(c);
            }
            fragment |= c == '#';
        }
        return legal.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static boolean inHost(String text, int at) {
        int slashes = text.indexOf("//");
        if (slashes < 0 || at < slashes) {
            return false;
        }
        int path = text.indexOf('/', slashes + 2);
        return path < 0 || at < path;
    }

    /** RFC 3986 section 5.2.2; java.net.URI drops the base's last segment for "?query" and mishandles "". */
    private static URI resolve(URI base, URI reference) throws URISyntaxException {
        String authority = base.getRawAuthority();
        String path = base.getRawPath();
        String query = base.getRawQuery();
        if (reference.getRawAuthority() != null) {
            authority = reference.getRawAuthority();
            path = withoutDots(reference.getRawPath());
            query = reference.getRawQuery();
        } else if (!reference.getRawPath().isEmpty()) {
            path = withoutDots(
                    reference.getRawPath().startsWith("/")
                            ? reference.getRawPath()
                            : folder(base) + reference.getRawPath());
            query = reference.getRawQuery();
        } else if (reference.getRawQuery() != null) {
            query = reference.getRawQuery();
        }
        return new URI(build(base.getScheme(), authority, path, query, reference.getRawFragment()));
    }

    private static String folder(URI base) {
        String path = base.getRawPath() == null ? "" : base.getRawPath();
        return path.isEmpty() ? "/" : path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String withoutDots(String path) {
        if (!path.contains(".")) {
            return path;
        }
        StringBuilder clean = new StringBuilder();
        String[] segments = path.split("/", -1);
        for (int i = path.startsWith("/") ? 1 : 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..")) {
                clean.setLength(Math.max(0, clean.lastIndexOf("/")));
                clean.append(last ? "/" : "");
            } else if (segments[i].equals(".")) {
                clean.append(last ? "/" : "");
            } else {
                clean.append('/').append(segments[i]);
            }
        }
        return clean.toString();
    }

    private static String build(
            String scheme,
            @Nullable String authority,
            @Nullable String path,
            @Nullable String query,
            @Nullable String fragment) {
        return scheme + "://" + (authority == null ? "" : authority) + (path == null ? "" : path)
                + (query == null ? "" : "?" + query) + (fragment == null ? "" : "#" + fragment);
    }
}
