package community.orrery.clean;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payload of our collection: {@code attacks/KIND.txt} holds one after each line of two percent signs. In a payload
 * {@code HIT} stands for a script that says which payload ran, {@code EVIL} for a host of the attacker's, and
 * {@code ⟪3000×<div>⟫} for a repetition.
 *
 * @param number unique in the collection
 * @param name the file and the payload's place in it, from 1
 */
record Attack(int number, String name, String markup) {

    private static final Pattern REPETITION = Pattern.compile("⟪([0-9]+)×([^⟫]*)⟫");

    static List<Attack> all() {
        List<Attack> attacks = new ArrayList<>();
        for (Path file : Fixtures.files("attacks", ".txt")) {
            String[] payloads = Fixtures.read(file).split("(?m)^%%\n");
            for (int i = 1; i < payloads.length; i++) {
                int number = attacks.size() + 1;
                String payload = payloads[i].substring(0, payloads[i].length() - 1);
                String name = file.getFileName().toString().replace(".txt", "") + " " + i;
                attacks.add(new Attack(number, name, armed(payload, number)));
            }
        }
        return List.copyOf(attacks);
    }

    String host() {
        return "evil" + number + ".example";
    }

    Cleaned cleaned() {
        return Fixtures.clean(markup);
    }

    private static String armed(String payload, int number) {
        Matcher repetition = REPETITION.matcher(payload);
        String whole = repetition.replaceAll(
                found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))));
        return whole.replace("HIT", "hit(" + number + ")").replace("EVIL", "evil" + number + ".example");
    }

    @Override
    public String toString() {
        return name;
    }
}
