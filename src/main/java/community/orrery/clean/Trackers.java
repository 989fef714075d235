package community.orrery.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What watches readers: counted by name, as data. Addresses come in through the gate, so they are absolute. */
public final class Trackers {

    /** Query parameters that only say where a reader came from. */
    private static final Set<String> PARAMETERS = Policy.words(
            """
            fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok
            _hsenc _hsmi __hssc __hstc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid wickedid
            ml_subscriber ml_subscriber_hash wt_mc wt.mc_id _openstat at_campaign at_medium pk_campaign pk_kwd pk_source
            pk_medium piwik_campaign cmpid __twitter_impression srsltid ysclid _bhlid
            """);

    /** Families of such parameters: Google Analytics', Matomo's, HubSpot's advertisements'. */
    private static final Pattern FAMILIES = Pattern.compile("(?:utm|mtm|hsa)_");

    /** Images that exist to be counted: part of the address after the scheme. */
    private static final Hosts PIXELS = new Hosts(
            "feeds\\.feedburner\\.com/~",
            "feedproxy\\.google\\.com/~",
            "feeds\\.wordpress\\.com/1\\.0/",
            "(?:stats|pixel)\\.wp\\.com/",
            "(?:stats|pixel)\\.wordpress\\.com/",
            "feeds\\.feedblitz\\.com/(?:_/|~/i/)",
            "(?:[a-z0-9-]+\\.)?feedsportal\\.com/",
            "(?:rss\\.)?buysellads\\.com/",
            "[a-z.]*scorecardresearch\\.com/",
            "pixel\\.quantserve\\.com/",
            "(?:www|ssl)\\.google-analytics\\.com/",
            "[a-z0-9.]*doubleclick\\.net/",
            "www\\.facebook\\.com/tr\\b",
            "medium\\.com/_/stat",
            "(?:[a-z0-9-]+\\.)?statcounter\\.com/",
            "[a-z0-9.-]+\\.goatcounter\\.com/count",
            "[a-z0-9.-]+\\.list-manage\\.com/track/",
            "[a-z0-9.]*substack\\.com/o/",
            "eotrx\\.substackcdn\\.com/",
            "blogger\\.googleusercontent\\.com/tracker/",
            "px\\.ads\\.linkedin\\.com/",
            "bat\\.bing\\.com/",
            "counter\\.dev/",
            "hits\\.seeyoufarm\\.com/",
            "ir-[a-z]{2}\\.amazon-adsystem\\.com/",
            "tinylytics\\.app/pixel/",
            "cdn\\.rawgit\\.com/pixel",
            "ga-beacon\\.appspot\\.com/",
            "feedpress\\.me/");

    /** The same where the host may have any name or ending. */
    private static final Pattern PIXELS_ANYWHERE = Pattern.compile("^https?://(?:[a-z0-9.-]+/(?:matomo|piwik)\\.php\\b"
            + "|visitor-badge\\.|(?:www\\.)?assoc-amazon\\.[a-z.]+/e/)");

    /** Rows of buttons that feed services add below a post: the links go with their icons. */
    private static final Hosts BUTTONS = new Hosts(
            "feeds\\.feedburner\\.com/~(?:ff|a)/",
            "feedproxy\\.google\\.com/~ff/",
            "feeds\\.wordpress\\.com/1\\.0/(?:go|add)",
            "feeds\\.feedblitz\\.com/_/",
            "(?:rc|da|share)\\.feedsportal\\.com/",
            "(?:www\\.)?addtoany\\.com/(?:share|add_to)",
            "(?:www\\.)?addthis\\.com/bookmark");

    /** Addresses on hosts of known names. The end of a host's name alone tells most addresses from all of them. */
    private static final class Hosts {

        /** So many last characters of every host below stand there to the letter: without them it would never be found. */
        private static final int ENDING = 7;

        private final Pattern addresses;
        private final Set<String> endings;

        /** @param addresses expressions for what follows the scheme; the end of the host stands there to the letter */
        Hosts(String... addresses) {
            this.addresses = Pattern.compile("^https?://(?:" + String.join("|", addresses) + ")");
            this.endings = Stream.of(addresses).map(Hosts::ending).collect(Collectors.toUnmodifiableSet());
        }

        private static String ending(String address) {
            String host = address.substring(0, address.indexOf('/')).replace("\\.", ".");
            return host.substring(host.length() - ENDING);
        }

        boolean hold(String url) {
            int slash = url.indexOf('/', "https://".length());
            return slash >= 0
                    && endings.contains(url.substring(slash - ENDING, slash))
                    && addresses.matcher(url).find();
        }
    }

    private Trackers() {}

    static boolean isPixel(String url) {
        return PIXELS.hold(url) || PIXELS_ANYWHERE.matcher(url).find();
    }

    static boolean isButton(String url) {
        return BUTTONS.hold(url);
    }

    /** The address without parameters that watch; untouched when it has none. */
    public static String without(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        int fragment = url.indexOf('#', query);
        String tail = fragment < 0 ? "" : url.substring(fragment);
        String[] parameters =
                url.substring(query + 1, fragment < 0 ? url.length() : fragment).split("&", -1);
        StringBuilder kept = new StringBuilder();
        int count = 0;
        for (String parameter : parameters) {
            if (!watches(parameter)) {
                kept.append(count++ == 0 ? '?' : '&').append(parameter);
            }
        }
        return count == parameters.length ? url : url.substring(0, query) + kept + tail;
    }

    private static boolean watches(String parameter) {
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        // A few senders forget to decode the ampersand.
        String bare = name.startsWith("amp;") ? name.substring(4) : name;
        return FAMILIES.matcher(bare).lookingAt() || PARAMETERS.contains(bare);
    }
}
