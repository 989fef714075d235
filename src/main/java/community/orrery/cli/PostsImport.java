package community.orrery.cli;

import community.orrery.archive.Archive;
import community.orrery.archive.Recorded;
import community.orrery.crawl.Adoption;
import community.orrery.crawl.KeptIds;
import community.orrery.feed.Entry;
import community.orrery.feed.Member;
import community.orrery.feed.Planet;
import community.orrery.migrate.StoredPost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Posts that hpc.social's script stored, on their way into the archive. */
final class PostsImport {

    private static final long MOST_BYTES = 64L << 20;

    private final EditOptions options;
    private final Path archive;
    private final Surroundings around;
    private final Map<Place, List<Entry>> posts = new LinkedHashMap<>();
    private final Map<String, Set<Member>> known = new HashMap<>();
    private final Map<String, List<StoredPost>> strangers = new TreeMap<>();

    PostsImport(EditOptions options, Path archive, Surroundings around) {
        this.options = options;
        this.archive = archive;
        this.around = around;
    }

    /** Where a post belongs. */
    private record Place(Member member, URI xmlUrl) {}

    /** @throws Unmended when the folder holds no post of any member */
    void run(Path folder) throws Unmended {
        Planet listed = FeedList.read(options.feeds);
        Instant now = around.clock().instant();
        List<Path> files = files(folder);
        try (Archive held = options.dryRun ? Archive.rehearse(archive) : Archive.open(archive)) {
            Planet planet = KeptIds.of(listed, held.states());
            for (Path file : files) {
                read(file, planet, now);
            }
            strangers.forEach(this::strange);
            if (posts.isEmpty()) {
                throw new Unmended(folder + ": holds no post of a member of " + options.feeds
                        + ". Name hpc.social's folder _posts. Nothing was imported.");
            }
            int added = 0;
            for (Map.Entry<Place, List<Entry>> each : posts.entrySet()) {
                added += adopt(held, each.getKey(), each.getValue(), planet, now);
            }
            around.out()
                    .println(added + (added == 1 ? " post" : " posts") + " taken over"
                            + (options.dryRun
                                    ? ", were this no dry run. Nothing was written (--dry-run)."
                                    : added == 0 ? ": all are here already." : ". The next run gives each a page."));
        }
    }

    private int adopt(Archive held, Place place, List<Entry> entries, Planet planet, Instant now) {
        entries.sort(Comparator.<Entry, Instant>comparing(
                        entry -> Objects.requireNonNullElse(entry.metadata().published(), Instant.MIN))
                .reversed());
        Recorded recorded = Adoption.adopt(
                held, place.member(), place.xmlUrl(), entries, planet.settings().newcomerPosts(), now);
        around.out()
                .println(place.member().name() + ": " + entries.size()
                        + (entries.size() == 1 ? " post stored, " : " posts stored, ") + recorded.added() + " new.");
        return recorded.added();
    }

    private void read(Path file, Planet planet, Instant now) throws Unmended {
        try {
            StoredPost post = StoredPost.read(Files.readAllBytes(file), now);
            Optional<Member> member = post.member(planet);
            if (member.isPresent()) {
                known.computeIfAbsent(post.author(), any -> new HashSet<>()).add(member.get());
                keep(post, member.get());
            } else {
                strangers
                        .computeIfAbsent(post.author(), any -> new ArrayList<>())
                        .add(post);
            }
        } catch (StoredPost.NotAPost e) {
            around.err().println(file + ":" + e.line() + ": " + e.why() + " It is left out.");
        } catch (IOException e) {
            throw new Unmended(file + ": cannot be read (" + Unmended.why(e) + "). Check its permissions.");
        }
    }

    private void keep(StoredPost post, Member member) {
        posts.computeIfAbsent(new Place(member, post.feed(member)), any -> new ArrayList<>())
                .add(post.entry());
    }

    /** A blog that has moved: whoever wrote the others of this author's posts wrote these too. */
    private void strange(String author, List<StoredPost> stored) {
        Set<Member> members = known.getOrDefault(author, Set.of());
        if (members.size() == 1) {
            stored.forEach(post -> keep(post, members.iterator().next()));
            return;
        }
        around.err()
                .println("“" + author + "” is no member: " + stored.size()
                        + (stored.size() == 1 ? " post is" : " posts are")
                        + " left out. Give the member that wrote them planet:id=\"" + author + "\" in " + options.feeds
                        + ", or the blog's address as htmlUrl, and import again.");
    }

    private static List<Path> files(Path folder) throws Unmended {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.getFileName().toString().matches("(?i)[^.].*\\.(?:md|markdown|html?)"))
                    .sorted()
                    .toList();
            for (Path file : files) {
                if (Files.size(file) > MOST_BYTES) {
                    throw new Unmended(file + ": is over " + (MOST_BYTES >> 20) + " MiB, too large for a post.");
                }
            }
            return files;
        } catch (IOException e) {
            throw new Unmended(folder + ": cannot be read (" + Unmended.why(e) + "). Name a folder of posts.");
        }
    }
}
