package community.orrery.listen;

/** The JDK's HTTP server waits for ever for a slow client unless told before its first use. */
final class SlowClients {

    private SlowClients() {}

    /** To be called before the first server of this process is made. What the operator set stays. */
    static void limit() {
        limit("sun.net.httpserver.maxReqTime", "10");
        limit("sun.net.httpserver.maxRspTime", "120");
    }

    private static void limit(String property, String seconds) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, seconds);
        }
    }
}
