package community.orrery.site;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a file is made from into one digest: equal digests, equal bytes. A text is taken with its length, so that
 * "ab" and "c" are not "a" and "bc"; numbers and moments have a fixed one.
 *
 * <p>Two sums of 64 bits by multiplication and rotation, not a SHA-256: planning a large site takes a hundred thousand of
 * these, and Java's short runs work without the processor's instructions for SHA. Nobody gains by forging one: at worst a
 * page stays as it is until something else on it changes.
 */
final class Inputs {

    private static final int NOTHING = -1;
    private static final int BYTES = 1 << 30;
    private static final int MOMENT = 1 << 31;
    private static final long SUM = 1L << 32;

    /** Odd numbers without a pattern: 2^64 by the golden ratio, and two that are much used for this. */
    private static final long FIRST = 0x9e37_79b9_7f4a_7c15L;

    private static final long SECOND = 0xc2b2_ae3d_27d4_eb4fL;
    private static final long THIRD = 0xff51_afd7_ed55_8ccdL;

    private long one = FIRST;
    private long other = SECOND;

    private Inputs() {}

    /** Starts a digest; the kind keeps apart files that are made differently from the same values. */
    static Inputs of(String kind) {
        return new Inputs().with(kind);
    }

    /** A value as its {@code toString} tells it. */
    Inputs with(@Nullable Object value) {
        if (value == null) {
            add(NOTHING);
            return this;
        }
        String text = value.toString();
        int length = text.length();
        add(length);
        int i = 0;
        for (; i + 3 < length; i += 4) {
            add(text.charAt(i)
                    | (long) text.charAt(i + 1) << 16
                    | (long) text.charAt(i + 2) << 32
                    | (long) text.charAt(i + 3) << 48);
        }
        long rest = 0;
        for (; i < length; i++) {
            rest = rest << 16 | text.charAt(i);
        }
        if ((length & 3) != 0) {
            add(rest);
        }
        return this;
    }

    Inputs with(byte[] bytes) {
        add(BYTES | bytes.length);
        long word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | bytes[i] & 0xff;
            if ((i & 7) == 7) {
                add(word);
            }
        }
        if ((bytes.length & 7) != 0) {
            add(word);
        }
        return this;
    }

    /** A moment by its two numbers: spelling it out would take longer than all the rest. */
    Inputs with(@Nullable Instant moment) {
        if (moment == null) {
            add(NOTHING);
        } else {
            add(MOMENT | moment.getNano());
            add(moment.getEpochSecond());
        }
        return this;
    }

    Inputs with(@Nullable Sum digest) {
        if (digest == null) {
            add(NOTHING);
        } else {
            add(SUM | digest.low() & 0xffff_ffffL);
            add(digest.high());
        }
        return this;
    }

    Inputs withAll(Iterable<?> values) {
        int count = 0;
        for (Object value : values) {
            with(value);
            count++;
        }
        return with(count);
    }

    /** @param digest of all that is shown of an item */
    <T> Inputs withAll(List<T> items, Function<T, Sum> digest) {
        for (T item : items) {
            with(digest.apply(item));
        }
        return with(items.size());
    }

    Inputs with(int number) {
        add(number);
        return this;
    }

    private void add(long word) {
        one = Long.rotateLeft(one ^ word * SECOND, 29) * FIRST;
        other = Long.rotateLeft(other + word, 37) * THIRD ^ one;
    }

    Sum digest() {
        long high = mixed(one ^ Long.rotateLeft(other, 32));
        return new Sum(high, (int) (mixed(other + high) >>> 32));
    }

    /** Lets every bit bear on every other. */
    private static long mixed(long sum) {
        long mixed = (sum ^ sum >>> 33) * THIRD;
        mixed = (mixed ^ mixed >>> 29) * SECOND;
        return mixed ^ mixed >>> 32;
    }
}
