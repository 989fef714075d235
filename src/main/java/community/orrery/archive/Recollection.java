package community.orrery.archive;

import community.orrery.history.FeedMemory;
import community.orrery.history.Past;
import community.orrery.history.Reading;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What is remembered of a feed's member, to be compared with what the feed lists now. */
final class Recollection {

    private final Database database;
    private final Feeds feeds;
    private final Posts posts;
    private final Facts facts;

    Recollection(Database database, Feeds feeds, Posts posts, Facts facts) {
        this.database = database;
        this.feeds = feeds;
        this.posts = posts;
        this.facts = facts;
    }

    Past of(long feed, Reading reading) throws SQLException {
        String member = reading.member().id();
        Map<Long, Map<String, Long>> ids = feeds.ids(member);
        Map<String, Long> others = new HashMap<>();
        ids.forEach((other, used) -> {
            if (other != feed) {
                others.putAll(used);
            }
        });
        FeedMemory memory = feeds.memory(feed);
        Instant lastRead = memory.lastRead();
        return new Past(
                feed,
                memory,
                lastRead != null && lastRead.toEpochMilli() < facts.get(Facts.POLICY_SINCE),
                posts.ofMember(member).stream().map(Row::known).toList(),
                ids.getOrDefault(feed, Map.of()),
                others,
                feeds.listedElsewhere(reading.member(), feed),
                !facts.holds(Facts.FIRST_RUN_DONE),
                post -> database.read(() -> posts.words(post)),
                post -> database.read(() -> posts.manuscript(post)).map(Manuscript::entry));
    }
}
