package community.orrery.fetch;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Lets requests through so that no host is pressed: so many at once to one host, so many in all, and to one host none
 * sooner than a pause after another began or ended there. Whoever waited longest goes first.
 */
final class HostGate {

    private final int perHost;
    private final long pauseNanos;
    private final Semaphore all;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

    HostGate(int perHost, int all, Duration pause) {
        this.perHost = perHost;
        this.all = new Semaphore(all, true);
        this.pauseNanos = pause.toNanos();
    }

    /** Waits for a turn; close what it returns when the response is read. */
    Pass enter(String name) throws InterruptedException {
        return enter(name, () -> false);
    }

    /** @param idle whether, now that its turn has come, nothing is to be asked: then no pause is kept either */
    Pass enter(String name, BooleanSupplier idle) throws InterruptedException {
        Host host = hosts.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new Host(perHost, pauseNanos));
        host.slots.acquire();
        boolean entered = false;
        try {
            host.turn.lockInterruptibly();
            try {
                if (!idle.getAsBoolean()) {
                    host.awaitPause(pauseNanos);
                }
                all.acquire();
                host.touch();
            } finally {
                host.turn.unlock();
            }
            entered = true;
        } finally {
            if (!entered) {
                host.slots.release();
            }
        }
        return () -> {
            host.touch();
            all.release();
            host.slots.release();
        };
    }

    /** A request under way. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    private static final class Host {

        final Semaphore slots;
        final ReentrantLock turn = new ReentrantLock(true);
        /** When a request last began or ended here, by System.nanoTime. */
        private final AtomicLong lastBusy;

        Host(int perHost, long pauseNanos) {
            slots = new Semaphore(perHost, true);
            lastBusy = new AtomicLong(System.nanoTime() - pauseNanos);
        }

        void touch() {
            lastBusy.set(System.nanoTime());
        }

        void awaitPause(long pauseNanos) throws InterruptedException {
            for (long left = pauseNanos; left > 0; ) {
                left = lastBusy.get() + pauseNanos - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(left);
            }
        }
    }
}
