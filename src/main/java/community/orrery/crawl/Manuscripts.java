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

/** Cleans what authors wrote, when it is recorded: what comes of it is kept. */
final class Manuscripts {

    private Manuscripts() {}

    /** What the archive keeps beside the raw entry. */
    static Derivation derive(Entry entry, URI feed, boolean usesMaths) {
        Cleaned cleaned = clean(entry, feed, usesMaths);
        Typesetting typesetting =
                cleaned.showsMaths() ? Typesetting.OWN : usesMaths ? Typesetting.FEED : Typesetting.NONE;
        return new Derivation(
                HtmlCleaner.POLICY_VERSION,
                cleaned.text(),
                cleaned.excerpt(),
                cleaned.words(),
                typesetting,
                cleaned.html());
    }

    static Derivation derive(Manuscript manuscript) {
        return derive(manuscript.entry(), manuscript.feed(), manuscript.usesMaths());
    }

    private static Cleaned clean(Entry entry, URI feed, boolean usesMaths) {
        UntrustedHtml text = entry.content() != null ? entry.content() : entry.summary();
        return HtmlCleaner.clean(
                text == null ? new UntrustedHtml("", feed) : text,
                new Origin(entry.metadata().link(), feed, usesMaths));
    }
}
