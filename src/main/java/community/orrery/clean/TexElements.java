package community.orrery.clean;

/** The elements of MathML Core that formulas are made of, as markup. */
final class TexElements {

    private TexElements() {}

    static String space(String width) {
        return "<mspace width=\"" + width + "\"></mspace>";
    }

    static String operator(String escaped) {
        return "<mo>" + escaped + "</mo>";
    }

    /** A fence as high as what it holds; nothing for the invisible one. */
    static String fence(String sign) {
        return sign.isEmpty() ? "" : "<mo stretchy=\"true\" fence=\"true\">" + escape(sign) + "</mo>";
    }

    /**
     * A nucleus with what is set below and above it, each empty where there is none.
     *
     * @param limits straight below and above, not beside it
     */
    static String scripts(String nucleus, String below, String above, boolean limits) {
        if (below.isEmpty() && above.isEmpty()) {
            return nucleus;
        }
        String name = below.isEmpty()
                ? (limits ? "mover" : "msup")
                : above.isEmpty() ? (limits ? "munder" : "msub") : limits ? "munderover" : "msubsup";
        String base = nucleus.isEmpty() ? "<mrow></mrow>" : nucleus;
        return "<" + name + ">" + base + below + above + "</" + name + ">";
    }

    /** A word in upright letters; empty when it holds commands. */
    static String upright(String word) {
        String plain = word.replaceAll("\\\\[,;: ]|[{}~]", " ").strip();
        if (plain.isEmpty() || plain.indexOf('\\') >= 0) {
            return "";
        }
        boolean letter = plain.codePointCount(0, plain.length()) == 1;
        return (letter ? "<mi mathvariant=\"normal\">" : "<mi>") + escape(plain) + "</mi>";
    }

    /**
     * Letters of one of Unicode's mathematical alphabets; empty when they hold commands.
     *
     * @param starts see {@link TexVocabulary#ALPHABETS}
     */
    static String alphabet(int[] starts, String letters) {
        if (letters.indexOf('\\') >= 0 || letters.indexOf('{') >= 0) {
            return "";
        }
        StringBuilder out = new StringBuilder("<mi>");
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            int code = c >= 'A' && c <= 'Z' ? starts[0] + c - 'A' : c >= 'a' && c <= 'z' ? starts[1] + c - 'a' : 0;
            code = c >= '0' && c <= '9' && starts[2] > 0 ? starts[2] + c - '0' : code;
            out.append(
                    code == 0
                            ? escape(String.valueOf(c))
                            : Character.toString(TexVocabulary.EARLIER.getOrDefault(code, code)));
        }
        return out.append("</mi>").toString();
    }

    static String escape(String text) {
        Markup markup = new Markup(text.length());
        markup.attributeText(text);
        return markup.finish();
    }
}
