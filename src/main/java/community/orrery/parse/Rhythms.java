package community.orrery.parse;

import community.orrery.feed.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** How often a feed wants to be asked: RSS ttl in minutes, skipHours, skipDays, and the syndication module. */
final class Rhythms {

    private Rhythms() {}

    static Rhythm of(Element feed) {
        Duration ttl = null;
        Duration period = null;
        int frequency = 1;
        Set<Integer> hours = new TreeSet<>();
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Element child : feed.getChildren()) {
            String text = child.getTextTrim();
            boolean rss = Names.isRss(child.getNamespaceURI());
            switch (Names.local(child)) {
                case "ttl" ->
                    ttl = rss && text.matches("[1-9]\\d{0,6}") ? Duration.ofMinutes(Long.parseLong(text)) : ttl;
                case "skiphours" -> child.getChildren().forEach(hour -> hour(hour.getTextTrim(), hours));
                case "skipdays" -> child.getChildren().forEach(day -> day(day.getTextTrim(), days));
                case "updateperiod" -> period = period(text);
                case "updatefrequency" -> frequency = text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
                default -> {}
            }
        }
        Duration sy = period == null ? null : period.dividedBy(frequency);
        Duration longest = ttl == null || sy != null && sy.compareTo(ttl) > 0 ? sy : ttl;
        return longest == null && hours.isEmpty() && days.isEmpty() ? Rhythm.NONE : new Rhythm(longest, hours, days);
    }

    private static void hour(String text, Set<Integer> hours) {
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 24) {
            hours.add(Integer.parseInt(text) % 24); // 0.91 counts from 1 to 24
        }
    }

    private static void day(String text, Set<DayOfWeek> days) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(text.toUpperCase(Locale.ROOT))) {
                days.add(day);
            }
        }
    }

    private static @Nullable Duration period(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Duration.ofHours(1);
            case "daily" -> Duration.ofDays(1);
            case "weekly" -> Duration.ofDays(7);
            case "monthly" -> Duration.ofDays(30);
            case "yearly" -> Duration.ofDays(365);
            default -> null;
        };
    }
}
