package community.orrery.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import community.orrery.feed.Group;
import community.orrery.feed.Hidden;
import community.orrery.feed.Member;
import community.orrery.feed.MemberBuilder;
import community.orrery.feed.Planet;
import community.orrery.feed.Settings;
import community.orrery.feed.Subscription;
import community.orrery.site.Theme;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A site is looked at again whatever part of the list changes, also one that was added to the records later. */
class BasisTest {

    private static final Member MEMBER = MemberBuilder.of("ada").build();
    private static final Planet PLANET = new Planet(
            "Planet", null, "", Locale.ENGLISH, null, null, Settings.DEFAULT, List.of(), List.of(MEMBER), List.of());

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyPartOfTheListCounts(String part, Planet changed) {
        assertThat(number(changed)).as(part).isNotEqualTo(number(PLANET));
    }

    static Stream<Object[]> changes() {
        return Stream.of(
                        parts(PLANET).map(changed -> new Object[] {changed.part(), changed.whole()}),
                        parts(Settings.DEFAULT).map(changed ->
                                new Object[] {changed.part(), with(PLANET, "settings", changed.whole())}),
                        parts(MEMBER).map(changed ->
                                new Object[] {changed.part(), with(PLANET, "members", List.of(changed.whole()))}))
                .flatMap(all -> all);
    }

    private record Changed(String part, Record whole) {}

    private static Stream<Changed> parts(Record record) {
        return Arrays.stream(record.getClass().getRecordComponents())
                .map(part -> new Changed(
                        record.getClass().getSimpleName() + "." + part.getName(),
                        with(record, part.getName(), other(part, value(record, part)))));
    }

    private static Record with(Record record, String name, Object other) {
        RecordComponent[] parts = record.getClass().getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
        Object[] values = Arrays.stream(parts)
                .map(part -> part.getName().equals(name) ? other : value(record, part))
                .toArray();
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("NullAway") // a part may be null
    private static Object value(Record record, RecordComponent part) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    /** Another value of the part's kind. */
    private static Object other(RecordComponent part, Object value) {
        Map<Class<?>, Object> others = Map.ofEntries(
                Map.entry(String.class, "something else"),
                Map.entry(URI.class, URI.create("https://else.example/")),
                Map.entry(Locale.class, Locale.FRENCH),
                Map.entry(ZoneId.class, ZoneId.of("Europe/Paris")),
                Map.entry(Duration.class, Duration.ofSeconds(77)),
                Map.entry(int.class, 77),
                Map.entry(long.class, 77L),
                Map.entry(boolean.class, !Boolean.TRUE.equals(value)),
                Map.entry(Settings.class, with(Settings.DEFAULT, "feedPosts", 77)),
                Map.entry(Member.Extent.class, Member.Extent.EXCERPT),
                Map.entry(Member.Status.class, Member.Status.RETIRED),
                Map.entry(Set.class, Set.of("tag")));
        Object other = others.get(part.getType());
        if (other != null) {
            return other;
        }
        return switch (part.getName()) {
            case "groups" -> List.of(new Group("g", "G", List.of(), List.of("ada")));
            case "members" -> List.of();
            case "hidden" -> List.of(new Hidden(URI.create("https://ada.example/p"), List.of(), "why", 9));
            case "subscriptions" -> List.of(new Subscription(URI.create("https://ada.example/other"), 3));
            default -> throw new AssertionError("say what another " + part + " would be");
        };
    }

    private static long number(Planet planet) {
        return Basis.of(planet, Map.of(), null, Theme.NONE).number(1, 1);
    }
}
