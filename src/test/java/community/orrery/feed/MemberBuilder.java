package community.orrery.feed;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A member for tests: named like its id, with a blog and a feed on a host of that name, else as a list that says no more. */
public final class MemberBuilder {

    private final String id;
    private String name;
    private @Nullable URI home;
    private String description = "";
    private Member.Extent extent = Member.Extent.FULL;
    private Set<String> categories = Set.of();
    private Member.Status status = Member.Status.ACTIVE;
    private boolean distinct;
    private boolean indexed = true;
    private List<String> feeds;
    private @Nullable String statedId;

    private MemberBuilder(String id) {
        this.id = id;
        this.name = id;
        this.home = URI.create("https://" + id + ".example/");
        this.feeds = List.of("https://" + id + ".example/feed.xml");
    }

    public static MemberBuilder of(String id) {
        return new MemberBuilder(id);
    }

    public MemberBuilder name(String name) {
        this.name = name;
        return this;
    }

    public MemberBuilder withoutHome() {
        this.home = null;
        return this;
    }

    public MemberBuilder description(String description) {
        this.description = description;
        return this;
    }

    public MemberBuilder extent(Member.Extent extent) {
        this.extent = extent;
        return this;
    }

    public MemberBuilder categories(String... categories) {
        this.categories = Set.of(categories);
        return this;
    }

    public MemberBuilder retired() {
        this.status = Member.Status.RETIRED;
        return this;
    }

    public MemberBuilder distinct(boolean distinct) {
        this.distinct = distinct;
        return this;
    }

    public MemberBuilder indexed(boolean indexed) {
        this.indexed = indexed;
        return this;
    }

    public MemberBuilder feeds(String... addresses) {
        this.feeds = List.of(addresses);
        return this;
    }

    /** The list states the id: it is not made from the name. */
    public MemberBuilder stated() {
        this.statedId = id;
        return this;
    }

    public Member build() {
        Stream<Subscription> subscriptions = feeds.stream().map(feed -> new Subscription(URI.create(feed), 1));
        return new Member(
                id,
                name,
                home,
                description,
                null,
                extent,
                categories,
                status,
                distinct,
                indexed,
                subscriptions.toList(),
                statedId);
    }
}
