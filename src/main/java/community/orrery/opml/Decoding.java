package community.orrery.opml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text as XML 1.0 appendix F has it: byte order mark, else the zero bytes of UTF-16, else the declared encoding,
 * else UTF-8. Bytes that do not fit are a mistake, never a replacement character.
 */
final class Decoding {

    /** A list of a hundred thousand members is about 20 MiB; more than this is something else. */
    static final int MAX_BYTES = 32 << 20;

    private static final String AS_UTF8 = "Save the file as UTF-8 text and try again.";
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"'>]*)[\"']");

    private record Mark(Charset charset) {
        byte[] bytes() {
            return "\uFEFF".getBytes(charset);
        }
    }

    /** UTF-32 first: its little-endian mark begins with UTF-16's. */
    private static final List<Mark> MARKS = List.of(
            new Mark(Charset.forName("UTF-32BE")),
            new Mark(Charset.forName("UTF-32LE")),
            new Mark(StandardCharsets.UTF_8),
            new Mark(StandardCharsets.UTF_16BE),
            new Mark(StandardCharsets.UTF_16LE));

    private Decoding() {}

    /** Null after a mistake. */
    static @Nullable ListText decode(byte[] bytes, Mistakes mistakes) {
        if (bytes.length > MAX_BYTES) {
            mistakes.add(
                    1,
                    "The file holds " + (bytes.length >> 20) + " MiB, far more than a list of feeds does.",
                    "Check that this is the right file; at most " + (MAX_BYTES >> 20) + " MiB are read.");
            return null;
        }
        if (startsWith(bytes, 0x1F, 0x8B) || startsWith(bytes, 'P', 'K', 3, 4)) {
            mistakes.add(1, "The file is compressed.", "Unpack it and name the file inside.");
            return null;
        }
        for (Mark mark : MARKS) {
            if (startsWith(bytes, mark.bytes())) {
                return strictly(bytes, mark.bytes().length, mark.charset(), mistakes);
            }
        }
        Charset charset = unmarked(bytes, mistakes);
        return charset == null ? null : strictly(bytes, 0, charset, mistakes);
    }

    private static @Nullable Charset unmarked(byte[] bytes, Mistakes mistakes) {
        if (startsWith(bytes, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, '<', 0)) {
            return StandardCharsets.UTF_16LE;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declared.group(1).strip();
        int line = new Lines(start).at(declared.start(1));
        if (name.toUpperCase(Locale.ROOT).matches("(X-)?UTF-?(16|32).*|ISO-10646.*|UCS-.*")) {
            mistakes.add(
                    line,
                    "The first line says encoding=\"" + name + "\", but the file is not written so.",
                    "Write encoding=\"UTF-8\" there.");
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            mistakes.add(
                    line,
                    "The first line says encoding=\"" + name + "\", which is no encoding known here.",
                    "Save the file as UTF-8 and write encoding=\"UTF-8\" there.");
            return null;
        }
    }

    private static @Nullable ListText strictly(byte[] bytes, int from, Charset charset, Mistakes mistakes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = new Lines(text).at(text.length());
            mistakes.add(line, "This line holds bytes that are not " + charset.name() + ".", AS_UTF8);
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            mistakes.add(new Lines(text).at(text.indexOf('\0')), "The file is not text.", AS_UTF8);
            return null;
        }
        return new ListText(text, charset, from > 0);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        byte[] wanted = new byte[start.length];
        for (int i = 0; i < start.length; i++) {
            wanted[i] = (byte) start[i];
        }
        return startsWith(bytes, wanted);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
