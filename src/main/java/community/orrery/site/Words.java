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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interface's own texts and dates, in the planet's zone and language, or in English where nobody brings that language's
 * texts. A single text that a language lacks is taken from English, too.
 */
final class Words {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** CLDR's names for the forms of a word beside a number; what none of them fits takes the form "other". */
    private static final List<String> FORMS = List.of("zero", "one", "two", "few", "many");

    private final Texts english = new Texts(new Properties(), new LinkedHashMap<>());
    private final Texts own;
    private final Locale locale;
    private final boolean rightToLeft;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;
    private final DateTimeFormatter iso;

    /** @throws ThemeException when a theme's texts cannot be read */
    Words(SiteResources resources, Locale language, ZoneId zone) {
        english.load(file("en"), resources);
        own = english.inherited();
        Set<String> files = new LinkedHashSet<>(List.of(file(language.getLanguage()), file(language.toLanguageTag())));
        files.forEach(file -> own.load(file, resources));
        locale = files.stream().anyMatch(resources::has) ? language : Locale.ENGLISH;
        rightToLeft = Views.isRightToLeft(locale);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone);
        month = DateTimeFormatter.ofPattern("LLLL yyyy", locale);
        iso = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT)
                .withZone(zone);
    }

    private static String file(String language) {
        return "messages/" + language + ".properties";
    }

    /** The text with {0}, {1}… filled in; plain text. */
    String text(String key, Object... values) {
        String text = own.texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text named " + key + " in messages/en.properties");
        }
        return values.length == 0
                ? text
                : PLACE.matcher(text).replaceAll(match -> {
                    int index = match.group(1).charAt(0) - '0';
                    return Matcher.quoteReplacement(
                            index < values.length ? isolated(String.valueOf(values[index])) : "");
                });
    }

    /** A name in letters that run against the text's is set apart (U+2068, U+2069), so that what is beside it stays in order. */
    private String isolated(String value) {
        return value.codePoints().anyMatch(this::runsAgainst) ? "\u2068" + value + "\u2069" : value;
    }

    private boolean runsAgainst(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> rightToLeft;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> !rightToLeft;
            default -> false;
        };
    }

    /** The text cut at its places, which stay as "{0}", for a template to put links in. */
    List<String> parts(String key) {
        return List.of(text(key).split("(?=\\{\\d})|(?<=\\{\\d})"));
    }

    /** The text for so many, in the form that the text's language has for that number, {0} being the number. */
    String count(String key, long number) {
        Texts from = own.texts.containsKey(key + ".other") ? own : english;
        return text(from.form(key, number), String.format(locale, "%,d", number));
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

    /**
     * What one language brings.
     *
     * @param texts by their keys; a text that the language lacks is English
     * @param forms by their names, which numbers take them; of English what the language says nothing about
     */
    private record Texts(Properties texts, Map<String, Pattern> forms) {

        Texts inherited() {
            return new Texts(new Properties(texts), new LinkedHashMap<>(forms));
        }

        void load(String name, SiteResources resources) {
            if (SiteResources.OURS.contains(name)) {
                load(name, SiteResources.ours(name)); // a theme need not repeat every text
            }
            resources.theme(name).ifPresent(properties -> load(name, properties));
        }

        private void load(String name, byte[] properties) {
            try {
                texts.load(new StringReader(new String(properties, StandardCharsets.UTF_8)));
                for (String form : FORMS) {
                    String numbers = texts.getProperty("number." + form);
                    if (numbers != null) {
                        forms.put(form, Pattern.compile(numbers));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (IllegalArgumentException e) {
                throw new ThemeException(name, e);
            }
        }

        /** The key of the text beside that number. */
        String form(String key, long number) {
            String digits = String.valueOf(number);
            return forms.entrySet().stream()
                    .filter(each -> each.getValue().matcher(digits).matches())
                    .map(each -> key + "." + each.getKey())
                    .filter(texts::containsKey)
                    .findFirst()
                    .orElse(key + ".other");
        }
    }
}
