package community.orrery.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect only where {@link Reach} allows. Here, and not where names are resolved or addresses are read, because
 * this is the last place: every spelling of an address, every answer of a name server and every redirect comes by, and TLS
 * is laid over these same sockets.
 */
final class GuardedSocketFactory extends SocketFactory {

    private final Reach reach;

    GuardedSocketFactory(Reach reach) {
        this.reach = reach;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(reach);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GuardedSocket extends Socket {

        private final Reach reach;

        GuardedSocket(Reach reach) {
            this.reach = reach;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress address) || !reach.allows(address)) {
                close();
                throw new Refusal(FailureReason.REFUSED_ADDRESS, "leads to an address that is not public");
            }
            super.connect(endpoint, timeout);
        }
    }
}
