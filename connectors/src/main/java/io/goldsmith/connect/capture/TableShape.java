package io.goldsmith.connect.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a table looks like at the moment, by which the columns of its changes are read. */
final class TableShape {

    private final List<ReplicationMessage.Column> columns;
    private final List<ServerType> types;

    private TableShape(List<ReplicationMessage.Column> columns, List<ServerType> types) {
        this.columns = columns;
        this.types = types;
    }

    /** @param connection to ask for the names of types */
    static TableShape of(ReplicationMessage.Relation relation, Connection connection) throws SQLException {
        String sql =
                "select t.oid::int8, coalesce(b.typname, t.typname), coalesce(b.typcategory, t.typcategory) = 'A' from pg_type t"
                        + " left join pg_type b on b.oid = t.typbasetype where t.oid = any (cast(? as oid[]))";
        List<String> ids = new ArrayList<>();
        relation.columns().forEach(column -> ids.add(Long.toString(column.type())));
        Map<Long, ServerType> named = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, "{" + String.join(",", ids) + "}");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    named.put(rows.getLong(1), ServerType.of(rows.getString(2), rows.getBoolean(3)));
                }
            }
        }
        return new TableShape(
                relation.columns(),
                relation.columns().stream()
                        .map(column -> named.getOrDefault(column.type(), ServerType.OTHER))
                        .toList());
    }

    /** Those of some columns that have a value, which may be added to. */
    Map<String, ChangeRow.Cell> cells(Tuple row, Set<String> wanted) {
        Map<String, ChangeRow.Cell> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.contains(columns.get(i).name()) && row.cells().get(i) instanceof Tuple.Text text) {
                cells.put(columns.get(i).name(), new ChangeRow.Cell(text.text(), types.get(i)));
            }
        }
        return cells;
    }

    /** Those of some columns that the row does not tell, since they did not change. */
    Map<String, ServerType> untold(Tuple row, Set<String> wanted) {
        Map<String, ServerType> untold = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.contains(columns.get(i).name()) && row.cells().get(i) instanceof Tuple.Unchanged) {
                untold.put(columns.get(i).name(), types.get(i));
            }
        }
        return untold;
    }

    /** What tells the row apart, column to value as the server writes it. */
    Map<String, String> identity(Tuple row) {
        Map<String, String> identity = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isIdentity() && row.cells().get(i) instanceof Tuple.Text text) {
                identity.put(columns.get(i).name(), text.text());
            }
        }
        return identity;
    }
}
