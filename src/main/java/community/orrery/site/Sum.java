package community.orrery.site;

/**
 * The digest of what a file is made from: equal ones, equal bytes. 96 bits; a collision would leave one page stale until its next
 * change. Numbers and no text, since a plan holds several of them for each post.
 *
 * @param high the first 64 bits
 * @param low the other 32
 */
public record Sum(long high, int low) {

    /** Of the text that stands for it. */
    public static final int DIGITS = 24;

    private static final int HIGH_DIGITS = 16;

    /** @param index from 0, below {@link #DIGITS}; what it gives is a digit of {@link #toString} */
    public char digit(int index) {
        int four = (int) (index < HIGH_DIGITS ? high >>> 60 - 4 * index : low >>> 28 - 4 * (index - HIGH_DIGITS)) & 15;
        return (char) (four < 10 ? '0' + four : 'a' + four - 10);
    }

    /** {@link #DIGITS} digits of lower-case hexadecimal. */
    @Override
    public String toString() {
        char[] digits = new char[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            digits[i] = digit(i);
        }
        return new String(digits);
    }
}
