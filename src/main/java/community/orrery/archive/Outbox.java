package community.orrery.archive;

import community.orrery.health.Alarm;
import community.orrery.health.Notice;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person was told, and what is still on its way to that person: kept until it is delivered. */
public final class Outbox {

    private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String ALARMS = "select f.member, f.xml_url from alarm a join feed f on f.key = a.feed";
    private static final String TELL =
            "insert into alarm (feed, told) select key, ? from feed where member = ? and xml_url = ?";
    private static final String QUEUE = "insert into message (id, subject, body, made, tries, next_try)"
            + " values (?, ?, ?, ?, 0, ?) on conflict (id) do nothing";
    private static final String WAITING =
            "select * from message where next_try <= ? or next_try > ? order by tries >= 3, key";
    private static final String EXPIRED = "select * from message where made < ? and tries > 0 order by key";

    private final Database database;
    private final Facts facts;

    public Outbox(Archive archive) {
        this.database = archive.database();
        this.facts = new Facts(database);
    }

    /**
     * A message not delivered yet.
     *
     * @param tries so far, all in vain
     */
    public record Waiting(long key, Notice notice, Instant made, int tries) {}

    /** Of which feeds somebody knows that they fail. */
    public Set<Alarm> alarms() {
        return new HashSet<>(database.read(
                () -> database.query(ALARMS, row -> new Alarm(row.getString(1), URI.create(row.getString(2))))));
    }

    /** Keeps messages and what is known once they are read: together, or a crash would tell twice or never. */
    public void put(List<Notice> notices, Set<Alarm> known, Instant now) {
        if (notices.isEmpty() && known.equals(alarms())) {
            return;
        }
        database.write(() -> {
            database.update("delete from alarm");
            for (Alarm alarm : known) {
                database.update(TELL, now, alarm.member(), alarm.feed());
            }
            return queue(notices, now);
        });
    }

    /** When the last digest was made; empty before the first. */
    public Optional<Instant> lastDigest() {
        long last = database.read(() -> facts.get(Facts.DIGEST));
        return last == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(last));
    }

    /** Keeps a digest and that it was made; without one, only from when the first is to count. */
    public void putDigest(Optional<Notice> digest, Instant now) {
        database.write(() -> {
            queue(digest.stream().toList(), now);
            return facts.set(Facts.DIGEST, now.toEpochMilli());
        });
    }

    private int queue(List<Notice> notices, Instant now) throws SQLException {
        for (Notice notice : notices) {
            database.update(QUEUE, notice.id(), notice.subject(), notice.body(), now, now);
        }
        return notices.size();
    }

    /** What to try to deliver now: the oldest first, but for those that were tried again and again: one that is always refused keeps no other back. */
    public List<Waiting> waiting(Instant now) {
        Instant clockWasAhead = now.plus(FIRST_WAIT.multipliedBy(1L << MOST_DOUBLINGS));
        return database.read(() -> database.query(WAITING, Outbox::waiting, now, clockWasAhead));
    }

    /** Gives up what could not be delivered for a month: by then it is no news, and an address that is gone takes none of it. */
    public List<Waiting> expire(Instant now) {
        List<Waiting> expired = database.read(() -> database.query(EXPIRED, Outbox::waiting, now.minus(KEPT)));
        expired.forEach(this::remove);
        return expired;
    }

    public void delivered(Waiting message) {
        remove(message);
    }

    private void remove(Waiting message) {
        database.write(() -> database.update("delete from message where key = ?", message.key()));
    }

    /** To be tried again, after five minutes, then ever more seldom, up to five hours; and not before, all the others. */
    public void undelivered(Waiting message, String trouble, Instant now) {
        Instant next = now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(message.tries(), MOST_DOUBLINGS)));
        database.write(() -> {
            database.update("update message set next_try = ? where next_try < ?", next, next);
            return database.update(
                    "update message set tries = tries + 1, next_try = ?, trouble = ? where key = ?",
                    next,
                    trouble,
                    message.key());
        });
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("key"),
                new Notice(row.getString("id"), row.getString("subject"), row.getString("body")),
                Instant.ofEpochMilli(row.getLong("made")),
                row.getInt("tries"));
    }
}
