package community.orrery.opml;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import java.util.Optional;

/**
 * A list as text, with what is needed to turn it back into the same bytes. Edits work on the text; a file keeps its
 * encoding and its byte order mark.
 *
 * @param text without the byte order mark
 * @param charset in which the file is written
 * @param marked whether the file begins with a byte order mark
 */
public record ListText(String text, Charset charset, boolean marked) {

    /** Empty when the bytes are no text; {@link OpmlReader#read(byte[], String)} then says why. */
    public static Optional<ListText> of(byte[] bytes) {
        return Optional.ofNullable(Decoding.decode(bytes, new Mistakes("")));
    }

    /** The same file with another text. */
    public ListText with(String edited) {
        return new ListText(edited, charset, marked);
    }

    /** The file's bytes. A letter that its encoding lacks is written as a character reference. */
    public byte[] bytes() {
        CharsetEncoder encoder = charset.newEncoder();
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 4);
        if (marked) {
            out.writeBytes("\uFEFF".getBytes(charset));
        }
        if (encoder.canEncode(text)) {
            out.writeBytes(text.getBytes(charset));
        } else {
            text.codePoints().forEach(letter -> out.writeBytes(encode(letter, encoder)));
        }
        return out.toByteArray();
    }

    private static byte[] encode(int letter, CharsetEncoder encoder) {
        String written = Character.toString(letter);
        if (!encoder.canEncode(written)) {
            written = "&#x" + Integer.toHexString(letter).toUpperCase(Locale.ROOT) + ";";
        }
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(written));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(encoder.charset() + " cannot write plain ASCII", e);
        }
    }
}
