package community.orrery.crawl;

import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import java.util.List;
import java.util.regex.Pattern;

/** Whether a feed gives only the beginnings of its posts. Judged by how the markup ends, since cleaning it costs more. */
final class Beginnings {

    /** Fewer entries tell too little of a blog's habits. */
    private static final int TELLING = 3;

    /** Beginnings are as long at most, their markup included. */
    private static final int SHORT = 2000;

    private static final int END = 600;

    private static final Pattern TAG = Pattern.compile("<[^>]*>|^[^<]*>|<[^>]*$");
    private static final Pattern CUT_OFF = Pattern.compile(
            "(?:…|&hellip;|&#8230;|&#x2026;|\\.\\.\\.)\\s*\\]?\\s*$"
                    + "|(?:continue reading|read more|weiterlesen|lire la suite|the post .* appeared first on).{0,200}$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Beginnings() {}

    /** True when more than half of the entries are cut off. */
    static boolean isAll(List<Entry> entries) {
        return entries.size() >= TELLING
                && 2 * entries.stream().filter(Beginnings::isCutOff).count() > entries.size();
    }

    private static boolean isCutOff(Entry entry) {
        UntrustedHtml text = entry.content() == null ? entry.summary() : entry.content();
        String markup = text == null ? "" : text.markup().strip();
        if (markup.length() > SHORT) {
            return false;
        }
        String end = markup.substring(Math.max(0, markup.length() - END));
        return CUT_OFF.matcher(TAG.matcher(end).replaceAll("")).find();
    }
}
