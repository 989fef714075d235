package community.orrery.cli;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to listen, as people type it: {@code 127.0.0.1:8080}, {@code [::1]:8080}, {@code 8080} alone for loopback. */
final class ListenAddress {

    private static final Pattern FORM = Pattern.compile("(?:(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:]+):)?(\\d{1,5})");

    private ListenAddress() {}

    /** @throws Unmended when it is none */
    static InetSocketAddress parse(String typed) throws Unmended {
        Matcher form = FORM.matcher(typed.strip());
        int port = form.matches() ? Integer.parseInt(form.group(2)) : -1;
        if (port < 0 || port > 65535) {
            throw new Unmended("--listen " + typed
                    + ": this is no address to listen at. Write a port, or ADDRESS:PORT, such as 127.0.0.1:8080.");
        }
        try {
            InetAddress address = form.group(1) == null
                    ? InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1})
                    : InetAddress.getByName(form.group(1));
            return new InetSocketAddress(address, port);
        } catch (UnknownHostException e) {
            throw new Unmended("--listen " + typed + ": no machine of that name is known. Write an address of this one,"
                    + " such as 127.0.0.1, or 0.0.0.0 for all it has.");
        }
    }
}
