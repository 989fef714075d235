package community.orrery.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
