package community.orrery.migrate;

/** How deep arrays and tables stand in each other in a TOML text: its parser goes down with them, and would run out of stack. */
final class Nesting {

    static final int MOST = 50;

    private Nesting() {}

    /** @return the line, from 1, in which brackets are more than {@link #MOST} deep; 0 when none is */
    static int tooDeep(String text) {
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth = Math.max(0, depth - 1);
                case '"', '\'' -> at = endOfString(text, at);
                case '#' -> at = endOfLine(text, at);
                default -> {
                    // nothing that nests
                }
            }
            if (depth > MOST) {
                return 1
                        + (int) text.substring(0, at)
                                .chars()
                                .filter(letter -> letter == '\n')
                                .count();
            }
        }
        return 0;
    }

    private static int endOfLine(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** @return where its last quote stands; for a string that is not closed, the end of the line or of the text */
    private static int endOfString(String text, int from) {
        String one = text.substring(from, from + 1);
        boolean lines = text.startsWith(one.repeat(3), from);
        String quote = lines ? one.repeat(3) : one;
        for (int at = from + quote.length(); at < text.length(); at++) {
            char letter = text.charAt(at);
            if (text.startsWith(quote, at)) {
                return at + quote.length() - 1;
            }
            if (letter == '\n' && !lines) {
                return at;
            }
            if (letter == '\\' && one.equals("\"") && !text.startsWith("\n", at + 1)) {
                at++;
            }
        }
        return text.length();
    }
}
