package community.orrery.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with the preview's script in it. The script asks every second, in a way that every page's security policy allows,
 * which publish the site is of, and loads the page anew when that is another than the one the page came with.
 */
final class LivePage {

    /** Where the preview's own files are; no file of a site's is, since no name of its begins with a dot. */
    static final String FOLDER = "/.orrery/";

    /** A page that is longer is sent as it is. */
    static final long LARGEST = 16 << 20;

    private static final byte[] WAITING =
            ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>No site yet</title>"
                            + "<body><h1>No site yet</h1><p>Nothing has been published in this folder. Run <code>orrery update</code>;"
                            + " this page will show the site as soon as it is there.</p></body></html>")
                    .getBytes(StandardCharsets.UTF_8);

    /** What stands before a path below the site's root, on a page of it. */
    private static final Pattern ROOT = Pattern.compile("href=\"([^\"]*)assets/style\\.css");

    private LivePage() {}

    /** @param site which publish the page is of */
    static byte[] of(byte[] page, String site) {
        byte[] script = ("<script src=\"" + FOLDER + "preview.js\" data-site=\"" + site + "\" defer></script>")
                .getBytes(StandardCharsets.US_ASCII);
        int end = new String(page, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .lastIndexOf("</body");
        int at = end < 0 ? page.length : end;
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length + script.length);
        out.write(page, 0, at);
        out.writeBytes(script);
        out.write(page, at, page.length - at);
        return out.toByteArray();
    }

    /**
     * The page for lost addresses, which stands under any of them: its links begin at the site's public address, and here at the
     * root, where the preview has the site.
     */
    static byte[] lost(byte[] page, String site) {
        String text = new String(page, StandardCharsets.ISO_8859_1);
        Matcher root = ROOT.matcher(text);
        String here = root.find()
                ? text.replaceAll("(href|src)=\"" + Pattern.quote(root.group(1)) + "(?![a-z]+:|[#/])", "$1=\"/")
                : text;
        return of(here.getBytes(StandardCharsets.ISO_8859_1), site);
    }

    /** Shown where nothing was published yet. */
    static byte[] waiting() {
        return of(WAITING, "");
    }

    /** What the script asks for. @param run a JSON object, or null in JSON */
    static byte[] now(String site, String run) {
        return ("orreryPreview({\"site\":\"" + site + "\",\"run\":" + run + "});\n").getBytes(StandardCharsets.UTF_8);
    }

    /** One of the preview's own files. */
    static byte[] resource(String name) {
        try (InputStream in = LivePage.class.getResourceAsStream("/serve/" + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "This build of Orrery lacks its preview: no " + name + " among its resources. Build it again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + " from Orrery's own resources", e);
        }
    }
}
