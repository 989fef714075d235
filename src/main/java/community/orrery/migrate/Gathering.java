package community.orrery.migrate;

import community.orrery.opml.Incoming;
import community.orrery.opml.Stated;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers a move while a file is read. */
final class Gathering {

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

    MoveOutcome read(String from) {
        remarks.sort(Comparator.comparingInt(Remark::line));
        return new MoveOutcome.Read(new Move(from, settings, feeds, remarks));
    }
}
