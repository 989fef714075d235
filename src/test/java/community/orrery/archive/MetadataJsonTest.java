package community.orrery.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates are read by hand where they are whole seconds, and come out as Java would read them. */
class MetadataJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-18T09:30:59Z",
                "2024-02-29T23:59:59Z",
                "1969-12-31T23:59:59Z",
                "0001-01-01T00:00:00Z",
                "2026-05-18T09:30:00.250Z",
                "2016-12-31T23:59:60Z",
                "2026-05-18T24:00:00Z",
                "-0001-03-01T00:00:00Z",
                "+12026-03-01T00:00:00Z"
            })
    void readsMomentsAsJavaSpellsThem(String moment) {
        assertThat(MetadataJson.read("{\"title\":\"\",\"published\":\"" + moment + "\"}")
                        .published())
                .isEqualTo(Instant.parse(moment));
    }
}
