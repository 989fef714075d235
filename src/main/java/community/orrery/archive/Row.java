package community.orrery.archive;

import community.orrery.crosspost.Print;
import community.orrery.feed.EntryId;
import community.orrery.feed.Post;
import community.orrery.history.Change;
import community.orrery.history.Derivation;
import community.orrery.history.Known;
import community.orrery.history.Marks;
import community.orrery.history.Typesetting;
import community.orrery.likeness.Digest;
import community.orrery.likeness.Wording;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of posts.
 *
 * @param key 0 before it is stored
 * @param feed whose word on it counts
 * @param metadata as JSON
 * @param simHash of the cleaned text
 * @param typesetting on whose word its dollar signs were read
 */
record Row(
        long key,
        String member,
        String slug,
        EntryId id,
        long feed,
        String metadata,
        Instant firstSeen,
        Instant ordered,
        @Nullable Instant revised,
        String excerpt,
        int words,
        boolean heldBack,
        @Nullable Instant withdrawn,
        Marks marks,
        long simHash,
        Typesetting typesetting) {

    static final String COLUMNS =
            "key, member, slug, id, id_kind, feed, metadata, first_seen, ordered, revised, excerpt,"
                    + " words, held_back, withdrawn, raw_digest, sim_hash, policy, version, maths";

    /** What a print is made of. */
    static final String PRINT = "key, member, id, id_kind, metadata, sim_hash, words";

    static Row added(String member, long feed, Change.Added added, Wording wording) {
        Derivation derivation = added.derivation();
        return new Row(
                0,
                member,
                added.slug(),
                added.entry().id(),
                feed,
                MetadataJson.write(added.entry().metadata()),
                added.firstSeen(),
                added.ordered(),
                null,
                derivation.excerpt(),
                derivation.words(),
                added.heldBack(),
                null,
                added.marks(),
                wording.simHash(),
                derivation.typesetting());
    }

    /** As this feed now has it. */
    Row edited(Change.Edited edited, long feed, Wording wording) {
        Derivation derivation = edited.derivation();
        return new Row(
                key,
                member,
                slug,
                id,
                feed,
                MetadataJson.write(edited.entry().metadata()),
                firstSeen,
                ordered,
                edited.revised(),
                derivation.excerpt(),
                derivation.words(),
                heldBack,
                null,
                edited.marks(),
                wording.simHash(),
                derivation.typesetting());
    }

    Row derivedAgain(Derivation derivation, Wording wording) {
        Marks again = new Marks(marks.raw(), derivation.policy());
        return new Row(
                key,
                member,
                slug,
                id,
                feed,
                metadata,
                firstSeen,
                ordered,
                revised,
                derivation.excerpt(),
                derivation.words(),
                heldBack,
                withdrawn,
                again,
                wording.simHash(),
                derivation.typesetting());
    }

    Row withdrawn(@Nullable Instant when) {
        return new Row(
                key,
                member,
                slug,
                id,
                feed,
                metadata,
                firstSeen,
                ordered,
                revised,
                excerpt,
                words,
                heldBack,
                when,
                marks,
                simHash,
                typesetting);
    }

    Post.Standing standing() {
        if (withdrawn != null) {
            return Post.Standing.WITHDRAWN;
        }
        return heldBack ? Post.Standing.HELD_BACK : Post.Standing.SHOWN;
    }

    /** A digest of everything that a page shows of it. */
    String version() {
        return Digest.of(
                member,
                slug,
                id.value(),
                id.kind(),
                metadata,
                firstSeen,
                ordered,
                revised,
                excerpt,
                words,
                standing(),
                marks.raw(),
                marks.policy(),
                typesetting == Typesetting.NONE);
    }

    /** The values of {@link #COLUMNS} after the key. */
    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            member,
            slug,
            id.value(),
            id.kind(),
            feed,
            metadata,
            firstSeen,
            ordered,
            revised,
            excerpt,
            words,
            heldBack,
            withdrawn,
            marks.raw(),
            simHash,
            marks.policy(),
            version(),
            typesetting.ordinal()
        };
    }

    Known known() {
        return new Known(
                key, feed, slug, id, MetadataJson.read(metadata), marks, firstSeen, ordered, revised, withdrawn);
    }

    Print print() {
        return print(key);
    }

    /** Of a row that has just been given its key. */
    Print print(long key) {
        return new Print(key, member, id, MetadataJson.read(metadata), simHash, words);
    }

    /** From a row of {@link #PRINT}. */
    static Print readPrint(ResultSet row) throws SQLException {
        return new Print(
                row.getLong("key"),
                row.getString("member"),
                id(row),
                MetadataJson.read(row.getString("metadata")),
                row.getLong("sim_hash"),
                row.getInt("words"));
    }

    static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("key"),
                row.getString("member"),
                row.getString("slug"),
                id(row),
                row.getLong("feed"),
                row.getString("metadata"),
                Objects.requireNonNull(Database.instant(row, "first_seen")),
                Objects.requireNonNull(Database.instant(row, "ordered")),
                Database.instant(row, "revised"),
                row.getString("excerpt"),
                row.getInt("words"),
                row.getInt("held_back") != 0,
                Database.instant(row, "withdrawn"),
                new Marks(row.getString("raw_digest"), row.getInt("policy")),
                row.getLong("sim_hash"),
                Typesetting.values()[row.getInt("maths")]);
    }

    static EntryId id(ResultSet row) throws SQLException {
        return new EntryId(row.getString("id"), EntryId.Kind.valueOf(row.getString("id_kind")));
    }
}
