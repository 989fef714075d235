package community.orrery.migrate;

import community.orrery.opml.Incoming;
import community.orrery.opml.Stated;
import java.util.List;

/**
 * What another program's file holds for a list of ours.
 *
 * @param from what it was told to be: “Pluto's planet.ini”
 * @param settings by their names in our list's head
 * @param feeds in the file's order
 * @param remarks what is not carried over, in the file's order
 */
public record Move(String from, List<Stated> settings, List<Incoming> feeds, List<Remark> remarks) {

    public Move {
        settings = List.copyOf(settings);
        feeds = List.copyOf(feeds);
        remarks = List.copyOf(remarks);
    }
}
