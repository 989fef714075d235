package community.orrery.parse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: RFC 822 and its corruptions, RFC 3339, ISO 8601, ctime, epoch seconds, words of twenty languages.
 * A date that does not exist (31 February) or can't be meant (before 1990, more than a day ahead) is no date: it reads as
 * null, and the day on which the entry was first seen stands in for it elsewhere.
 */
final class Dates {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final int LONGEST = 100;
    private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(?:\\.\\d+)?|(\\d{12,13})");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?(?!\\d)");

    /** Minutes east of Greenwich. The single letters are those that RFC 822 gives. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("wet", 0),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("met", 60),
            Map.entry("mez", 60),
            Map.entry("west", 60),
            Map.entry("cest", 120),
            Map.entry("mest", 120),
            Map.entry("mesz", 120),
            Map.entry("eet", 120),
            Map.entry("sast", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("trt", 180),
            Map.entry("ist", 330),
            Map.entry("sgt", 480),
            Map.entry("hkt", 480),
            Map.entry("awst", 480),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("acst", 570),
            Map.entry("aest", 600),
            Map.entry("acdt", 630),
            Map.entry("aedt", 660),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780),
            Map.entry("brt", -180),
            Map.entry("art", -180),
            Map.entry("ndt", -150),
            Map.entry("nst", -210),
            Map.entry("adt", -180),
            Map.entry("ast", -240),
            Map.entry("at", -240),
            Map.entry("edt", -240),
            Map.entry("est", -300),
            Map.entry("et", -300),
            Map.entry("cdt", -300),
            Map.entry("cst", -360),
            Map.entry("ct", -360),
            Map.entry("mdt", -360),
            Map.entry("mst", -420),
            Map.entry("mt", -420),
            Map.entry("pdt", -420),
            Map.entry("pst", -480),
            Map.entry("pt", -480),
            Map.entry("akdt", -480),
            Map.entry("akst", -540),
            Map.entry("hst", -600),
            Map.entry("a", -60),
            Map.entry("n", 60),
            Map.entry("m", -720),
            Map.entry("y", 720));

    private Dates() {}

    /**
     * The moment a text means, UTC where it names no zone.
     *
     * @param now to tell a date that can't be meant
     * @return null when absent, unreadable, impossible or absurd
     */
    static @Nullable Instant read(@Nullable String text, Instant now) {
        Instant date = moment(text);
        return date == null || date.isBefore(EARLIEST) || date.isAfter(now.plus(Duration.ofDays(1))) ? null : date;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        String date = Texts.fold(text).replace('\u2212', '-');
        if (date.isEmpty() || date.length() > LONGEST) {
            return null;
        }
        try {
            Matcher epoch = EPOCH.matcher(date);
            if (epoch.matches()) {
                return epoch.group(1) != null
                        ? Instant.ofEpochSecond(Long.parseLong(epoch.group(1)))
                        : Instant.ofEpochMilli(Long.parseLong(epoch.group(2)));
            }
            Instant iso = IsoDates.read(date);
            return iso != null ? iso : WordDates.read(date);
        } catch (DateTimeException e) {
            return null; // 31 February, 25 o'clock
        }
    }

    /**
     * @param hour 24 only at midnight
     * @param second 60, a leap second, counts as 59
     * @param nanos fraction of the second
     */
    static Instant at(int year, int month, int day, int hour, int minute, int second, int nanos, int offset) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        LocalDateTime local =
                LocalDateTime.of(year, month, day, midnight ? 0 : hour, minute, second == 60 ? 59 : second, nanos);
        return local.plusDays(midnight ? 1 : 0).minusMinutes(offset).toInstant(ZoneOffset.UTC);
    }

    /** The digits after a decimal point, as nanoseconds. */
    static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    /** Two digits: from 90 on the last century. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year < 90 ? 2000 + year : 1900 + year;
    }

    /** Minutes east of Greenwich, of "+0200", "-5:30", "GMT+1", "EST"; 0 for a zone nobody knows. */
    static int offset(@Nullable String zone) {
        if (zone == null) {
            return 0;
        }
        Matcher offset = OFFSET.matcher(zone);
        if (offset.find()) {
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            int total = Integer.parseInt(offset.group(2)) * 60 + minutes;
            if (total > 18 * 60 || minutes > 59) {
                throw new DateTimeException("no such offset: " + zone);
            }
            return offset.group(1).equals("-") ? -total : total;
        }
        for (String word : zone.toLowerCase(Locale.ROOT).replace("etc/", " ").split("[^a-z]+")) {
            Integer minutes = ZONES.get(word);
            if (minutes != null) {
                return minutes;
            }
        }
        return 0;
    }
}
