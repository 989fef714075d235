package community.orrery.parse;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates with words in them: RFC 822 in any order, ctime, Perforce, and what software makes of them in other languages. The
 * time is found first; a zone may only follow it; what is left holds a day, a month and a year.
 */
final class WordDates {

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d+))?)?(?![\\d:])\\s*(?:([ap])\\.?\\s?m\\b\\.?)?");
    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?\\s*[+-]\\d{1,2}(?::?\\d{2})?(?![\\d-])");
    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\d+");

    /** The beginnings of months' names, accents removed; the longest that fits counts. */
    private static final Map<String, Integer> MONTHS = months(
            "jan gen ene ian xan ιαν янв sty led tammi oca",
            "feb fev φεβ фев lut uno helmi sub",
            "mar mrz mrt maart maalis μαρ мар bre",
            "apr avr abr απρ апр kwi dub huhti nis",
            "may mai mag maj mei μαι май мая kve touko maggio",
            "jun juin giu iun xun ιουν июн cze cerven cervn kesa haz",
            "jul juil lug iul xul ιουλ июл lip cervenc cervenec heina tem",
            "aug aou ago αυγ авг sie srp elo agu",
            "sep set σεπ сен wrz zar syys eyl",
            "oct okt ott out οκτ окт paz rij loka eki",
            "nov noi νοε ноя lis marras kas",
            "dec dez dic des δεκ дек gru pro joulu ara");

    /** Days whose names begin like a month's. */
    private static final Set<String> WEEKDAYS = Set.of(
            "mardi",
            "martes",
            "martedi",
            "marti",
            "maandag",
            "maanantai",
            "ma",
            "lunes",
            "setimo",
            "pazar",
            "pazartesi",
            "sunday",
            "sun",
            "mon",
            "sat");

    /** Nate and OnBlog name no zone: their blogs are written in Korea, whose clocks stand at +09:00 all year. */
    private static final Pattern KOREAN = Pattern.compile("\\p{IsHangul}");

    private static final int KOREA = 9 * 60;

    private static final List<String> FIRST_HALF = List.of("오전", "上午", "午前");
    private static final List<String> SECOND_HALF = List.of("오후", "下午", "午後");

    private WordDates() {}

    /** The moment, or null when the text says none. */
    static @Nullable Instant read(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String date = Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "")
                .replaceAll("(?<=\\d)t(?=\\d)", " ");
        Matcher time = TIME.matcher(date);
        if (!time.find()) {
            return date.contains(":") ? null : day(date, new int[4], 0);
        }
        String tail = date.substring(time.end());
        Matcher offset = OFFSET.matcher(tail);
        boolean numeric = offset.find();
        if (!numeric && tail.matches(".*[+-].*:.*")) {
            return null;
        }
        int[] clock = {
            hour(Integer.parseInt(time.group(1)), half(time.group(5), date)),
            Integer.parseInt(time.group(2)),
            time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
            Dates.nanos(time.group(4))
        };
        String zoned = numeric ? offset.group() : tail;
        int zone = zoned.isBlank() && KOREAN.matcher(date).find() ? KOREA : Dates.offset(zoned);
        String rest = numeric ? offset.replaceFirst(" ") : tail;
        return day(date.substring(0, time.start()) + " " + rest, clock, zone);
    }

    /** "a", "p" or null: half of the day, as written after the time, or in Korean, Chinese and Japanese before it. */
    private static @Nullable String half(@Nullable String written, String date) {
        if (SECOND_HALF.stream().anyMatch(date::contains)) {
            return "p";
        }
        return FIRST_HALF.stream().anyMatch(date::contains) ? "a" : written;
    }

    private static int hour(int hour, @Nullable String half) {
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equals("p") ? 12 : 0);
    }

    private static @Nullable Instant day(String text, int[] clock, int zone) {
        List<String> numbers = new ArrayList<>();
        int month = 0;
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (Character.isDigit(token.group().charAt(0))) {
                numbers.add(token.group());
            } else {
                int named = month(token.group());
                month = named == 0 ? month : named;
            }
        }
        if (month > 0 && !numbers.isEmpty()) {
            numbers.add(1, "0"); // keeps the order day, month, year readable below; a missing number ends the attempt
        }
        return numbers.size() < 3 ? null : ordered(text, numbers, month, clock, zone);
    }

    private static @Nullable Instant ordered(String text, List<String> numbers, int named, int[] clock, int zone) {
        String first = numbers.get(0);
        String last = numbers.get(2);
        boolean yearFirst = first.length() == 4;
        String year = yearFirst ? first : last;
        int day = number(yearFirst ? last : first);
        int month = named > 0 ? named : number(numbers.get(1));
        if (named == 0 && !yearFirst && text.contains("/") && number(numbers.get(1)) > 0 && day <= 12) {
            month = day; // 12/31/2003: with slashes the month comes first, unless it can't be one
            day = number(numbers.get(1));
        }
        if (year.length() > 4 || year.length() == 3 || year.length() == 1) {
            return null;
        }
        return Dates.at(Dates.year(year), month, day, clock[0], clock[1], clock[2], clock[3], zone);
    }

    private static int number(String digits) {
        return digits.length() > 4 ? 0 : Integer.parseInt(digits);
    }

    private static int month(String word) {
        if (WEEKDAYS.contains(word)) {
            return 0;
        }
        for (int length = Math.min(8, word.length()); length >= 3; length--) {
            Integer month = MONTHS.get(word.substring(0, length));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }

    private static Map<String, Integer> months(String... names) {
        Map<String, Integer> months = new java.util.HashMap<>();
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                months.put(name, i + 1);
            }
        }
        return Map.copyOf(months);
    }
}
