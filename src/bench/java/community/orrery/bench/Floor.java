package community.orrery.bench;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jsoup.Jsoup;

/**
 * The least that any program on these libraries does, as a process of its own: asks every address in a file, 64 at once. With a
 * folder, it reads each answer with ROME and jsoup, as they come, and writes a small file a post; without, it leaves the bodies.
 */
public final class Floor {

    private static final int AT_ONCE = 64;

    private Floor() {}

    /** @param arguments a file of lines "address tag", the tag "-" where none is held; a folder to write to, or nothing */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        OkHttpClient client = new OkHttpClient();
        Semaphore reading = new Semaphore(Runtime.getRuntime().availableProcessors());
        ExecutorService asking = Executors.newFixedThreadPool(AT_ONCE, Floor::daemon);
        List<Future<?>> asked = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            int feed = number++;
            String[] parts = line.split(" ");
            Request.Builder request = new Request.Builder().url(parts[0]);
            if (!parts[1].equals("-")) {
                request.header("If-None-Match", parts[1]);
            }
            asked.add(asking.submit(() -> {
                try (Response response = client.newCall(request.build()).execute()) {
                    byte[] body = response.body().bytes();
                    if (arguments.length > 1 && response.code() == 200) {
                        reading.acquire();
                        try {
                            write(body, Path.of(arguments[1]), feed);
                        } finally {
                            reading.release();
                        }
                    }
                }
                return null;
            }));
        }
        for (Future<?> each : asked) {
            each.get();
        }
    }

    /** An error in one ends the program, whatever the others wait for. */
    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "asking");
        thread.setDaemon(true);
        return thread;
    }

    /** A feed that ROME cannot read is left out. */
    private static void write(byte[] body, Path folder, int feed) throws IOException {
        int post = 0;
        for (SyndEntry entry : entries(body)) {
            String text = Jsoup.parseBodyFragment(markup(entry)).text();
            Files.writeString(
                    folder.resolve(feed + "-" + post++ + ".html"), text.substring(0, Math.min(500, text.length())));
        }
    }

    private static List<SyndEntry> entries(byte[] body) throws IOException {
        SyndFeedInput input = new SyndFeedInput();
        input.setXmlHealerOn(false);
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(body))) {
            return input.build(reader).getEntries();
        } catch (FeedException e) {
            return List.of();
        }
    }

    /** ROME has RSS's content:encoded and Atom's content in one place. */
    private static String markup(SyndEntry entry) {
        SyndContent description = entry.getDescription();
        return Stream.concat(entry.getContents().stream(), Stream.ofNullable(description))
                .map(SyndContent::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
