package community.orrery.migrate;

import community.orrery.opml.Incoming;
import community.orrery.opml.Stated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Gathers a move while a file is read. */
final class Gathering {

    /** Remedies for what several planets have and this one has not. */
    static final String FOLDERS = "Folders are told on the command line: --output DIR, --archive FILE.";

    static final String DESIGN =
            "A design of your own is a folder beside feeds.opml: planet:theme, see src/site/themes.md.";
    static final String FILTERS =
            "Write planet:categories on the outline to carry only posts with certain tags, or hide single posts: orrery hide.";
    static final String NOTHING = "Nothing here stands for it.";

    private final List<Stated> settings = new ArrayList<>();
    private final List<Incoming> feeds = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    void setting(String name, String value, int line) {
        if (!value.isBlank()) {
            settings.add(new Stated(name, value.strip(), line));
        }
    }

    void feed(Incoming feed) {
        feeds.add(feed);
    }

    void remark(int line, String what, String remedy) {
        remarks.add(new Remark(line, what, remedy));
    }

    /** A thing that the other planet knows and we do not. */
    void lost(Line line, String remedy) {
        remark(line.number(), line.name() + " is not carried over.", remedy);
    }

    /** A face, if it is an address. */
    void avatar(Line line, Map<String, String> own) {
        if (line.value().toLowerCase(Locale.ROOT).matches("https?://.*")) {
            own.put("avatar", line.value());
        } else {
            lost(line, "Put the picture where readers can load it, and write planet:avatar with its address.");
        }
    }

    /** @param home of the blog; empty when that is not known either */
    void noFeed(int line, String blog, String home) {
        remark(
                line,
                blog + " names no feed, and is left out.",
                home.isEmpty() ? "Add it by hand: orrery add URL." : "Find its feed: orrery add " + home);
    }

    MoveOutcome read(String from) {
        remarks.sort(Comparator.comparingInt(Remark::line));
        return new MoveOutcome.Read(new Move(from, settings, feeds, remarks));
    }
}
