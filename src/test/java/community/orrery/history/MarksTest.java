package community.orrery.history;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import community.orrery.feed.KeptHtml;
import community.orrery.feed.Metadata;
import community.orrery.feed.UntrustedHtml;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What tells a text from what was stored of it. */
class MarksTest {

    private static final String BASE = "https://ada.example/";
    private static final Derivation NONE = new Derivation(1, "", "", 0, Typesetting.NONE, new KeptHtml("", null));

    @Test
    void areOfTheSameMarkupAloneInTheSamePlaceAndWithTheSameBase() {
        Marks marks = Marks.of(entry("<p>é</p>", null, BASE), NONE);

        assertThat(marks.areOf(entry("<p>é</p>", null, BASE))).isTrue();
        assertThat(marks.areOf(entry("<p>e</p>", null, BASE))).isFalse();
        assertThat(marks.areOf(entry(null, "<p>é</p>", BASE))).isFalse();
        assertThat(marks.areOf(entry("<p>é</p>", "", BASE))).isFalse();
        assertThat(marks.areOf(entry("<p>é</p>", null, BASE + "x"))).isFalse();
    }

    /** The digest of this entry as archives of schema 2 hold it. */
    @Test
    void thoseOfAnEarlierProgramAreStillKnown() {
        Marks former = new Marks("0d7ebafee9d5048cb8febae87231a96d", 2);

        assertThat(former.areOf(entry("<p>A short night in the machine room.</p>", null, BASE + "night")))
                .isTrue();
        assertThat(former.areOf(entry("<p>A long night in the machine room.</p>", null, BASE + "night")))
                .isFalse();
    }

    @Test
    void textsAreComparedAsTheArchiveKeepsThem() {
        assertThat(Marks.sameText("cut \ud83d, 3 comments", "cut ?, 4 comments"))
                .isTrue();
        assertThat(Marks.sameText("cut \ud83d\ude00", "cut ?")).isFalse();
        assertThat(Marks.sameEssence(entry("<p>cut \ud83d</p>", null, BASE), entry("<div>cut ?</div>", null, BASE)))
                .isTrue();
        assertThat(Marks.sameEssence(entry("<p>cut</p>", null, BASE), entry("<p>cut</p>", "", BASE)))
                .isFalse();
    }

    private static Entry entry(@Nullable String content, @Nullable String summary, String base) {
        return new Entry(
                new EntryId("1", EntryId.Kind.GUID),
                new Metadata(
                        null, "", null, null, List.of(), List.of(), null, null, null, List.of(), null, null, null,
                        null),
                html(content, base),
                html(summary, base));
    }

    private static @Nullable UntrustedHtml html(@Nullable String markup, String base) {
        return markup == null ? null : new UntrustedHtml(markup, URI.create(base));
    }
}
