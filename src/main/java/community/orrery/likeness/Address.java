package community.orrery.likeness;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When two addresses lead to the same page. */
public final class Address {

    /** What only says where a reader came from, whatever the site. */
    private static final String WATCHING =
            "(?:utm_|mc_|mtm_|pk_|hsa_|_hs|ga_).*|fbclid|gclid|dclid|msclkid|yclid|igshid|mkt_tok|ref_src|cmpid";

    private static final Pattern TRACKING = Pattern.compile(WATCHING + "|ref|source");

    /** Without what may name a release, or a file of it. */
    private static final Pattern TRACKING_IN_LINKS = Pattern.compile(WATCHING);

    /** What makes an address a signed one. */
    private static final Pattern SIGNATURE = Pattern.compile(
            "x-(?:amz|goog|oss)-.*|awsaccesskeyid|googleaccessid|signature|sig|expires|expiry|key-pair-id|skoid|_nc_.*");

    /** What signed addresses of S3, Google, Azure, Imgix, Instagram and caches that count carry; they change by the hour. */
    private static final Pattern SIGNING = Pattern.compile(
            "x-(?:amz|goog|oss)-.*|awsaccesskeyid|googleaccessid|signature|sig|expires|expiry"
                    + "|key-pair-id|policy|token|s|se|sp|sr|st|sv|spr|skoid|sktid|ske|sks|skt|skv|oe|oh|_nc_.*|ver|v|t|ts|cb");

    private static final Pattern LAST_NAME = Pattern.compile("/(?:index|default)\\.(?:html?|php|aspx?)$");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:html?|php|aspx?)$");
    private static final Set<String> WEB = Set.of("http", "https");

    private Address() {}

    /**
     * The address without what differs between two spellings of it: scheme, "www.", a default port, a trailing slash or
     * ".html", a fragment, tracking parameters and their order. Not an address that can be asked.
     */
    public static String key(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || !WEB.contains(scheme.toLowerCase(Locale.ROOT))) {
            return address.toString();
        }
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        path = LAST_NAME.matcher(path).replaceFirst("/");
        path = EXTENSION.matcher(path).replaceFirst("");
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return host(address) + port(address) + path + query(address.getRawQuery(), TRACKING);
    }

    /** The host, lower case, without "www."; empty when the address has none. */
    public static String host(@Nullable URI address) {
        String host = address == null ? null : address.getHost();
        if (host == null) {
            return "";
        }
        host = host.toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /**
     * An address of a picture or a file without what changes though the author changes nothing: tracking parameters, and on any
     * address the signature, expiry or cache-buster that a generator renews at each build.
     *
     * @param address as the markup gives it, entities decoded; need not be well-formed
     */
    public static String steady(String address) {
        return steady(address, TRACKING, SIGNING);
    }

    /**
     * The same of a link that readers follow. There a short name may be all that tells two pages apart ("watch?v="), so without
     * a signature beside it only what watches readers goes.
     */
    public static String steadyLink(String address) {
        return steady(address, TRACKING_IN_LINKS, SIGNATURE);
    }

    private static String steady(String address, Pattern tracking, Pattern signature) {
        int fragment = address.indexOf('#');
        String anchor = fragment < 0 ? "" : address.substring(fragment);
        String rest = fragment < 0 ? address : address.substring(0, fragment);
        int question = rest.indexOf('?');
        if (question < 0) {
            return rest.strip() + anchor;
        }
        String kept = query(rest.substring(question + 1), tracking);
        boolean signed = kept.length() > 1
                && Arrays.stream(kept.substring(1).split("&"))
                        .anyMatch(p -> signature.matcher(name(p)).matches());
        return rest.substring(0, question).strip() + (signed ? query(kept.substring(1), SIGNING) : kept) + anchor;
    }

    private static String port(URI address) {
        int port = address.getPort();
        return port < 0 || port == 80 || port == 443 ? "" : ":" + port;
    }

    private static String query(@Nullable String query, Pattern without) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty()
                        && !without.matcher(name(parameter)).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
