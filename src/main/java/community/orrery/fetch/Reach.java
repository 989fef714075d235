package community.orrery.fetch;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be connected to. A list that strangers edit must not make this machine talk to its own network, so
 * only public ones may, unless the operator says otherwise.
 */
public final class Reach {

    /** Public addresses only. */
    public static final Reach PUBLIC = new Reach(false, null);

    /** Every address: the operator's own wish. */
    public static final Reach ANYWHERE = new Reach(true, null);

    private final boolean anywhere;
    private final @Nullable InetSocketAddress also;

    private Reach(boolean anywhere, @Nullable InetSocketAddress also) {
        this.anywhere = anywhere;
        this.also = also;
    }

    /** Public addresses and this one, port included. */
    public static Reach publicAnd(InetSocketAddress address) {
        return new Reach(false, address);
    }

    boolean allows(InetSocketAddress address) {
        return anywhere
                || address.equals(also)
                || (address.getAddress() != null && PublicAddress.test(address.getAddress()));
    }
}
