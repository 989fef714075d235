package community.orrery.crawl;

import community.orrery.archive.Manuscript;
import community.orrery.clean.Cleaned;
import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import community.orrery.history.Derivation;
import community.orrery.history.Typesetting;
import java.net.URI;

/** Cleans what authors wrote: once to know a text when it is recorded, and again whenever a page shows it. */
final class Manuscripts {

    private Manuscripts() {}

    /** What the archive keeps beside the raw entry. */
    static Derivation derive(Entry entry, URI feed, boolean usesMaths) {
        Cleaned cleaned = clean(entry, feed, "", usesMaths);
        Typesetting typesetting =
                cleaned.showsMaths() ? Typesetting.OWN : usesMaths ? Typesetting.FEED : Typesetting.NONE;
        return new Derivation(
                HtmlCleaner.POLICY_VERSION, cleaned.text(), cleaned.excerpt(), cleaned.words(), typesetting);
    }

    static Derivation derive(Manuscript manuscript) {
        return derive(manuscript.entry(), manuscript.feed(), manuscript.usesMaths());
    }

    /** What a page shows. */
    static Cleaned clean(Manuscript manuscript, String idPrefix) {
        return clean(manuscript.entry(), manuscript.feed(), idPrefix, manuscript.usesMaths());
    }

    private static Cleaned clean(Entry entry, URI feed, String idPrefix, boolean usesMaths) {
        UntrustedHtml text = entry.content() != null ? entry.content() : entry.summary();
        return HtmlCleaner.clean(
                text == null ? new UntrustedHtml("", feed) : text,
                new Origin(entry.metadata().link(), feed, idPrefix, usesMaths));
    }
}
