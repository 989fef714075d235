package community.orrery.site;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interface's own texts and dates, in the planet's language and zone. A text that a language lacks is taken from English.
 */
final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Properties texts = new Properties();
    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final DateTimeFormatter iso;

    Words(SiteResources resources, Locale locale, ZoneId zone) {
        this.locale = locale;
        for (String language : new LinkedHashSet<>(List.of("en", locale.getLanguage(), locale.toLanguageTag()))) {
            load("messages/" + language + ".properties", resources);
        }
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        iso = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .withZone(zone);
    }

    private void load(String name, SiteResources resources) {
        if (SiteResources.OURS.contains(name)) {
            load(SiteResources.ours(name)); // a theme need not repeat every text
        }
        resources.theme(name).ifPresent(this::load);
    }

    private void load(byte[] properties) {
        try {
            texts.load(new StringReader(new String(properties, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with {0}, {1}… filled in; plain text. */
    String text(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text named " + key + " in messages/en.properties");
        }
        return values.length == 0
                ? text
                : PLACE.matcher(text).replaceAll(match -> {
                    int index = match.group(1).charAt(0) - '0';
                    return Matcher.quoteReplacement(index < values.length ? String.valueOf(values[index]) : "");
                });
    }

    /** The text cut at its places, which stay as "{0}", for a template to put links in. */
    List<String> parts(String key) {
        return List.of(text(key).split("(?=\\{\\d})|(?<=\\{\\d})"));
    }

    /** The text for so many: {@code key.one} or {@code key.other}, {0} being the number. */
    String count(String key, long number) {
        boolean one = locale.getLanguage().equals("fr") ? number < 2 : number == 1;
        return text(key + (one ? ".one" : ".other"), String.format(locale, "%,d", number));
    }

    String day(Instant instant) {
        return day.format(instant);
    }

    String month(YearMonth yearMonth) {
        return month.format(yearMonth);
    }

    /** For a time element's datetime, in the planet's zone. */
    String machine(Instant instant) {
        return iso.format(instant);
    }

    String monthName(YearMonth yearMonth) {
        return DateTimeFormatter.ofPattern("LLLL", locale).format(yearMonth);
    }

    Locale locale() {
        return locale;
    }
}
