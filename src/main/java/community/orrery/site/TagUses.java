package community.orrery.site;

import community.orrery.feed.Category;
import community.orrery.feed.Post;
import community.orrery.feed.Writing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who uses which tags: how each is spelt, and whether it has a page. */
final class TagUses {

    /** A tag that only one post bears leads nowhere. */
    private static final int LEAST_POSTS = 2;

    /**
     * Tags of which a blog is the only user, and which have a page all the same: those it used twice before it did so with others.
     * Each is a page and two feeds, and a feed of made-up words would have tens of thousands.
     */
    static final int MOST_OF_ONE_BLOG = 2_000;

    private static final Use NONE = new Use("", "");

    /** A tag. The oldest post that bears it spells it, so that it stays. */
    private static final class Use {
        final String name;
        final String first;
        int posts;
        boolean isCommon;
        boolean isTooMany;

        Use(String name, String first) {
            this.name = name;
            this.first = first;
        }
    }

    private final Map<String, Tag> spellings = new HashMap<>(); // a few words on thousands of posts
    private final Map<String, Use> uses = new HashMap<>();
    private final Map<String, Integer> ofOneBlog = new HashMap<>();
    private final List<List<Tag>> tags = new ArrayList<>();

    TagUses(List<Writing> newestFirst) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Post post = newestFirst.get(i).original();
            List<Tag> all = tagsOf(post);
            all.forEach(tag -> count(tag, post.member()));
            tags.add(all);
        }
        Collections.reverse(tags);
    }

    private List<Tag> tagsOf(Post post) {
        if (post.metadata().categories().isEmpty()) {
            return List.of();
        }
        Map<String, Tag> distinct = new LinkedHashMap<>();
        for (Category category : post.metadata().categories()) {
            Tag tag = spellings.computeIfAbsent(category.name(), any -> Tag.of(category));
            if (!tag.name().isEmpty()) {
                distinct.putIfAbsent(tag.slug(), tag);
            }
        }
        return List.copyOf(distinct.values());
    }

    private void count(Tag tag, String member) {
        Use use = uses.computeIfAbsent(tag.slug(), any -> new Use(tag.name(), member));
        use.posts++;
        use.isCommon |= !use.first.equals(member);
        if (use.posts == LEAST_POSTS && !use.isCommon) {
            use.isTooMany = ofOneBlog.merge(member, 1, Integer::sum) > MOST_OF_ONE_BLOG;
        }
    }

    /** Those of a writing, by its place among those that were given; without repeats, in the author's order. */
    List<Tag> of(int place) {
        return tags.get(place);
    }

    boolean hasPage(String slug) {
        Use use = use(slug);
        return use.posts >= LEAST_POSTS && (use.isCommon || !use.isTooMany);
    }

    /** How many posts bear the tag. */
    int posts(String slug) {
        return use(slug).posts;
    }

    String name(String slug) {
        return use(slug).name;
    }

    private Use use(String slug) {
        return uses.getOrDefault(slug, NONE);
    }
}
