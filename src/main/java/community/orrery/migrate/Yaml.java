package community.orrery.migrate;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as far as planets write it: mappings of names to scalars, each with its line. No tag makes an object of anything. */
final class Yaml {

    private static final int MOST_LETTERS = 4 << 20;

    private Yaml() {}

    /** What is wrong with a text, and where. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Remark remark;

        Broken(int line, String what) {
            super(what);
            this.remark = new Remark(line, "This is not YAML: " + what + ".", "Mend it and import again.");
        }

        Remark remark() {
            return remark;
        }
    }

    /**
     * A mapping.
     *
     * @param line in which it begins
     */
    record Entry(int line, List<Line> lines) {
        String value(String name) {
            return lines.stream()
                    .filter(line -> line.name().equals(name))
                    .map(Line::value)
                    .findFirst()
                    .orElse("");
        }
    }

    /** The mappings of a sequence, or the one mapping that the text is; anything else is passed over. */
    static List<Entry> entries(String text) throws Broken {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_LETTERS);
        options.setMaxAliasesForCollections(50);
        try {
            Node root = new Composer(
                            new ParserImpl(new StreamReader(new StringReader(text)), options), new Resolver(), options)
                    .getSingleNode();
            List<Entry> entries = new ArrayList<>();
            if (root instanceof SequenceNode sequence) {
                for (Node node : sequence.getValue()) {
                    if (node instanceof MappingNode mapping) {
                        entries.add(entry(mapping));
                    }
                }
            } else if (root instanceof MappingNode mapping) {
                entries.add(entry(mapping));
            }
            return entries;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Broken(line, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            throw new Broken(
                    1, String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read"));
        }
    }

    private static Entry entry(MappingNode mapping) {
        List<Line> lines = new ArrayList<>();
        for (NodeTuple pair : mapping.getValue()) {
            if (pair.getKeyNode() instanceof ScalarNode name) {
                String value = pair.getValueNode() instanceof ScalarNode scalar ? scalar.getValue() : "…";
                lines.add(new Line(
                        name.getValue(), value.strip(), name.getStartMark().getLine() + 1));
            }
        }
        return new Entry(mapping.getStartMark().getLine() + 1, lines);
    }
}
