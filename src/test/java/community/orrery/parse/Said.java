package community.orrery.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import community.orrery.feed.Entry;
import community.orrery.feed.EntryId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jsoup.parser.Parser;

/** What a document says, however damaged it is: nothing else may come out of it. */
final class Said {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Pattern ITEM_TAG =
            Pattern.compile("<(?:[^\\s<>/:]+:)?(?:item|entry)(?=[\\s/>]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<!\\[CDATA\\[|]]>|<!--.*?-->|<[^<>]*>?", Pattern.DOTALL);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final String text;
    private final String said;

    Said(String text) {
        this.text = Repair.clean(text);
        String decoded = Repair.clean(Parser.unescapeEntities(this.text, false));
        String twice = Repair.clean(Parser.unescapeEntities(decoded, false));
        said = String.join(
                "\n",
                this.text,
                decoded,
                twice,
                TAG.matcher(this.text).replaceAll(""),
                TAG.matcher(decoded).replaceAll(""),
                TAG.matcher(twice).replaceAll(""),
                TAG.splitAsStream(this.text).map(Mojibake::undone).collect(Collectors.joining("\n")));
    }

    /** At most so many entries: the start tags of item and entry, or the objects among a JSON Feed's items. */
    int items() {
        if (!text.stripLeading().startsWith("{")) {
            return (int) ITEM_TAG.matcher(text).results().count();
        }
        try {
            JsonNode items = JSON.readTree(text.stripLeading()).path("items");
            return (int) StreamSupport.stream(items.spliterator(), false)
                    .filter(JsonNode::isObject)
                    .count();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    /** Each word of its title and of its id is the document's; what says nothing at all is called so. */
    void isSaid(Entry entry) {
        String title = entry.metadata().title().replace("Untitled", "");
        assertThat(words(title)).as("title “%s” in %s", title, text).allMatch(said::contains);
        String id = entry.id().value();
        if (entry.id().kind() == EntryId.Kind.GUID || entry.id().kind() == EntryId.Kind.PERMALINK) {
            assertThat(words(id)).as("id “%s” in %s", id, text).allMatch(said::contains);
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
