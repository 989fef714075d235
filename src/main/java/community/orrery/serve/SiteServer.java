package community.orrery.serve;

import community.orrery.listen.Listener;
import community.orrery.listen.Reply;
import community.orrery.listen.Representation;
import community.orrery.publish.Publisher;
import community.orrery.serve.SiteFolder.Found;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Shows the site in a folder to whoever asks at an address. Close it to free the port.
 */
public final class SiteServer implements AutoCloseable {

    /** So many requests are worked on at once; what comes beyond that is hung up on. */
    private static final int WORKERS = 128;

    private final Listener listener;
    private final SiteFolder folder;
    private final Publisher publisher;
    private final Path archive;
    private final Clock clock;

    private SiteServer(InetSocketAddress at, Path site, Publisher publisher, Path archive, Clock clock)
            throws IOException {
        this.folder = new SiteFolder(site.toAbsolutePath());
        this.publisher = publisher;
        this.archive = archive;
        this.clock = clock;
        this.listener = Listener.open(at, "preview", WORKERS, this::answer, status -> {});
    }

    /**
     * @param site the published folder; need not be there yet
     * @param publisher of that folder, asked whether something was published
     * @param archive beside which runs leave their notes
     * @param at where to listen; port 0 for any that is free
     * @throws IOException when the port is taken or the address is not ours
     */
    public static SiteServer open(Path site, Publisher publisher, Path archive, InetSocketAddress at, Clock clock)
            throws IOException {
        return new SiteServer(at, site, publisher, archive, clock);
    }

    /** Where the site's front page is. */
    public URI address() {
        InetSocketAddress at = listener.bound();
        String host = at.getAddress().isAnyLocalAddress()
                ? "localhost"
                : at.getAddress().getHostAddress();
        return URI.create("http://" + Listener.authority(host, at.getPort()) + "/");
    }

    @Override
    public void close() {
        listener.close();
    }

    private void answer(Reply reply) throws IOException {
        String raw = reply.path();
        if (raw.startsWith(LivePage.FOLDER)) {
            own(raw.substring(LivePage.FOLDER.length()), reply);
            return;
        }
        Optional<RequestPath> path = RequestPath.parse(raw);
        Optional<Found> found = path.flatMap(folder::find);
        if (found.isPresent()) {
            reply.offer(representation(found.get()));
        } else if (path.filter(folder::isFolder).isPresent()) {
            reply.lead(raw + "/" + reply.query());
        } else {
            missing(path.filter(each -> each.names().isEmpty()).isPresent(), reply);
        }
    }

    private void own(String name, Reply reply) throws IOException {
        switch (name) {
            case "now.js" ->
                reply.send(200, MediaType.SCRIPT, LivePage.now(mark(), RunNote.read(archive, clock.instant())));
            case "preview.js" -> reply.send(200, MediaType.SCRIPT, LivePage.resource(name));
            case "preview.css" -> reply.send(200, MediaType.STYLE, LivePage.resource(name));
            default -> missing(false, reply);
        }
    }

    private Representation representation(Found file) throws IOException {
        String type = MediaType.of(file.name(), start(file));
        if (!type.equals(MediaType.HTML) || file.size() > LivePage.LARGEST) {
            return file.representation(type);
        }
        String mark = mark();
        return Representation.of(
                LivePage.of(bytes(file, file.size()), mark), type, file.tag() + "-live" + mark, file.modified());
    }

    /** The site's own page for lost addresses; what to do where there is no site; words where there is neither. */
    private void missing(boolean front, Reply reply) throws IOException {
        RequestPath page = new RequestPath(List.of("404.html"), false);
        Optional<Found> found = folder.find(page).filter(file -> file.size() <= LivePage.LARGEST);
        if (front) {
            reply.send(404, MediaType.HTML, LivePage.waiting());
        } else if (found.isPresent()) {
            reply.send(404, MediaType.HTML, LivePage.lost(bytes(found.get(), LivePage.LARGEST), mark()));
        } else {
            reply.say(404, "There is nothing here.");
        }
    }

    private String mark() {
        return publisher.settled().orElse("");
    }

    private static byte[] start(Found file) throws IOException {
        return bytes(file, MediaType.TELLING);
    }

    private static byte[] bytes(Found file, long most) throws IOException {
        try (InputStream in = file.representation("").source().from(0)) {
            return in.readNBytes((int) most);
        }
    }
}
