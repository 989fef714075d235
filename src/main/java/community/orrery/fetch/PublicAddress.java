package community.orrery.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells the addresses of the public internet from all others, by the registries of special-purpose addresses (RFC 6890
 * and its updates). IPv6 is turned round: only what is global unicast (2000::/3) and not special is public.
 */
final class PublicAddress {

    private static final List<Block> SPECIAL_V4 = blocks(
            "0.0.0.0/8", // this network; 0.0.0.0 itself reaches loopback
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds keep their metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays, given up
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    private static final List<Block> GLOBAL_V6 = blocks("2000::/3");

    private static final List<Block> SPECIAL_V6 = blocks(
            "2001::/23", // protocol assignments, Teredo among them, which wraps any IPv4 address
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, which wraps any IPv4 address
            "3fff::/20"); // documentation

    /** NAT64's well-known prefix: its last 32 bits are the IPv4 address that is really reached. */
    private static final List<Block> NAT64 = blocks("64:ff9b::/96");

    private PublicAddress() {}

    static boolean test(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return !within(SPECIAL_V4, bytes);
        }
        if (within(NAT64, bytes)) {
            return !within(SPECIAL_V4, new byte[] {bytes[12], bytes[13], bytes[14], bytes[15]});
        }
        return within(GLOBAL_V6, bytes) && !within(SPECIAL_V6, bytes);
    }

    private static boolean within(List<Block> blocks, byte[] address) {
        return blocks.stream().anyMatch(block -> block.holds(address));
    }

    private static List<Block> blocks(String... cidrs) {
        return List.of(cidrs).stream().map(Block::of).toList();
    }

    /** Addresses that share their first bits. */
    private record Block(BigInteger prefix, int shift) {

        static Block of(String cidr) {
            int slash = cidr.indexOf('/');
            try {
                // A literal: no name is looked up.
                byte[] bytes = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                int shift = bytes.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
                return new Block(new BigInteger(1, bytes).shiftRight(shift), shift);
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        boolean holds(byte[] address) {
            return new BigInteger(1, address).shiftRight(shift).equals(prefix);
        }
    }
}
