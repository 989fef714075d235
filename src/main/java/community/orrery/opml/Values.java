package community.orrery.opml;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns stated settings into typed values; what cannot be one becomes a mistake that says what is allowed. */
final class Values {

    private static final Pattern SPOKEN =
            Pattern.compile("(\\d{1,6})\\s*(ms|s|sec|secs|seconds?|m|min|mins|minutes?|h|hours?)");

    /** One plain address, as people have them. */
    private static final Pattern MAIL = Pattern.compile(
            "(?i:mailto:)?([A-Za-z0-9.!$&'*+/=_~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63})*)");

    private final Mistakes mistakes;

    Values(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    long whole(@Nullable Stated stated, long least, long most, long otherwise) {
        if (stated == null) {
            return otherwise;
        }
        String range =
                "Write a whole number from " + least + " to " + most + ", or leave it out for " + otherwise + ".";
        if (!stated.value().matches("[+-]?[0-9]{1,18}")) {
            mistakes.add(stated.line(), stated.quoted() + ", which is not a whole number.", range);
            return otherwise;
        }
        long value = Long.parseLong(stated.value());
        if (value < least || value > most) {
            mistakes.add(stated.line(), stated.quoted() + ", which is out of range.", range);
        }
        return value;
    }

    Duration duration(@Nullable Stated stated, Duration least, Duration most, Duration otherwise) {
        if (stated == null) {
            return otherwise;
        }
        String range = " from " + least + " to " + most + ", or leave it out for " + otherwise + ".";
        try {
            Duration value = Duration.parse(stated.value());
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                mistakes.add(stated.line(), stated.quoted() + ", which is out of range.", "Write a duration" + range);
            }
            return value;
        } catch (DateTimeParseException e) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which is not a duration as ISO 8601 writes it.",
                    "Write " + iso(stated.value()) + ": a duration" + range);
            return otherwise;
        }
    }

    /** What “30 min” is in ISO 8601, or an example. */
    private static String iso(String value) {
        Matcher spoken = SPOKEN.matcher(value.toLowerCase(Locale.ROOT));
        if (!spoken.matches()) {
            return "for instance PT30M (30 minutes), PT0.5S (half a second)";
        }
        long amount = Long.parseLong(spoken.group(1));
        Duration duration = spoken.group(2).equals("ms")
                ? Duration.ofMillis(amount)
                : switch (spoken.group(2).charAt(0)) {
                    case 's' -> Duration.ofSeconds(amount);
                    case 'm' -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                };
        return duration.toString();
    }

    @Nullable
    URI web(@Nullable Stated stated) {
        if (stated == null) {
            return null;
        }
        try {
            return FeedAddress.page(stated.value());
        } catch (FeedAddress.Refused e) {
            mistakes.add(stated.line(), stated.quoted() + ", which " + e.what() + ".", e.remedy());
            return null;
        }
    }

    /** A mail address, or where a program listens for messages. */
    @Nullable
    URI person(@Nullable Stated stated) {
        if (stated == null) {
            return null;
        }
        Matcher mail = MAIL.matcher(stated.value());
        if (mail.matches()) {
            return URI.create("mailto:" + mail.group(1));
        }
        if (stated.value().contains("://")) {
            try {
                return FeedAddress.page(stated.value());
            } catch (FeedAddress.Refused e) {
                // Not quoted: whoever knows where a program listens can write there.
                mistakes.add(stated.line(), stated.name() + " holds an address that " + e.what() + ".", e.remedy());
                return null;
            }
        }
        mistakes.add(
                stated.line(),
                stated.name() + " is neither a mail address nor a web address.",
                "Write for instance “ada@planet.example”, or “https://chat.example/hooks/planet”.");
        return null;
    }

    Locale language(@Nullable Stated stated, Locale otherwise) {
        if (stated == null) {
            return otherwise;
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(stated.value()).build();
            String language = locale.getLanguage();
            if (language.length() == 3 || Set.of(Locale.getISOLanguages()).contains(language)) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // told below, together with tags that are well-formed and name no language
        }
        mistakes.add(
                stated.line(),
                stated.quoted() + ", which is not a language tag (BCP 47).",
                "Write for instance “en”, “de” or “pt-BR”, with a hyphen.");
        return otherwise;
    }

    ZoneId timezone(@Nullable Stated stated, ZoneId otherwise) {
        if (stated == null) {
            return otherwise;
        }
        try {
            return ZoneId.of(stated.value());
        } catch (DateTimeException e) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which is no time zone."
                            + Names.didYouMean(stated.value(), ZoneId.getAvailableZoneIds()),
                    "Write a zone's name, for instance “Europe/Berlin” or “UTC”.");
            return otherwise;
        }
    }

    /**
     * Looks whether a Quartz cron has its six or seven fields of the right letters; whoever keeps the clock knows the rest, and
     * whether such a moment ever comes.
     */
    String schedule(@Nullable Stated stated, String otherwise) {
        if (stated == null) {
            return otherwise;
        }
        String cron = stated.value().toUpperCase(Locale.ROOT);
        List<String> fields = Arrays.asList(cron.split(" "));
        if (fields.size() == 5 && cron.matches("[0-9A-Z*/,\\-? ]+")) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ": five fields, as Unix cron has them; Quartz begins with the second.",
                    "Write for instance “" + quartz(fields) + "”.");
        } else if (fields.size() < 6 || fields.size() > 7 || !cron.matches("[0-9A-Z*/,\\-?# ]+")) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which is not a Quartz cron of six or seven fields.",
                    "Write second, minute, hour, day of month, month, day of week, for instance “" + otherwise + "”.");
        } else if (outOfRange(fields) != null) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", in which “" + outOfRange(fields) + "” is out of range.",
                    "Seconds and minutes go to 59, hours to 23, days to 31, months to 12, days of the week from 1 to 7.");
        } else if (fields.get(3).equals("?") == fields.get(5).equals("?")) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which does not choose between day of month and day of week.",
                    "Write “?” in exactly one of the fourth and the sixth field, for instance “" + otherwise + "”.");
        }
        return stated.value();
    }

    /** The first number that its field does not know, or null; what else is wrong is Quartz's to say. */
    private static @Nullable String outOfRange(List<String> fields) {
        for (int i = 0; i < CRON_RANGES.size(); i++) {
            for (String part : fields.get(i).split(",")) {
                for (String number : part.split("/", 2)[0].split("-")) {
                    if (number.matches("[0-9]+")
                            && (number.length() > 2 || !CRON_RANGES.get(i).contains(Integer.parseInt(number)))) {
                        return number;
                    }
                }
            }
        }
        return null;
    }

    /** Smallest and largest number of a cron's field. */
    private record Range(int least, int most) {
        boolean contains(int number) {
            return number >= least && number <= most;
        }
    }

    /** Second, minute, hour, day of month, month, day of week; a seventh field, the year, may be anything. */
    private static final List<Range> CRON_RANGES = List.of(
            new Range(0, 59), new Range(0, 59), new Range(0, 23), new Range(1, 31), new Range(1, 12), new Range(1, 7));

    /** A Unix cron in Quartz's words, where a week begins with Sunday as 1: days are named instead. */
    private static String quartz(List<String> unix) {
        boolean everyWeekday = unix.get(4).equals("*");
        String weekday = everyWeekday ? "?" : unix.get(4);
        for (int day = 0; day <= 7; day++) {
            String name =
                    List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT").get(day % 7);
            weekday = weekday.replaceAll("(?<![0-9/])" + day + "(?![0-9])", name);
        }
        return String.join(" ", "0", unix.get(0), unix.get(1), everyWeekday ? unix.get(2) : "?", unix.get(3), weekday);
    }

    /** A folder below the list's. */
    @Nullable
    String folder(@Nullable Stated stated) {
        if (stated == null) {
            return null;
        }
        try {
            return FeedAddress.path(stated.value().replaceAll("(?<=[^/])/$", ""))
                    .getPath();
        } catch (FeedAddress.Refused e) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + ", which is not a folder below the list's.",
                    "Write a relative path with forward slashes and without “..”, as in “theme”.");
            return null;
        }
    }

    /** The position of the stated word among the choices; the first choice is the default. */
    int choice(@Nullable Stated stated, String... choices) {
        if (stated == null) {
            return 0;
        }
        int found = Arrays.asList(choices).indexOf(stated.value().toLowerCase(Locale.ROOT));
        if (found < 0) {
            mistakes.add(
                    stated.line(),
                    stated.quoted() + "." + Names.didYouMean(stated.value(), Arrays.asList(choices)),
                    "Write “" + String.join("” or “", choices) + "”, or leave it out for “" + choices[0] + "”.");
            return 0;
        }
        return found;
    }

    void none(Stated stated, String remedy) {
        mistakes.add(stated.line(), stated.name() + " is empty.", remedy);
    }
}
