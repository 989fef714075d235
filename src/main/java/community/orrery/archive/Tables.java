package community.orrery.archive;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The schema as the file itself tells it, so that a table or a column that a migration adds is exported without a word more. */
final class Tables {

    static final String FEED = "feed";
    static final String POST = "post";
    /** The column that holds JSON. */
    static final String METADATA = "metadata";

    /** Told inside the line of what they belong to, or made again. */
    static final Set<String> UNTOLD = Set.of("fact", "reading", "content", "sighting", "trace", "cleaned");
    /** Others refer to these; the rest follow by name. */
    private static final List<String> FIRST = List.of(FEED, POST);

    /**
     * @param columns all of them, in the table's order
     * @param primary those of the primary key, in its order
     */
    record Table(String name, List<String> columns, List<String> primary) {

        String select() {
            return "select * from \"" + name + "\" order by "
                    + (primary.isEmpty()
                            ? "rowid"
                            : primary.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(", ")));
        }
    }

    private Tables() {}

    /** Each that has lines of its own, those before others that refer to them. */
    static List<Table> told(Database database) throws SQLException {
        return all(database).stream()
                .filter(table -> !UNTOLD.contains(table.name()))
                .toList();
    }

    static List<Table> all(Database database) throws SQLException {
        List<String> names = database.query(
                "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\'"
                        + " and name not like 'flyway\\_%' escape '\\'",
                row -> row.getString(1));
        List<Table> tables = new ArrayList<>();
        for (String name : names) {
            record Column(String name, int primary) {}
            List<Column> columns = database.query(
                    "select name, pk from pragma_table_info(?) order by cid",
                    row -> new Column(row.getString(1), row.getInt(2)),
                    name);
            tables.add(new Table(
                    name,
                    columns.stream().map(Column::name).toList(),
                    columns.stream()
                            .filter(column -> column.primary() > 0)
                            .sorted(Comparator.comparingInt(Column::primary))
                            .map(Column::name)
                            .toList()));
        }
        tables.sort(Comparator.<Table>comparingInt(table -> place(table.name())).thenComparing(Table::name));
        return tables;
    }

    private static int place(String name) {
        return FIRST.contains(name) ? FIRST.indexOf(name) : FIRST.size();
    }
}
