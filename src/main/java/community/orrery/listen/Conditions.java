package community.orrery.listen;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a request wants to be true before it is answered in full (RFC 9110 section 13).
 *
 * @param field a request field's value by its name; empty when it was not sent
 */
record Conditions(Function<String, String> field) {

    /** IMF-fixdate (RFC 9110 section 5.6.7): always two digits for the day, which RFC_1123_DATE_TIME does not give. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** How the request is to be answered. */
    enum Verdict {
        SEND,
        NOT_MODIFIED,
        PRECONDITION_FAILED
    }

    static String date(Instant moment) {
        return HTTP_DATE.format(moment);
    }

    /** In the order that section 13.2.2 prescribes: a tag outranks a date. */
    Verdict judge(String etag, Instant modified) {
        Instant whole = modified.truncatedTo(ChronoUnit.SECONDS);
        String match = field.apply("If-Match");
        if (match.isEmpty() ? isAfter(whole, field.apply("If-Unmodified-Since")) : !names(match, etag, false)) {
            return Verdict.PRECONDITION_FAILED;
        }
        String noneMatch = field.apply("If-None-Match");
        if (!noneMatch.isEmpty()) {
            return names(noneMatch, etag, true) ? Verdict.NOT_MODIFIED : Verdict.SEND;
        }
        String since = field.apply("If-Modified-Since");
        return isDate(since) && !isAfter(whole, since) ? Verdict.NOT_MODIFIED : Verdict.SEND;
    }

    /** Whether a range still belongs to what the client holds (section 13.1.5): both must be the same to the letter. */
    boolean allowsRange(String etag, Instant modified) {
        String condition = field.apply("If-Range").strip();
        return condition.isEmpty() || condition.equals(etag) || condition.equals(date(modified));
    }

    private static boolean names(String tags, String etag, boolean weakly) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static boolean isAfter(Instant modified, String date) {
        return isDate(date) && modified.isAfter(HTTP_DATE.parse(date, Instant::from));
    }

    /** A date in a form that nobody has sent for thirty years is passed over, as one that is no date is. */
    private static boolean isDate(String field) {
        try {
            HTTP_DATE.parse(field);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
