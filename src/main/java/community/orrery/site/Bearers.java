package community.orrery.site;

import community.orrery.feed.Post;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the posts that have one id goes by it: whichever was met first, since readers know it by that. */
final class Bearers {

    private static final String OURS = "urn:orrery:";

    private static final Comparator<Post> MET_FIRST =
            Comparator.comparing(Post::firstSeen).thenComparing(Post::path);

    private final Map<String, Post> onPlanet = new HashMap<>();

    /** By blog and id, where more than one post has the id. */
    private final Map<List<String>, Post> inBlog = new HashMap<>();

    private final Set<String> blogs = new HashSet<>();

    private Bearers() {}

    static Bearers of(List<Post> posts) {
        Bearers bearers = new Bearers();
        for (Post post : posts) {
            bearers.blogs.add(post.member());
            bearers.onPlanet.merge(post.id().value(), post, Bearers::first);
        }
        for (Post post : posts) {
            Post bearer = bearers.bearer(post);
            if (bearer != post) {
                bearers.inBlog.merge(name(bearer), bearer, Bearers::first);
                bearers.inBlog.merge(name(post), post, Bearers::first);
            }
        }
        return bearers;
    }

    Bearing bearing(Post post) {
        if (bearer(post) == post && !passesForAnother(post)) {
            return Bearing.ITS_ID;
        }
        return inBlog.getOrDefault(name(post), post) == post ? Bearing.ITS_BLOG : Bearing.ITS_PAGE;
    }

    private Post bearer(Post post) {
        return onPlanet.getOrDefault(post.id().value(), post);
    }

    /** Whether its author gave it an id that we may give to a post of another blog. */
    private boolean passesForAnother(Post post) {
        String id = post.id().value();
        if (!id.startsWith(OURS)) {
            return false;
        }
        String blog = id.substring(OURS.length()).replaceFirst(":.*", "");
        return blogs.contains(blog) && !blog.equals(post.member());
    }

    private static Post first(Post one, Post other) {
        return MET_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static List<String> name(Post post) {
        return List.of(post.member(), post.id().value());
    }

    /** How the ids begin that we give to a member's posts where theirs will not do. */
    static String ours(String member) {
        return OURS + member + ":";
    }
}
