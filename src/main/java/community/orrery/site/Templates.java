package community.orrery.site;

import community.orrery.clean.SafeHtml;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Extension;
import io.pebbletemplates.pebble.extension.ExtensionCustomizer;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The template engine. A template can print a string only escaped: Pebble's own {@code raw} and {@code autoescape} are taken
 * out, and {@code markup} prints nothing but a {@link SafeHtml}. The engine's own escaping would write the same, but set up
 * tables of all two thousand entities first.
 */
final class Templates {

    private final PebbleEngine engine;

    Templates(SiteResources resources, Words words, DataScript early) {
        engine = new PebbleEngine.Builder()
                .loader(new ResourceLoader(resources))
                .strictVariables(true)
                .autoEscaping(true)
                .addEscapingStrategy("html", Html::onPage)
                .registerExtensionCustomizer(WithoutRaw::new)
                .extension(new Ours(words, early))
                .defaultLocale(words.locale())
                .build();
    }

    /** @throws ThemeException when a template is not sound */
    byte[] print(String name, Map<String, Object> context) {
        try {
            Utf8Writer out = new Utf8Writer(32 << 10);
            engine.getTemplate(name).evaluate(out, context);
            return out.bytes();
        } catch (PebbleException e) {
            throw new ThemeException("templates/" + (e.getFileName() == null ? name : e.getFileName()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // what writes to memory has nowhere to fail
        }
    }

    /** The one script that runs before the page is painted, and its place in the page's policy. */
    record DataScript(String script) {}

    private static final class WithoutRaw extends ExtensionCustomizer {

        WithoutRaw(Extension core) {
            super(core);
        }

        @Override
        public @Nullable Map<String, Filter> getFilters() {
            Map<String, Filter> filters = super.getFilters();
            if (filters == null) {
                return null;
            }
            Map<String, Filter> kept = new HashMap<>(filters);
            kept.remove("raw");
            return kept;
        }

        @Override
        public @Nullable List<TokenParser> getTokenParsers() {
            List<TokenParser> parsers = super.getTokenParsers();
            return parsers == null
                    ? null
                    : parsers.stream()
                            .filter(parser -> !"autoescape".equals(parser.getTag()))
                            .toList();
        }
    }

    private static final class Ours extends AbstractExtension {

        private final Words words;
        private final DataScript early;

        Ours(Words words, DataScript early) {
            this.words = words;
            this.early = early;
        }

        @Override
        public Map<String, Filter> getFilters() {
            return Map.of("markup", new Markup());
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of(
                    "t",
                    function(args -> words.text(string(args, 0), rest(args))),
                    "count",
                    function(args -> words.count(string(args, 0), ((Number) at(args, 1)).longValue())),
                    "parts",
                    function(args -> words.parts(string(args, 0))),
                    "early",
                    function(args -> new SafeString(early.script())));
        }

        private static Object[] rest(Map<String, Object> args) {
            Object[] values = new Object[args.size() - 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = at(args, i + 1);
            }
            return values;
        }

        private static String string(Map<String, Object> args, int index) {
            return at(args, index).toString();
        }

        private static Object at(Map<String, Object> args, int index) {
            Object value = args.get(String.valueOf(index));
            return value == null ? "" : value;
        }
    }

    private static Function function(java.util.function.Function<Map<String, Object>, Object> body) {
        return new Function() {
            @Override
            public @Nullable List<String> getArgumentNames() {
                return null; // by position
            }

            @Override
            public Object execute(Map<String, Object> args, PebbleTemplate self, EvaluationContext context, int line) {
                try {
                    return body.apply(args);
                } catch (IllegalArgumentException e) {
                    throw new PebbleException(e, String.valueOf(e.getMessage()), line, self.getName());
                }
            }
        };
    }

    /** Prints what was cleaned, and our own data blocks; nothing else. */
    private static final class Markup implements Filter {

        @Override
        public @Nullable List<String> getArgumentNames() {
            return null;
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> args,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (input instanceof SafeHtml html) {
                return new SafeString(html.markup());
            }
            if (input instanceof View.DataBlock block) {
                return new SafeString(block.json());
            }
            throw new PebbleException(
                    null, "markup prints only cleaned HTML; leave the filter out", line, self.getName());
        }
    }

    private record ResourceLoader(SiteResources resources) implements Loader<String> {

        @Override
        public Reader getReader(String name) {
            if (!resourceExists(name)) {
                throw new LoaderException(null, "there is no templates/" + name);
            }
            return new StringReader(resources.text("templates/" + name));
        }

        @Override
        public void setCharset(String charset) {}

        @Override
        public void setPrefix(String prefix) {}

        @Override
        public void setSuffix(String suffix) {}

        @Override
        public String resolveRelativePath(String path, String anchor) {
            return path;
        }

        @Override
        public String createCacheKey(String name) {
            return name;
        }

        @Override
        public boolean resourceExists(String name) {
            return resources.has("templates/" + name);
        }
    }
}
