package community.orrery.migrate;

import community.orrery.opml.ForeignList;
import community.orrery.opml.Mistake;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads another planet's configuration, whichever it is: its content tells. */
public final class Migration {

    private static final String KNOWN =
            "Known are the config.ini of Planet and Planet Venus, Pluto's planet.ini, Mercury's mercury.toml, moonmoon's"
                    + " people.opml, hpc.social's authors.yml, any OPML, and what “orrery export” writes.";

    private Migration() {}

    /**
     * @param file the whole file; OPML in any encoding that it declares, all others in UTF-8, else windows-1252
     * @param name as messages name it
     */
    public static MoveOutcome read(byte[] file, String name) {
        String text = text(file);
        String start = text.strip();
        if (start.isEmpty()) {
            return unreadable("The file is empty.");
        }
        if (start.startsWith("<") || start.indexOf('\0') >= 0) {
            return opml(file, name);
        }
        if (start.startsWith("{")) {
            return unreadable("This is JSON, but nothing that “orrery export” wrote.");
        }
        if (AuthorsYml.fits(text)) {
            return AuthorsYml.read(text);
        }
        if (MercuryToml.fits(text)) {
            return MercuryToml.read(text);
        }
        if (PlanetIni.fits(text)) {
            return PlanetIni.read(text);
        }
        if (PlutoIni.fits(text)) {
            return PlutoIni.read(text);
        }
        return unreadable("This is the configuration of no planet known here.");
    }

    private static MoveOutcome opml(byte[] file, String name) {
        ForeignList list = ForeignList.read(file, name);
        if (!list.mistakes().isEmpty()) {
            return new MoveOutcome.Unreadable(
                    list.mistakes().stream().map(Migration::remark).toList());
        }
        boolean moonmoon =
                list.remarks().stream().anyMatch(remark -> remark.what().startsWith("isDown="));
        return new MoveOutcome.Read(new Move(
                moonmoon ? "moonmoon's people.opml" : "OPML",
                list.head(),
                list.feeds(),
                list.remarks().stream().map(Migration::remark).toList()));
    }

    private static Remark remark(Mistake mistake) {
        return new Remark(mistake.line(), mistake.what(), mistake.remedy());
    }

    private static MoveOutcome unreadable(String what) {
        return new MoveOutcome.Unreadable(List.of(new Remark(1, what, KNOWN)));
    }

    /** Strictly UTF-8, else what old editors wrote. */
    static String text(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
