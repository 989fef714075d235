package community.orrery.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601's forms, and with them RFC 3339 and W3CDTF: calendar, ordinal and week dates, extended and basic. */
final class IsoDates {

    /** Letters behind the time are a zone, but for AM and PM: words with these are read as such. */
    private static final String TIME =
            "(?:(?:[Tt]| )\\s*(?<hour>\\d{1,2})(?::?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d+))?)?)?"
                    + "[\\s:]*(?<zone>[Zz]|[+-]\\d{1,2}(?::?\\d{2})?"
                    + "|(?![AaPp][Mm]\\b)[A-Za-z]{2,5}(?:[+-]\\d{1,2}(?::?\\d{2})?)?)?)?";

    private static final Pattern CALENDAR =
            Pattern.compile("(?<year>\\d{4})(?:[-/](?<month>\\d{1,2})(?:[-/](?<day>\\d{1,2}))?)?" + TIME);
    private static final Pattern BASIC = Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME);
    private static final Pattern ORDINAL = Pattern.compile("(?<year>\\d{4}|\\d{2})-?(?<days>\\d{3})" + TIME);
    private static final Pattern WEEK =
            Pattern.compile("(?<year>\\d{4})-?[Ww](?<week>\\d{2})(?:-?(?<weekday>[1-7]))?" + TIME);
    private static final Pattern SHORT = Pattern.compile("(?<year>\\d{2})-?(?<month>\\d{2})-?(?<day>\\d{2})" + TIME);
    private static final Pattern SHORT_MONTH = Pattern.compile("-(?<year>\\d{2})-?(?<month>\\d{2})(?<day>)" + TIME);

    private IsoDates() {}

    /** The moment, or null when the text has none of these forms. */
    static @Nullable Instant read(String text) {
        if (!Character.isDigit(text.charAt(0)) && text.charAt(0) != '-') {
            return null;
        }
        for (Pattern pattern : new Pattern[] {CALENDAR, BASIC, SHORT, SHORT_MONTH}) {
            Matcher date = pattern.matcher(text);
            if (date.matches()) {
                return at(
                        date,
                        LocalDate.of(Dates.year(date.group("year")), number(date, "month", 1), number(date, "day", 1)));
            }
        }
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return at(ordinal, LocalDate.ofYearDay(Dates.year(ordinal.group("year")), number(ordinal, "days", 1)));
        }
        Matcher week = WEEK.matcher(text);
        if (!week.matches()) {
            return null;
        }
        LocalDate fourth = LocalDate.of(Dates.year(week.group("year")), 1, 4);
        return at(
                week,
                fourth.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, "week", 1))
                        .with(java.time.temporal.ChronoField.DAY_OF_WEEK, number(week, "weekday", 1)));
    }

    private static Instant at(Matcher time, LocalDate day) {
        return Dates.at(
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                number(time, "hour", 0),
                number(time, "minute", 0),
                number(time, "second", 0),
                Dates.nanos(time.group("fraction")),
                Dates.offset(time.group("zone")));
    }

    private static int number(Matcher matcher, String group, int absent) {
        String digits = matcher.group(group);
        return digits == null || digits.isEmpty() ? absent : Integer.parseInt(digits);
    }
}
