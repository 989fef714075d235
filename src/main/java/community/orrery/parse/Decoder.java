package community.orrery.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
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

    /** What windows-1252 shows for the bytes 80 to 9F; its five holes stay the control characters they are in Latin-1. */
    private static final String WINDOWS_1252 =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    /**
     * @param text without byte order mark
     * @param mended what was wrong with the document's claims, in words; null when nothing
     */
    record Decoded(String text, @Nullable String mended) {}

    private final byte[] bytes;

    private Decoder(byte[] bytes) {
        this.bytes = bytes;
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
            String text = strictly(marked);
            return text != null
                    ? new Decoded(text, null)
                    : new Decoded(
                            marked == StandardCharsets.UTF_8 ? mixed() : loosely(marked),
                            "it holds bytes that are not " + marked);
        }
        Charset wide = withoutMark();
        String http = found(HTTP_CHARSET, contentType == null ? "" : contentType);
        String declared = found(XML_ENCODING, head(wide));
        String utf8 = wide == null ? strictly(StandardCharsets.UTF_8) : null;
        boolean ascii = utf8 != null && utf8.length() == bytes.length;
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
            return new Decoded(loosely(wide), refused);
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
            return saysWide ? strictly(wide) : null;
        } else if (saysWide) {
            return null;
        } else if (charset.equals(StandardCharsets.UTF_8)) {
            return utf8;
        } else if (charset.equals(StandardCharsets.US_ASCII)) {
            return utf8 != null && utf8.length() == bytes.length ? utf8 : null;
        } else if (utf8 != null
                && utf8.length() < bytes.length
                && charset.newEncoder().maxBytesPerChar() <= 1) {
            return utf8; // text in a single-byte charset is next to never valid UTF-8 by chance
        } else if (label.equals("iso-8859-1")
                || label.equals("latin1")
                || label.equals("windows-1252")
                || label.equals("cp1252")) {
            return windows1252();
        }
        return strictly(charset);
    }

    private String guessed() {
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(i);
            valid += length > 1 ? 1 : 0;
            invalid += length == 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        if (valid > invalid) {
            return mixed();
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        Charset charset = name == null ? null : charset(name.toLowerCase(Locale.ROOT));
        String text = charset == null
                        || charset.equals(StandardCharsets.UTF_8)
                        || name.startsWith("WINDOWS-1252")
                        || name.startsWith("UTF")
                ? null
                : strictly(charset);
        return text == null ? mixed() : text;
    }

    /** UTF-8 where it is UTF-8, windows-1252 where it is not: what a page pasted together from both means. */
    private String mixed() {
        StringBuilder text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(i);
            if (length == 1) {
                text.append((char) bytes[i]);
            } else if (length > 1) {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
            } else {
                text.append(windows1252(bytes[i]));
            }
            i += Math.max(1, length);
        }
        return text.toString();
    }

    /** The length of the UTF-8 sequence at an index, 0 when there is none (RFC 3629 section 4). */
    private int sequence(int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length < 2) {
            return length;
        } else if (at + length > bytes.length) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    private String windows1252() {
        char[] text = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            text[i] = windows1252(bytes[i]);
        }
        return new String(text);
    }

    static char windows1252(byte b) {
        int code = b & 0xff;
        return code >= 0x80 && code < 0xa0 ? WINDOWS_1252.charAt(code - 0x80) : (char) code;
    }

    private @Nullable Charset byteOrderMark() {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            return StandardCharsets.UTF_8;
        } else if (startsWith(0xff, 0xfe, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (startsWith(0, 0, 0xfe, 0xff)) {
            return Charset.forName("UTF-32BE");
        } else if (startsWith(0xff, 0xfe)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
    }

    /** UTF-16 or UTF-32 told by the first characters, "<" and another of ASCII (XML 1.0 appendix F). */
    private @Nullable Charset withoutMark() {
        if (startsWith(0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        } else if (startsWith('<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        } else if (startsWith(0, '<') && bytes.length > 3 && bytes[2] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith('<', 0) && bytes.length > 3 && bytes[3] == 0 ? StandardCharsets.UTF_16LE : null;
    }

    private boolean startsWith(int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private String head(@Nullable Charset wide) {
        return new String(bytes, 0, Math.min(bytes.length, 1024), wide == null ? StandardCharsets.ISO_8859_1 : wide);
    }

    private @Nullable String strictly(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // The JDK's own decoder in String is several times faster than a CharsetDecoder, and marks what it can't
            // read.
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') < 0 ? text : strictly(charset, ByteBuffer.wrap(bytes));
        }
        return strictly(charset, ByteBuffer.wrap(bytes));
    }

    private static @Nullable String strictly(Charset charset, ByteBuffer bytes) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return text.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** As much as can be read; what can't is left out. */
    private String loosely(Charset charset) {
        return new String(bytes, charset).replace("\ufffd", "");
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
