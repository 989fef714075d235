package community.orrery.fetch;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What kind of page came in a feed's place, by the words such pages have. Only people's advice hangs on it, so a wrong
 * guess costs no post.
 */
final class WebPage {

    private static final List<String> BOT_WALL = List.of(
            "just a moment...",
            "attention required! | cloudflare",
            "cf-challenge",
            "challenge-platform",
            "checking your browser",
            "checking if the site connection is secure",
            "enable javascript and cookies to continue",
            "verify you are human",
            "verifying you are human",
            "making sure you&#39;re not a bot",
            "making sure you're not a bot",
            "are you a robot",
            "ddos protection by",
            "ddos-guard",
            "sucuri website firewall",
            "incapsula incident",
            "_incapsula_resource",
            "request unsuccessful. incapsula",
            "please complete the captcha",
            "g-recaptcha",
            "h-captcha",
            "px-captcha",
            "bot verification");

    private static final List<String> PARKED = List.of(
            "domain is for sale",
            "domain may be for sale",
            "domain name is for sale",
            "buy this domain",
            "this domain is parked",
            "this domain has expired",
            "domain parking",
            "parked free",
            "sedoparking",
            "parkingcrew",
            "hugedomains.com",
            "dan.com/buy-domain",
            "afternic.com");

    private static final List<String> LOGIN = List.of(
            "type=\"password\"", "type='password'", "type=password", "<title>log in", "<title>login", "<title>sign in");

    private WebPage() {}

    /** Why there is no feed here. */
    static FailureReason reason(byte[] html) {
        String text = Sniff.beginning(html);
        if (isBotWall(text)) {
            return FailureReason.BOT_WALL;
        }
        if (holdsOne(PARKED, text)) {
            return FailureReason.PARKED;
        }
        return holdsOne(LOGIN, text) ? FailureReason.LOGIN : FailureReason.NOT_A_FEED;
    }

    /** A refusal that comes from a guard in front of the blog, not from the blog. */
    static boolean isBotWall(Answer answer) {
        @Nullable String mitigated = answer.header("cf-mitigated");
        return (mitigated != null && mitigated.toLowerCase(Locale.ROOT).contains("challenge"))
                || isBotWall(Sniff.beginning(answer.body().beginning()));
    }

    private static boolean isBotWall(String text) {
        return holdsOne(BOT_WALL, text);
    }

    private static boolean holdsOne(List<String> signs, String text) {
        return signs.stream().anyMatch(text::contains);
    }
}
