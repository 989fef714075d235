package community.orrery.fetch;

import java.util.concurrent.Semaphore;

/**
 * How many bytes of long bodies may be in memory at once, in all visits together. Who has no room yet waits with its body
 * on disk, whoever waited longest goes first, so that a night when every server sends all that is allowed needs no more
 * memory than one such body and its reading.
 */
final class HeldBytes {

    private static final int UNIT = 1024;

    private final int all;
    private final Semaphore units;

    /** @param bytes in memory at once; one body longer than that is let in alone */
    HeldBytes(long bytes) {
        all = units(bytes);
        units = new Semaphore(all, true);
    }

    /** Waits until there is room for so many bytes; close what it returns when they are no longer held. */
    Share hold(long bytes) throws InterruptedException {
        if (bytes == 0) {
            return () -> {}; // what is short stands in no queue
        }
        int wanted = Math.min(all, units(bytes));
        units.acquire(wanted);
        return () -> units.release(wanted);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1);
    }

    /** Bytes that are held. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
