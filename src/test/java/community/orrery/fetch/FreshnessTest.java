package community.orrery.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-02T12:00:00Z");

    @ParameterizedTest(name = "{0} | {1} | {2} | {3} -> {4}")
    @CsvSource({
        "max-age=3600, , , , PT1H",
        "'public, Max-Age=600', , , , PT10M",
        "max-age=3600, , , 600, PT50M",
        "max-age=3600, , , 7200, ",
        "max-age=3600, , , soon, PT1H",
        "max-age=99999999999, , , , P366D",
        "max-age=-5, , , , ",
        "max-age=never, , , , ",
        "no-cache, , , , ",
        "'no-cache, max-age=3600', , , , ",
        "'no-store, max-age=3600', , , , ",
        "'max-age=60', 'Mon, 02 Mar 2026 15:00:00 GMT', , , PT1M",
        ", 'Mon, 02 Mar 2026 15:00:00 GMT', , , PT3H",
        ", 'Mon, 02 Mar 2026 15:00:00 GMT', 'Mon, 02 Mar 2026 14:00:00 GMT', , PT1H",
        ", 'Mon, 02 Mar 2026 11:00:00 GMT', , , ",
        ", 0, , , ",
        ", , , , ",
    })
    void tellsHowLongAResponseStaysFresh(
            @Nullable String cacheControl,
            @Nullable String expires,
            @Nullable String date,
            @Nullable String age,
            @Nullable String fresh) {
        Headers.Builder headers = new Headers.Builder();
        add(headers, "Cache-Control", cacheControl);
        add(headers, "Expires", expires);
        add(headers, "Date", date);
        add(headers, "Age", age);

        assertThat(Freshness.of(headers.build(), RECEIVED).orElse(null))
                .isEqualTo(
                        fresh == null ? null : fresh.startsWith("P366") ? Duration.ofDays(366) : Duration.parse(fresh));
    }

    @ParameterizedTest(name = "Retry-After: {0} -> {1}")
    @CsvSource({
        "120, 2026-03-02T12:02:00Z",
        "' 120 ', 2026-03-02T12:02:00Z",
        "0, 2026-03-02T12:00:00Z",
        "99999999999999999999, 2027-03-03T12:00:00Z",
        "'Tue, 03 Mar 2026 00:00:00 GMT', 2026-03-03T00:00:00Z",
        "'Tuesday, 03-Mar-26 00:00:00 GMT', 2026-03-03T00:00:00Z",
        "'Tue Mar  3 00:00:00 2026', 2026-03-03T00:00:00Z",
        "-5, ",
        "1.5, ",
        "tomorrow, ",
        "'', ",
        ", ",
    })
    void readsEitherFormOfRetryAfter(@Nullable String value, @Nullable Instant notBefore) {
        Headers.Builder headers = new Headers.Builder();
        add(headers, "Retry-After", value);

        assertThat(Freshness.retryAfter(headers.build(), RECEIVED).orElse(null)).isEqualTo(notBefore);
    }

    private static void add(Headers.Builder headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value);
        }
    }
}
