package community.orrery.bench;

import com.rometools.modules.content.ContentModule;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
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

    private static void write(byte[] body, Path folder, int feed) throws IOException, FeedException {
        SyndFeedInput input = new SyndFeedInput();
        input.setXmlHealerOn(false);
        int post = 0;
        for (SyndEntry entry : input.build(
                        new InputStreamReader(new java.io.ByteArrayInputStream(body), StandardCharsets.UTF_8))
                .getEntries()) {
            ContentModule content = (ContentModule) entry.getModule(ContentModule.URI);
            String text = Jsoup.parseBodyFragment(content.getEncodeds().get(0)).text();
            Files.writeString(
                    folder.resolve(feed + "-" + post++ + ".html"), text.substring(0, Math.min(500, text.length())));
        }
    }
}
