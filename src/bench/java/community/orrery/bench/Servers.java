package community.orrery.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A web server for each member, each on a loopback address of its own: entity tags, 304, gzip, one request a connection. */
final class Servers implements AutoCloseable {

    private static final int AT_ONCE = 96;

    /** A feed as it lies ready. */
    private record Body(String tag, byte[] gzip) {}

    private final Corpus corpus;
    private final int delayMillis;
    private final AtomicReferenceArray<Body> bodies;
    private final AtomicInteger requests = new AtomicInteger();
    private final Selector selector = Selector.open();
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Servers::daemon);
    private final int port;

    /** @param delayMillis before every answer */
    Servers(Corpus corpus, int delayMillis) throws IOException {
        this.corpus = corpus;
        this.delayMillis = delayMillis;
        bodies = new AtomicReferenceArray<>(corpus.members());
        IntStream.range(0, corpus.members()).parallel().forEach(member -> publish(member, 0));
        int free = 0;
        for (int member = 0; member < corpus.members(); member++) {
            ServerSocketChannel server = ServerSocketChannel.open();
            server.bind(new InetSocketAddress(InetAddress.getByName(address(member)), free), 32);
            free = server.socket().getLocalPort();
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT, member);
        }
        port = free;
        daemon(this::accept).start();
    }

    /** Puts a member's feed in the state after so many news. */
    void publish(int member, int news) {
        byte[] plain = corpus.feed(member, news);
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bodies.set(member, new Body("\"m" + member + "-" + news + "\"", out.toByteArray()));
    }

    String url(int member) {
        return "http://" + address(member) + ":" + port + "/feed.xml";
    }

    String tag(int member) {
        return bodies.get(member).tag();
    }

    /** Requests answered since this was last asked. */
    int takeRequests() {
        return requests.getAndSet(0);
    }

    private static String address(int member) {
        return "127.1." + member / 250 + "." + (1 + member % 250);
    }

    private void accept() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> {
                    try {
                        SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
                        if (channel != null) {
                            int member = (Integer) key.attachment();
                            workers.execute(() -> answer(channel.socket(), member));
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Socket socket, int member) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            requests.incrementAndGet();
            Thread.sleep(delayMillis);
            Body body = bodies.get(member);
            if (head.contains("if-none-match: " + body.tag())) {
                send(socket, "304 Not Modified", body, "", new byte[0]);
            } else if (head.contains("gzip")) {
                send(socket, "200 OK", body, "Content-Encoding: gzip\r\n", body.gzip());
            } else {
                byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body.gzip())).readAllBytes();
                send(socket, "200 OK", body, "", plain);
            }
        } catch (IOException e) {
            // The client has gone; what it was after shows in its own words.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(Socket socket, String status, Body body, String coding, byte[] bytes) throws IOException {
        String length = status.startsWith("304") ? "" : "Content-Length: " + bytes.length + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/rss+xml\r\nETag: " + body.tag()
                        + "\r\nVary: Accept-Encoding\r\nConnection: close\r\n" + coding + length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    /** Up to the empty line, in small letters. */
    private static String head(InputStream in) throws IOException {
        byte[] bytes = new byte[8 << 10];
        int length = 0;
        while (length < bytes.length) {
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return "";
            }
            length += read;
            String head = new String(bytes, 0, length, StandardCharsets.US_ASCII);
            if (head.endsWith("\r\n\r\n")) {
                return head.toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "servers");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
        workers.shutdownNow();
    }
}
