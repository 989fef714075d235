package community.orrery.cli;

import community.orrery.feed.Planet;
import community.orrery.fetch.Reach;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is told how the feeds are doing: whoever the environment names, else whoever the list does. A webhook's address lets
 * everybody who knows it write there, and a list is public.
 *
 * @param address {@code mailto:} or http(s)
 * @param reach how far a webhook may be away: what strangers may edit reaches no further than feeds do
 */
record Caretaker(URI address, Reach reach) {

    private static final String VARIABLE = "ORRERY_NOTIFY";
    private static final Pattern MAIL = Pattern.compile("(?i)(?:mailto:)?([^\\s@<>,;:\"]{1,64}@[a-z0-9.-]{1,253})");

    /**
     * @return empty when nobody is named
     * @throws Unmended when the environment names what is no address
     */
    static Optional<Caretaker> of(Planet planet, Map<String, String> environment, Reach reach) throws Unmended {
        String named = environment.getOrDefault(VARIABLE, "").strip();
        if (named.isEmpty()) {
            return Optional.ofNullable(planet.settings().caretaker()).map(address -> new Caretaker(address, reach));
        }
        Matcher mail = MAIL.matcher(named);
        try {
            if (mail.matches()) {
                return Optional.of(new Caretaker(new URI("mailto", mail.group(1), null), reach));
            }
            URI address = new URI(named);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                return Optional.of(new Caretaker(address, Reach.ANYWHERE));
            }
        } catch (URISyntaxException e) {
            // told below; what it holds may be a secret, and is not repeated
        }
        throw new Unmended(VARIABLE + " in the environment is neither a mail address nor a webhook's https:// address:"
                + " nobody is told how the feeds are doing.");
    }
}
