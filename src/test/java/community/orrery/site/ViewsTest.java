package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewsTest {

    @Test
    void setsWhatIsWrittenFromTheRightFromTheRight() {
        for (String language : List.of("ar", "fa-IR", "he", "ug", "sd", "dv", "pa-Arab", "az-Arab-IR")) {
            assertThat(Views.direction(language)).as(language).isEqualTo("rtl");
        }
        for (String language : List.of("en", "tr", "pa", "az", "sd-Deva-IN", "ar-Latn")) {
            assertThat(Views.direction(language)).as(language).isEqualTo("ltr");
        }
        assertThat(Views.direction(null)).isEqualTo("auto");
    }

    @Test
    void namesTheLanguageOfWhatIsWrittenOtherwiseThanThePlanet() {
        for (String[] pair : new String[][] {
            {"de", "en"}, {"zh-TW", "zh"}, {"zh-Hant", "zh-CN"}, {"sr-Latn", "sr"}, {"az-Arab", "az"}
        }) {
            assertThat(foreign(pair[0], pair[1])).isEqualTo(pair[0]);
        }
        for (String[] pair : new String[][] {{"en-GB", "en"}, {"de", "de-AT"}, {"zh-TW", "zh-TW"}, {"und", "en"}}) {
            assertThat(foreign(pair[0], pair[1])).as(pair[0]).isNull();
        }
    }

    private static @Nullable String foreign(String language, String here) {
        return Views.foreign(Locale.forLanguageTag(language), Locale.forLanguageTag(here));
    }
}
