package community.orrery.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The sample community's list: ten invented blogs on high performance computing, in the shapes that real platforms
 * publish. People, places, figures and addresses (all under the reserved {@code .example}) are made up.
 */
public final class DemoCommunity {

    private static final String LIST = "/demo/feeds.opml";
    private static final String ORIGIN = "http://127.0.0.1:PORT";

    private DemoCommunity() {}

    /**
     * The community's feeds.opml.
     *
     * @param base where the feeds are served, without a slash at its end; see {@link DemoServer#base()}
     */
    public static String opml(URI base) {
        return new String(read(LIST), StandardCharsets.UTF_8).replace(ORIGIN, base.toString());
    }

    /** How many feeds the list names. */
    public static int feeds() {
        return Blog.ALL.size();
    }

    /** A resource of ours, whole. */
    static byte[] read(String resource) {
        try (InputStream in = DemoCommunity.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("This build of Orrery lacks its sample community: no " + resource
                        + " among its resources. Build it again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + " from Orrery's own resources", e);
        }
    }
}
