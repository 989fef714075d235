package community.orrery.listen;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a representation (RFC 9110 section 14).
 *
 * @param first the position of its first byte
 * @param length in bytes; 0 stands for a range that cannot be satisfied
 */
record ByteRange(long first, long length) {

    private static final Pattern ONE = Pattern.compile("(?i)bytes[ \\t]*=[ \\t]*(\\d{0,18})-(\\d{0,18})[ \\t]*");
    private static final ByteRange NONE = new ByteRange(0, 0);

    /**
     * @param field a Range field
     * @param size of the whole representation
     * @return empty when the field is to be passed over: it is malformed, of another unit, or asks for several ranges, which a
     *     server need not give
     */
    static Optional<ByteRange> parse(String field, long size) {
        Matcher form = ONE.matcher(field);
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(form.group(2)), size);
            return Optional.of(last == 0 ? NONE : new ByteRange(size - last, last));
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(first >= size ? NONE : new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }

    boolean isUnsatisfiable() {
        return length == 0;
    }

    /** The value of Content-Range. */
    String of(long size) {
        return isUnsatisfiable() ? "bytes */" + size : "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
