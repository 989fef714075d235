package community.orrery.clean;

import java.util.Map;
import java.util.Optional;

/**
 * Reads one formula of TeX into MathML Core. Nothing is ever defined or expanded, so the result is bounded by the source.
 * A command that it does not know, or a brace without its fellow, makes the whole unreadable: it is then left as TeX.
 */
final class TexParser {

    private static final int DEEPEST = 40;

    private final String tex;
    private final boolean display;
    private int at;
    private int depth;
    private boolean unreadable;

    private TexParser(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    /** @return a {@code math} element; empty when the formula can't be read */
    static Optional<String> mathMl(String tex, boolean display) {
        TexParser parser = new TexParser(tex, display);
        String row = parser.row("");
        if (parser.unreadable || parser.at < tex.length() || row.isEmpty()) {
            return Optional.empty();
        }
        String block = display ? " display=\"block\"" : "";
        return Optional.of("<math" + block + " alttext=\"" + escape(tex) + "\">" + row + "</math>");
    }

    /** Atoms up to the stop: a closing brace or bracket, an ampersand, a row's end or a command; not past it. */
    private String row(String stop) {
        StringBuilder out = new StringBuilder();
        if (++depth > DEEPEST) {
            unreadable = true;
        }
        while (!unreadable && !atEnd() && !atStop(stop)) {
            String atom = scripted();
            out.append(atom);
        }
        depth--;
        return out.toString();
    }

    private boolean atEnd() {
        while (at < tex.length() && Character.isWhitespace(tex.charAt(at))) {
            at++;
        }
        return at >= tex.length();
    }

    private boolean atStop(String stop) {
        if (stop.equals("cell")) {
            return tex.charAt(at) == '&' || tex.startsWith("\\\\", at) || tex.startsWith("\\end", at);
        }
        if (!stop.isEmpty() && tex.startsWith(stop, at)) {
            boolean command = stop.length() > 1 && at + stop.length() < tex.length();
            return !command || !Character.isLetter(tex.charAt(at + stop.length()));
        }
        return tex.charAt(at) == '}' && unreadable(true);
    }

    private boolean unreadable(boolean because) {
        unreadable |= because;
        return because;
    }

    /** A nucleus with what is set above and below it. */
    private String scripted() {
        int start = at;
        String nucleus = nucleus();
        boolean limits = display && isLarge(tex.substring(start, at));
        String below = "";
        String above = "";
        while (!unreadable && !atEnd() && "^_'".indexOf(tex.charAt(at)) >= 0) {
            char script = tex.charAt(at++);
            String argument = script == '\'' ? "<mo>′</mo>" : argument();
            if (script == '_' && unreadable(!below.isEmpty())) {
                return "";
            }
            below = script == '_' ? argument : below;
            above = script == '_' ? above : above.isEmpty() ? argument : "<mrow>" + above + argument + "</mrow>";
        }
        if (below.isEmpty() && above.isEmpty()) {
            return nucleus;
        }
        String name = below.isEmpty()
                ? (limits ? "mover" : "msup")
                : above.isEmpty() ? (limits ? "munder" : "msub") : limits ? "munderover" : "msubsup";
        String base = nucleus.isEmpty() ? "<mrow></mrow>" : nucleus;
        return "<" + name + ">" + base + below + above + "</" + name + ">";
    }

    private static boolean isLarge(String source) {
        String name = source.strip().replaceAll("^\\\\|\\\\limits$", "");
        return TexVocabulary.LARGE.containsKey(name)
                || TexVocabulary.LIMITS.contains(name)
                || name.startsWith("underbrace")
                || name.startsWith("overbrace");
    }

    private String nucleus() {
        int c = tex.codePointAt(at);
        if (c == '\\') {
            return command(name());
        }
        if (c == '{') {
            at++;
            String row = row("}");
            expect("}");
            return "<mrow>" + row + "</mrow>";
        }
        if (c == '^' || c == '_' || c == '\'') {
            return "";
        }
        if (c == '&' || c == '#' || c == '$' || c == '%') {
            unreadable = true;
            return "";
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        at += Character.charCount(c);
        if (c == '~') {
            return space("0.333em");
        }
        String text = escape(Character.toString(c));
        return Character.isLetter(c) ? "<mi>" + text + "</mi>" : operator(c == '-' ? "−" : c == '*' ? "∗" : text);
    }

    private String number() {
        int start = at;
        while (at < tex.length() && (Character.isDigit(tex.charAt(at)) || isPoint())) {
            at++;
        }
        return "<mn>" + tex.substring(start, at) + "</mn>";
    }

    private boolean isPoint() {
        return tex.charAt(at) == '.' && at + 1 < tex.length() && Character.isDigit(tex.charAt(at + 1));
    }

    /** Of the command here, without its backslash; goes past it. */
    private String name() {
        int start = ++at;
        while (at < tex.length() && isLetter(tex.charAt(at))) {
            at++;
        }
        if (at == start && at < tex.length()) {
            at++;
        }
        return tex.substring(start, at);
    }

    private String command(String name) {
        Map<String, String> operators = TexVocabulary.OPERATORS;
        if (TexVocabulary.IDENTIFIERS.containsKey(name)) {
            return "<mi>" + escape(TexVocabulary.IDENTIFIERS.getOrDefault(name, "")) + "</mi>";
        }
        if (operators.containsKey(name)) {
            return operator(escape(operators.getOrDefault(name, "")));
        }
        if (TexVocabulary.LARGE.containsKey(name)) {
            return operator(TexVocabulary.LARGE.getOrDefault(name, ""));
        }
        if (TexVocabulary.FUNCTIONS.contains(name) || TexVocabulary.LIMITS.contains(name)) {
            return "<mi>" + name + "</mi>";
        }
        if (TexVocabulary.SPACES.containsKey(name)) {
            return space(TexVocabulary.SPACES.getOrDefault(name, "0"));
        }
        if (TexVocabulary.IGNORED.contains(name)) {
            return "";
        }
        if (TexVocabulary.ALPHABETS.containsKey(name)) {
            return alphabet(TexVocabulary.ALPHABETS.getOrDefault(name, new int[3]), braced());
        }
        return construct(name);
    }

    private String construct(String name) {
        if (TexVocabulary.ACCENTS.containsKey(name)) {
            return "<mover accent=\"true\">" + argument() + operator(TexVocabulary.ACCENTS.getOrDefault(name, ""))
                    + "</mover>";
        }
        if (TexVocabulary.BELOW.containsKey(name)) {
            return "<munder>" + argument() + operator(TexVocabulary.BELOW.getOrDefault(name, "")) + "</munder>";
        }
        switch (name) {
            case "frac", "dfrac", "tfrac", "cfrac":
                return "<mfrac>" + argument() + argument() + "</mfrac>";
            case "binom", "dbinom", "tbinom":
                return "<mrow><mo>(</mo><mfrac linethickness=\"0\">" + argument() + argument()
                        + "</mfrac><mo>)</mo></mrow>";
            case "sqrt":
                return root();
            case "overset", "stackrel":
                String above = argument();
                return "<mover>" + argument() + above + "</mover>";
            case "underset":
                String below = argument();
                return "<munder>" + argument() + below + "</munder>";
            case "text", "textrm", "textit", "textbf", "texttt", "textsf", "mbox", "hbox":
                return "<mtext>" + escape(braced()).replace(' ', '\u00a0') + "</mtext>";
            case "mathrm", "operatorname", "operatorname*", "mathit", "rm":
                return upright(name.equals("operatorname") && skip("*") ? braced() : braced());
            case "left":
                return fenced();
            case "begin":
                return environment();
            case "label":
                braced();
                return "";
            case "tag":
                return space("2em") + "<mtext>(" + escape(braced()) + ")</mtext>";
            case "pmod":
                return "<mrow>" + space("1em") + "<mo>(</mo><mi>mod</mi>" + space("0.333em") + argument()
                        + "<mo>)</mo></mrow>";
            case "bmod":
                return "<mo lspace=\"0.222em\" rspace=\"0.222em\">mod</mo>";
            case " ":
                return space("0.333em");
            case "not":
                return skip("=") ? operator("≠") : skip("\\in") ? operator("∉") : fail();
            default:
                return fail();
        }
    }

    private String fail() {
        unreadable = true;
        return "";
    }

    private String root() {
        if (!skip("[")) {
            return "<msqrt>" + argument() + "</msqrt>";
        }
        String degree = "<mrow>" + row("]") + "</mrow>";
        expect("]");
        return "<mroot>" + argument() + degree + "</mroot>";
    }

    /** One atom, or a group. */
    private String argument() {
        if (unreadable || atEnd() || ++depth > DEEPEST) {
            return fail();
        }
        String atom = Character.isDigit(tex.charAt(at)) ? "<mn>" + tex.charAt(at++) + "</mn>" : nucleus();
        depth--;
        return atom.isEmpty() ? fail() : atom;
    }

    /** The source between braces, not read as a formula. */
    private String braced() {
        if (atEnd() || tex.charAt(at) != '{') {
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

    private String upright(String word) {
        String plain = word.replaceAll("\\\\[,;: ]|[{}~]", " ").strip();
        if (plain.isEmpty() || plain.indexOf('\\') >= 0) {
            return fail();
        }
        boolean letter = plain.codePointCount(0, plain.length()) == 1;
        return (letter ? "<mi mathvariant=\"normal\">" : "<mi>") + escape(plain) + "</mi>";
    }

    private String alphabet(int[] starts, String letters) {
        StringBuilder out = new StringBuilder("<mi>");
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            int code = c >= 'A' && c <= 'Z' ? starts[0] + c - 'A' : c >= 'a' && c <= 'z' ? starts[1] + c - 'a' : 0;
            code = c >= '0' && c <= '9' && starts[2] > 0 ? starts[2] + c - '0' : code;
            if (c == '\\' || c == '{') {
                return fail();
            }
            out.append(
                    code == 0
                            ? escape(String.valueOf(c))
                            : Character.toString(TexVocabulary.EARLIER.getOrDefault(code, code)));
        }
        return out.append("</mi>").toString();
    }

    private String fenced() {
        String open = fence();
        StringBuilder inner = new StringBuilder(row("\\right"));
        expect("\\right");
        String close = fence();
        return "<mrow>" + open + inner + close + "</mrow>";
    }

    private String fence() {
        if (atEnd()) {
            return fail();
        }
        char c = tex.charAt(at);
        String sign;
        if (c == '\\') {
            sign = TexVocabulary.OPERATORS.getOrDefault(name(), "");
            unreadable |= sign.isEmpty();
        } else {
            at++;
            sign = c == '.' ? "" : String.valueOf(c);
        }
        return sign.isEmpty() ? "" : "<mo stretchy=\"true\" fence=\"true\">" + escape(sign) + "</mo>";
    }

    private String environment() {
        String name = braced();
        String fences = TexVocabulary.TABLES.get(name);
        if (fences == null) {
            return fail();
        }
        if (name.equals("array") || name.startsWith("alignat")) {
            braced();
        }
        StringBuilder rows = new StringBuilder();
        StringBuilder row = new StringBuilder();
        while (!unreadable) {
            row.append("<mtd>").append(row("cell")).append("</mtd>");
            if (skip("&")) {
                continue;
            }
            rows.append("<mtr>").append(row).append("</mtr>");
            row.setLength(0);
            if (!skip("\\\\")) {
                break;
            }
        }
        expect("\\end");
        unreadable |= !braced().equals(name);
        String open = fences.isEmpty() ? "" : "<mo stretchy=\"true\" fence=\"true\">" + fences.charAt(0) + "</mo>";
        String close = fences.length() < 2 ? "" : "<mo stretchy=\"true\" fence=\"true\">" + fences.charAt(1) + "</mo>";
        String table = "<mtable>" + rows.toString().replace("<mtr><mtd></mtd></mtr>", "") + "</mtable>";
        return "<mrow>" + open + table + close + "</mrow>";
    }

    private boolean skip(String expected) {
        boolean here = !atEnd() && tex.startsWith(expected, at);
        at += here ? expected.length() : 0;
        return here;
    }

    private void expect(String expected) {
        unreadable |= !skip(expected);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String space(String width) {
        return "<mspace width=\"" + width + "\"></mspace>";
    }

    private static String operator(String escaped) {
        return "<mo>" + escaped + "</mo>";
    }

    private static String escape(String text) {
        Markup markup = new Markup(text.length());
        markup.attributeText(text);
        return markup.finish();
    }
}
