package community.orrery.crawl;

import community.orrery.archive.Manuscript;
import community.orrery.clean.Cleaned;
import community.orrery.clean.HtmlCleaner;
import community.orrery.clean.Origin;
import community.orrery.feed.Entry;
import community.orrery.feed.UntrustedHtml;
import community.orrery.history.Derivation;
import java.net.URI;

/** Cleans what authors wrote: once to know a text when it is recorded, and again whenever a page shows it. */
final class Manuscripts {

    private Manuscripts() {}

    /** What the archive keeps beside the raw entry. */
    static Derivation derive(Entry entry, URI feed) {
        Cleaned cleaned = clean(entry, feed, "");
        return new Derivation(HtmlCleaner.POLICY_VERSION, cleaned.text(), cleaned.excerpt(), cleaned.words());
    }

    /** What a page shows. */
    static Cleaned clean(Manuscript manuscript, String idPrefix) {
        return clean(manuscript.entry(), manuscript.feed(), idPrefix);
    }

    private static Cleaned clean(Entry entry, URI feed, String idPrefix) {
        UntrustedHtml text = entry.content() != null ? entry.content() : entry.summary();
        return HtmlCleaner.clean(
                text == null ? new UntrustedHtml("", feed) : text,
                new Origin(entry.metadata().link(), feed, idPrefix));
    }
}
