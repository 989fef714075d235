package community.orrery.history;

import community.orrery.feed.Entry;
import community.orrery.feed.Metadata;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the only one of the member's posts that has something in common with the only entry of a document that has it. */
final class Sole {

    private final Function<Metadata, String> trait;
    private final List<Entry> entries;
    private final List<Known> posts;
    private @Nullable Map<String, Long> counts;
    private @Nullable Map<String, List<Known>> byTrait;

    /** @param trait what they may have in common; empty where there is nothing */
    Sole(Function<Metadata, String> trait, List<Entry> entries, List<Known> posts) {
        this.trait = trait;
        this.entries = entries;
        this.posts = posts;
    }

    @Nullable
    Known of(Entry entry) {
        if (counts == null || byTrait == null) {
            counts = entries.stream()
                    .collect(Collectors.groupingBy(each -> trait.apply(each.metadata()), Collectors.counting()));
            byTrait = posts.stream().collect(Collectors.groupingBy(post -> trait.apply(post.metadata())));
        }
        String value = trait.apply(entry.metadata());
        List<Known> same = byTrait.getOrDefault(value, List.of());
        return !value.isEmpty() && counts.getOrDefault(value, 0L) == 1 && same.size() == 1 ? same.get(0) : null;
    }
}
