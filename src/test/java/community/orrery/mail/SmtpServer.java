package community.orrery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/** A mail server on loopback for one conversation after the other, which takes everything and keeps what was said to it. */
final class SmtpServer implements AutoCloseable {

    /** When a conversation is encrypted. */
    enum Tls {
        NEVER,
        AFTER_STARTTLS,
        FROM_THE_START
    }

    private final ServerSocket door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final Tls tls;
    private final SSLSocketFactory keys;
    private final List<String> inClear = Collections.synchronizedList(new ArrayList<>());
    private final List<String> encrypted = Collections.synchronizedList(new ArrayList<>());

    SmtpServer(Tls tls, SSLSocketFactory keys) throws IOException {
        this.tls = tls;
        this.keys = keys;
        Thread thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Lines that anybody on the way could read. */
    List<String> inClear() {
        return List.copyOf(inClear);
    }

    List<String> encrypted() {
        return List.copyOf(encrypted);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket socket = door.accept()) {
                boolean secure = tls == Tls.FROM_THE_START;
                Socket spoken = secure ? secured(socket) : socket;
                say(spoken, "220 loopback");
                talk(spoken, secure);
            } catch (IOException e) {
                // who hangs up, or trusts us not, has said enough
            }
        }
    }

    private void talk(Socket socket, boolean secure) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> heard = secure ? encrypted : inClear;
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            String verb = line.split(" ", 2)[0];
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(socket, "250 taken");
                }
            } else if (verb.equals("EHLO")) {
                say(socket, "250-loopback");
                if (tls == Tls.AFTER_STARTTLS && !secure) {
                    say(socket, "250-STARTTLS");
                }
                say(socket, "250 AUTH PLAIN LOGIN");
            } else if (verb.equals("STARTTLS")) {
                say(socket, "220 go on");
                talk(secured(socket), true);
                return;
            } else if (verb.equals("DATA")) {
                data = true;
                say(socket, "354 go on");
            } else if (verb.equals("QUIT")) {
                say(socket, "221 bye");
                return;
            } else {
                say(socket, verb.equals("AUTH") ? "235 welcome" : "250 fine");
            }
        }
    }

    private Socket secured(Socket socket) throws IOException {
        return keys.createSocket(socket, null, true);
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
