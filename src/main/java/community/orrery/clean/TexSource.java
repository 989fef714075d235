package community.orrery.clean;

/**
 * The source of a formula, read from left to right. Whatever can't be read makes the whole unreadable for good: whoever reads
 * on sees nothing of use, and stops.
 */
final class TexSource {

    private final String tex;
    private int at;
    private boolean unreadable;

    TexSource(String tex) {
        this.tex = tex;
    }

    boolean isUnreadable() {
        return unreadable;
    }

    /** Makes the whole unreadable; empty, so that it can stand for what was sought. */
    String fail() {
        unreadable = true;
        return "";
    }

    void failIf(boolean because) {
        unreadable |= because;
    }

    /** Goes past white space. */
    boolean atEnd() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        return at >= tex.length();
    }

    /** The character here; not to be asked at the end. */
    char peek() {
        return tex.charAt(at);
    }

    int position() {
        return at;
    }

    String since(int start) {
        return tex.substring(start, at);
    }

    /** The character here, whole; goes past it. */
    int take() {
        int character = tex.codePointAt(at);
        at += Character.charCount(character);
        return character;
    }

    boolean startsWith(String expected) {
        return tex.startsWith(expected, at);
    }

    /** Whether this command is here, and not one whose name only begins so. */
    boolean startsWithCommand(String command) {
        int end = at + command.length();
        return startsWith(command) && (end >= tex.length() || !Character.isLetter(tex.charAt(end)));
    }

    /** Goes past what is expected, if it is there. */
    boolean skip(String expected) {
        boolean here = !atEnd() && startsWith(expected);
        at += here ? expected.length() : 0;
        return here;
    }

    void expect(String expected) {
        unreadable |= !skip(expected);
    }

    /** Digits, and a decimal point among them. */
    String number() {
        int start = at;
        while (at < tex.length() && (Character.isDigit(peek()) || isPoint())) {
            at++;
        }
        return since(start);
    }

    private boolean isPoint() {
        return peek() == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1));
    }

    /** Of the command here, without its backslash; goes past it. */
    String name() {
        int start = ++at;
        while (at < tex.length() && isLetter(peek())) {
            at++;
        }
        if (at == start && at < tex.length()) {
            at++;
        }
        return since(start);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The source between braces, not read as a formula. */
    String braced() {
        if (atEnd() || peek() != '{') {
            return fail();
        }
        int end = at + 1;
        for (int open = 1; end < tex.length() && open > 0; end++) {
            char c = tex.charAt(end);
            open += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        String inner = tex.substring(at + 1, Math.max(at + 1, end - 1));
        unreadable |= tex.charAt(end - 1) != '}' || inner.indexOf('$') >= 0;
        at = end;
        return inner;
    }
}
