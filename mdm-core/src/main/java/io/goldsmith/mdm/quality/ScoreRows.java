package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The snapshots of the scores: one for each day. */
final class ScoreRows {

    /** For how many days they are kept. */
    static final int KEPT_DAYS = 800;

    static final String SELECT = "select assessed_on, subject_kind, subject, dimension, score, judged, broken, run_id,"
            + " assessed_at from quality_score ";

    private static final double HUNDRED = 100;

    private ScoreRows() {}

    /** Writes the day's scores in the place of those that it may have, and forgets days that are too old. */
    static void write(Transaction transaction, long runId, Instant now, ScoreTallies tallies) throws SQLException {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (BulkWriter deletes = transaction.bulk("delete from quality_score where assessed_on = ?");
                BulkWriter expired = transaction.bulk("delete from quality_score where assessed_on < ?")) {
            deletes.row(day);
            expired.row(day.minusDays(KEPT_DAYS));
        }
        try (BulkWriter rows = transaction.bulk("insert into quality_score (assessed_on, subject_kind, subject,"
                + " dimension, score, judged, broken, run_id, assessed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<ScoreTallies.Key, ScoreTally> entry : tallies.all().entrySet()) {
                ScoreTallies.Key key = entry.getKey();
                ScoreTally tally = entry.getValue();
                rows.row(
                        day,
                        key.kind().name(),
                        key.subject(),
                        key.dimension().name(),
                        tally.mean(),
                        tally.judged(),
                        tally.broken(),
                        runId,
                        now);
            }
        }
    }

    static List<QualityScore> read(PreparedStatement query) throws SQLException {
        List<QualityScore> scores = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                scores.add(new QualityScore(
                        row.getObject(1, LocalDate.class),
                        SubjectKind.valueOf(row.getString(2)),
                        row.getString(3),
                        Dimension.valueOf(row.getString(4)),
                        row.getInt(5) / HUNDRED,
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getObject(9, OffsetDateTime.class).toInstant()));
            }
        }
        return scores;
    }
}
