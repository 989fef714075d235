package community.orrery.clean;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The texts that stand directly in an object of JSON, which some software leaves in an attribute. Jackson stops here. */
final class JsonTexts {

    /** Longer JSON, in characters, is not read. */
    static final int LONGEST = 20_000;

    /** Deeper nesting ends the reading. */
    static final int DEEPEST = 30;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .build())
            // A stranger's names are not to be remembered.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonTexts() {}

    /**
     * By name, the first of equals; what stands deeper is passed over.
     *
     * @return of broken JSON what stands before the break; empty when it is no object, or longer than {@link #LONGEST}
     */
    static Map<String, String> of(String json) {
        Map<String, String> texts = new HashMap<>();
        if (json.length() > LONGEST) {
            return texts;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            boolean more = parser.nextToken() == JsonToken.START_OBJECT;
            while (more && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    texts.putIfAbsent(name, parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
            return texts;
        } catch (IOException e) {
            return texts;
        }
    }
}
