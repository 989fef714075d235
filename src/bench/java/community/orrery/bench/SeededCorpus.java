package community.orrery.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;

/**
 * A community's feeds from a fixed seed: posts of a blog's usual shape, 5 KB in the median, 16 KB in the mean, a few of 200 KB.
 * Every fiftieth post stands in the next member's feed, too.
 */
record SeededCorpus(int members, int posts) implements Corpus {

    private static final int MEDIAN = 5_000;
    /** Of the logarithm; with the median and the longest it gives the mean. */
    private static final double SPREAD = 1.65;

    private static final int LONGEST = 210_000;
    private static final int CROSSPOSTED = 50;
    private static final Instant NEWEST = Instant.parse("2026-01-01T12:00:00Z");
    private static final String[] VOCABULARY = vocabulary();

    /** Taken apart at an {@code x}, as {@code 100x20}. */
    static SeededCorpus parse(String size) {
        String[] parts = size.split("x");
        return new SeededCorpus(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public byte[] feed(int member, int news) {
        StringBuilder out = new StringBuilder(posts * 20_000);
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                        + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Blog ")
                .append(member)
                .append("</title><link>")
                .append(home(member))
                .append("</link><description>Notes</description>\n");
        for (int post = posts - 1 + news; post >= news; post--) {
            item(out, member, post);
        }
        return out.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return members + " members x " + posts + " posts";
    }

    private void item(StringBuilder out, int member, int post) {
        boolean copy =
                post % CROSSPOSTED == CROSSPOSTED - 1 || member > 0 && (member * posts + post) % CROSSPOSTED == 7;
        int author = copy ? Math.floorMod(member - 1, members) : member;
        Random random = new Random(author * 1_000_003L + post);
        String title = sentence(random, 4 + random.nextInt(5));
        String text = text(random, (int) Math.min(LONGEST, MEDIAN * Math.exp(SPREAD * random.nextGaussian())));
        String link = home(member) + "posts/" + post + "/";
        out.append("<item><title>").append(title).append("</title><link>").append(link);
        out.append("</link><guid>").append(link).append("</guid><pubDate>");
        Instant written = NEWEST.minusSeconds((posts - post) * 86_400L * 3 + member * 61L);
        out.append(DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atOffset(ZoneOffset.UTC)));
        out.append("</pubDate><category>")
                .append(VOCABULARY[random.nextInt(40)])
                .append("</category>");
        out.append("<content:encoded><![CDATA[").append(text).append("]]></content:encoded></item>\n");
    }

    private static String home(int member) {
        return "https://blog" + member + ".example/";
    }

    /** Markup of about so many characters. */
    private static String text(Random random, int length) {
        StringBuilder out = new StringBuilder(length + 500);
        while (out.length() < length) {
            switch (random.nextInt(12)) {
                case 0 -> out.append("<h2>").append(sentence(random, 5)).append("</h2>\n");
                case 1 -> list(out, random);
                case 2 -> code(out, random);
                case 3 ->
                    out.append("<figure><img src=\"/images/")
                            .append(random.nextInt(1000))
                            .append(".png\" alt=\"")
                            .append(sentence(random, 6))
                            .append("\" width=\"800\" height=\"450\"></figure>\n");
                case 4 ->
                    out.append("<blockquote><p>").append(sentence(random, 20)).append("</p></blockquote>\n");
                default -> paragraph(out, random);
            }
        }
        return out.toString();
    }

    private static void paragraph(StringBuilder out, Random random) {
        out.append("<p>");
        for (int sentences = 2 + random.nextInt(4); sentences > 0; sentences--) {
            out.append(sentence(random, 8 + random.nextInt(14))).append(". ");
            switch (random.nextInt(5)) {
                case 0 ->
                    out.append("<a href=\"https://else.example/")
                            .append(word(random))
                            .append("\">")
                            .append(sentence(random, 2))
                            .append("</a> ");
                case 1 ->
                    out.append("<em>")
                            .append(word(random))
                            .append("</em> &amp; <code>")
                            .append(word(random))
                            .append("()</code> ");
                default -> {}
            }
        }
        out.append("</p>\n");
    }

    private static void list(StringBuilder out, Random random) {
        out.append("<ul>");
        for (int items = 3 + random.nextInt(4); items > 0; items--) {
            out.append("<li>").append(sentence(random, 9)).append("</li>\n");
        }
        out.append("</ul>\n");
    }

    private static void code(StringBuilder out, Random random) {
        out.append("<pre><code class=\"language-c\">");
        for (int lines = 3 + random.nextInt(9); lines > 0; lines--) {
            out.append("  ")
                    .append(word(random))
                    .append(" = ")
                    .append(word(random))
                    .append("(&amp;")
                    .append(word(random))
                    .append(", ")
                    .append(random.nextInt(512))
                    .append(");\n");
        }
        out.append("</code></pre>\n");
    }

    private static String sentence(Random random, int words) {
        StringBuilder out = new StringBuilder(words * 7);
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "" : " ").append(word(random));
        }
        return out.toString();
    }

    /** Few words are frequent, most are rare. */
    private static String word(Random random) {
        double place = random.nextDouble();
        return VOCABULARY[(int) (VOCABULARY.length * place * place * place)];
    }

    private static String[] vocabulary() {
        String[] syllables =
                "no de fa bric lo ad que ue ther mal ma trix co re sto ra ge in ter band wid th é ü".split(" ");
        Random random = new Random(11);
        String[] words = new String[6_000];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int parts = 1 + random.nextInt(4); parts > 0; parts--) {
                word.append(syllables[random.nextInt(syllables.length)]);
            }
            words[i] = word.toString().toLowerCase(Locale.ROOT);
        }
        return words;
    }
}
