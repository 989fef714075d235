package community.orrery.publish;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Looks at a site as its readers do: whether each file is whole, and whether all is there that the front page leads to, by however
 * many links, feeds, sitemaps and shards. Not for several threads at once.
 */
public final class WholeSite {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");
    private static final Pattern SHARDS = Pattern.compile("data-shards=\"(\\d+)\"");
    /** How many digits of a fingerprint tell the lookup's shards apart. */
    private static final Pattern DIGITS = Pattern.compile("data-digits=\"(\\d)\"");

    private static final Pattern NAMED = Pattern.compile("\"((?:posts|status|members)[^\"#\\\\]*\\.html)");
    /** What other programs ask for without a link. */
    private static final List<String> ASKED_FOR = List.of("robots.txt", "404.html");

    private final String address;
    private final Map<String, List<String>> ledTo = new HashMap<>();
    private final Set<String> sound = new TreeSet<>();

    /** @param address of the planet, ending in a slash */
    public WholeSite(String address) {
        this.address = address;
    }

    /** What is wrong; nothing where there is no front page yet, besides halves of files. */
    public Set<String> faults(Path output) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(output)) {
            try (Stream<Path> paths = Files.walk(output)) {
                for (Path file : paths.filter(Files::isRegularFile).toList()) {
                    String path = output.relativize(file).toString();
                    if (!path.startsWith(".orrery")) {
                        files.put(path, Files.readAllBytes(file));
                    }
                }
            }
        }
        return faults(files);
    }

    Set<String> faults(Map<String, byte[]> files) {
        Set<String> faults = new TreeSet<>();
        files.forEach((path, bytes) -> {
            if (!isWhole(path, bytes)) {
                faults.add(path + " is not whole");
            }
        });
        if (!files.containsKey("index.html")) {
            return faults;
        }
        Set<String> reached = new TreeSet<>(ASKED_FOR);
        reached.add("index.html");
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String path = open.remove();
            for (String to : links(path, files.getOrDefault(path, new byte[0]))) {
                if (!files.containsKey(to)) {
                    faults.add(path + " -> " + to);
                } else if (reached.add(to)) {
                    open.add(to);
                }
            }
        }
        return faults;
    }

    private List<String> links(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return ledTo.computeIfAbsent(path + "\n" + text.hashCode() + "\n" + text.length(), any -> {
            Set<String> links = new TreeSet<>();
            if (path.endsWith(".html") && !path.equals("404.html")) {
                find(LINK, text).forEach(link -> add(links, path, link));
                find(SHARDS, text).forEach(count -> IntStream.rangeClosed(1, Integer.parseInt(count))
                        .forEach(shard -> links.add("search/" + shard + ".js")));
                find(DIGITS, text).forEach(digits -> addKnown(links, "", Integer.parseInt(digits)));
            } else if (path.matches("(?:search|status)/.*\\.js")) {
                links.addAll(find(NAMED, text));
            } else if (path.matches(".*\\.(?:xml|json|txt)")) {
                find(Pattern.compile(Pattern.quote(address) + "([^\"<\\s]*)"), text)
                        .forEach(link -> add(links, "", link));
            }
            return List.copyOf(links);
        });
    }

    private static void addKnown(Set<String> links, String begun, int digits) {
        if (digits == 0) {
            links.add("status/known-" + (begun.isEmpty() ? "all" : begun) + ".js");
            return;
        }
        for (int digit = 0; digit < 16; digit++) {
            addKnown(links, begun + Integer.toHexString(digit), digits - 1);
        }
    }

    private static List<String> find(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private void add(Set<String> links, String path, String written) {
        String link = written.startsWith(address) ? "/" + written.substring(address.length()) : written;
        if (link.startsWith("#") || (link.matches("[a-z]+:.*"))) {
            return;
        }
        String to = URI.create("x:/" + path)
                .resolve(link.replaceFirst("[?#].*", ""))
                .getPath()
                .substring(1);
        links.add(to.isEmpty() || to.endsWith("/") ? to + "index.html" : to);
    }

    private boolean isWhole(String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!sound.add(path + "\n" + text.hashCode() + "\n" + text.length())) {
            return true;
        }
        try {
            if (path.endsWith(".xml") || path.endsWith(".svg")) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
            } else if (path.endsWith(".json")) {
                new ObjectMapper().readTree(bytes);
            }
        } catch (IOException | SAXException e) {
            return false;
        } catch (ParserConfigurationException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return !path.endsWith(".html") && !path.matches("(?:search|status)/.*\\.js")
                || text.endsWith(path.endsWith(".html") ? "</html>\n" : ");\n");
    }
}
