package community.orrery.parse;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text without loss: byte order mark, the Content-Type's charset, the XML declaration (RFC 7303 section 3), strict
 * UTF-8, detection, windows-1252. A claim that the bytes contradict is passed over, so a mislabelled feed comes out readable
 * and U+FFFD never appears that was not there.
 */
final class Decoder {

    private static final Pattern HTTP_CHARSET =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern XML_ENCODING =
            Pattern.compile("^\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'>]+)[\"']");

    /** Labels that mean something wider in practice (WHATWG Encoding Standard). */
    private static final Map<String, String> WIDER = Map.of(
            "gb2312",
            "GB18030",
            "gbk",
            "GB18030",
            "ks_c_5601-1987",
            "x-windows-949",
            "euc-kr",
            "x-windows-949",
            "big5",
            "Big5-HKSCS",
            "shift_jis",
            "windows-31j",
            "tis-620",
            "x-windows-874",
            "iso-8859-9",
            "windows-1254",
            "x-sjis",
            "windows-31j");

    /**
     * @param text without byte order mark
     * @param mended what was wrong with the document's claims, in words; null when nothing
     */
    record Decoded(String text, @Nullable String mended) {}

    private final Octets bytes;

    private Decoder(byte[] bytes) {
        this.bytes = new Octets(bytes);
    }

    static Decoded decode(byte[] bytes, @Nullable String contentType) {
        Decoded decoded = new Decoder(bytes).decode(contentType);
        String text = decoded.text();
        return !text.isEmpty() && text.charAt(0) == '\ufeff'
                ? new Decoded(text.substring(1), decoded.mended())
                : decoded;
    }

    private Decoded decode(@Nullable String contentType) {
        Charset marked = byteOrderMark();
        if (marked != null) {
            String text = bytes.strictly(marked);
            return text != null
                    ? new Decoded(text, null)
                    : new Decoded(
                            marked == StandardCharsets.UTF_8 ? bytes.mixed() : bytes.loosely(marked),
                            "it holds bytes that are not " + marked);
        }
        Charset wide = withoutMark();
        String http = found(HTTP_CHARSET, contentType == null ? "" : contentType);
        String declared = found(XML_ENCODING, head(wide));
        String utf8 = wide == null ? bytes.strictly(StandardCharsets.UTF_8) : null;
        boolean ascii = utf8 != null && utf8.length() == bytes.length();
        String refused = null;
        for (String claim : new @Nullable String[] {http, declared}) {
            if (claim == null) {
                continue;
            }
            String text = claimed(claim, wide, utf8);
            if (text != null) {
                return new Decoded(text, refused);
            }
            refused = "it says that it is in " + claim + ", and is not";
        }
        if (wide != null) {
            return new Decoded(bytes.loosely(wide), refused);
        } else if (utf8 != null) {
            return new Decoded(utf8, ascii ? null : refused);
        }
        return new Decoded(guessed(), refused == null ? "it is not in UTF-8 and does not say in what" : refused);
    }

    /** The text if the claim can be true of these bytes; null if not. */
    private @Nullable String claimed(String claim, @Nullable Charset wide, @Nullable String utf8) {
        String label = claim.toLowerCase(Locale.ROOT);
        Charset charset = charset(label);
        if (charset == null) {
            return null;
        }
        boolean saysWide = label.contains("16") && label.startsWith("u")
                || label.contains("32") && label.startsWith("u")
                || label.contains("10646");
        if (wide != null) {
            return saysWide ? bytes.strictly(wide) : null;
        } else if (saysWide) {
            return null;
        } else if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8;
        } else if (charset.equals(StandardCharsets.US_ASCII)) {
            return utf8 != null && utf8.length() == bytes.length() ? utf8 : null;
        } else if (utf8 != null
                && utf8.length() < bytes.length()
                && charset.newEncoder().maxBytesPerChar() <= 1) {
            return utf8; // text in a single-byte charset is next to never valid UTF-8 by chance
        } else if (label.equals("iso-8859-1")
                || label.equals("latin1")
                || label.equals("windows-1252")
                || label.equals("cp1252")) {
            return bytes.windows1252();
        }
        return bytes.strictly(charset);
    }

    private String guessed() {
        if (bytes.isMostlyUtf8()) {
            return bytes.mixed();
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes.bytes(), 0, bytes.length());
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        Charset charset = name == null ? null : charset(name.toLowerCase(Locale.ROOT));
        String text = charset == null
                        || charset.equals(StandardCharsets.UTF_8)
                        || name.startsWith("WINDOWS-1252")
                        || name.startsWith("UTF")
                ? null
                : bytes.strictly(charset);
        return text == null ? bytes.mixed() : text;
    }

    private @Nullable Charset byteOrderMark() {
        if (bytes.startsWith(0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        } else if (bytes.startsWith(0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (bytes.startsWith(0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        } else if (bytes.startsWith(0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return bytes.startsWith(0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 or UTF-32 told by the first characters, "<" and another of ASCII (XML 1.0 appendix F). */
    private @Nullable Charset withoutMark() {
        if (bytes.startsWith(0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        } else if (bytes.startsWith('<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (bytes.startsWith(0, '<') && bytes.at(2) == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return bytes.startsWith('<', 0) && bytes.at(3) == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private String head(@Nullable Charset wide) {
        return bytes.head(1024, wide == null ? StandardCharsets.ISO_8859_1 : wide);
    }

    private static @Nullable Charset charset(String label) {
        String name = WIDER.getOrDefault(label, label);
        try {
            return Charset.forName(Charset.isSupported(name) ? name : label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }
}
