package community.orrery.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers what no HTTP server would. Reads the request's head, then does as told. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** What to do with a connection whose request was read. */
    interface Answer {
        void to(Socket socket) throws IOException, InterruptedException;
    }

    RawServer(Answer answer) throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var unused = threads.submit(() -> {
            while (!listening.isClosed()) {
                Socket socket = listening.accept();
                threads.submit(() -> {
                    try (socket) {
                        readHead(socket);
                        answer.to(socket);
                    } catch (SocketException e) {
                        // the client had enough, as it should
                    }
                    return null;
                });
            }
            return null;
        });
    }

    static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static void readHead(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                return;
            }
            head.append((char) c);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/feed.xml");
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
