package community.orrery.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page's address as its feed gives it, and as people type and paste it: {@code likeness/spellings.txt}.
 *
 * @param typed without the one that is given
 */
record Spellings(String given, List<String> typed) {

    static List<Spellings> all() {
        List<Spellings> all = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith(" ")) {
                all.get(all.size() - 1).typed().add(line.strip());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                all.add(new Spellings(line, new ArrayList<>()));
            }
        }
        return all;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/likeness/spellings.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
