package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.anonymise.ClassContent;
import io.goldsmith.dmp.anonymise.Publication;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** What the newest loads published, as counts per class. A load that showed the same as the one before is not kept twice. */
final class PublicationHistory {

    private final int most;

    /** @param most how many publications are kept */
    PublicationHistory(int most) {
        this.most = most;
    }

    List<Publication> read(Connection connection, String signature) throws SQLException {
        List<Publication> publications = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT load_id, levels FROM (SELECT * FROM publication WHERE signature = ? ORDER BY load_id DESC LIMIT ?)"
                        + " ORDER BY load_id")) {
            select.setString(1, signature);
            select.setInt(2, most);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    long load = found.getLong(1);
                    List<Integer> levels = Arrays.stream(elements(found.getArray(2)))
                            .map(level -> (Integer) level)
                            .toList();
                    publications.add(new Publication(load, levels, classes(connection, load)));
                }
            }
        }
        return publications;
    }

    void add(Connection connection, String signature, Publication publication) throws SQLException {
        List<Publication> earlier = read(connection, signature);
        if (!earlier.isEmpty() && showsTheSame(earlier.get(earlier.size() - 1), publication)) {
            return;
        }
        try (DuckDBAppender appender = DuckDatabase.appender(connection, "publication")) {
            appender.beginRow()
                    .append(publication.load())
                    .append(signature)
                    .append(publication.levels())
                    .endRow();
        }
        try (DuckDBAppender appender = DuckDatabase.appender(connection, "publication_cell")) {
            for (Map.Entry<List<String>, ClassContent> each :
                    publication.classes().entrySet()) {
                for (Map.Entry<List<String>, Integer> cell :
                        each.getValue().personsBySensitive().entrySet()) {
                    appender.beginRow()
                            .append(publication.load())
                            .append(each.getKey())
                            .append(cell.getKey())
                            .append(cell.getValue().intValue())
                            .endRow();
                }
            }
        }
        forgetOldest(connection, signature);
    }

    private static boolean showsTheSame(Publication before, Publication now) {
        return before.levels().equals(now.levels()) && before.classes().equals(now.classes());
    }

    private void forgetOldest(Connection connection, String signature) throws SQLException {
        try (PreparedStatement publications = connection.prepareStatement(
                        "DELETE FROM publication WHERE signature = ? AND load_id NOT IN"
                                + " (SELECT load_id FROM publication WHERE signature = ? ORDER BY load_id DESC LIMIT ?)");
                PreparedStatement cells = connection.prepareStatement(
                        "DELETE FROM publication_cell WHERE load_id NOT IN (SELECT load_id FROM publication)")) {
            publications.setString(1, signature);
            publications.setString(2, signature);
            publications.setInt(3, most);
            publications.executeUpdate();
            cells.executeUpdate();
        }
    }

    private static Map<List<String>, ClassContent> classes(Connection connection, long load) throws SQLException {
        Map<List<String>, Map<List<String>, Integer>> cells = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT class_key, sensitive, persons FROM publication_cell WHERE load_id = ?")) {
            select.setLong(1, load);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    cells.computeIfAbsent(strings(found.getArray(1)), absent -> new HashMap<>())
                            .put(strings(found.getArray(2)), found.getInt(3));
                }
            }
        }
        Map<List<String>, ClassContent> classes = new HashMap<>();
        cells.forEach((key, content) -> classes.put(key, new ClassContent(content)));
        return classes;
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.stream(elements(array)).map(String::valueOf).toList();
    }

    private static Object[] elements(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }
}
