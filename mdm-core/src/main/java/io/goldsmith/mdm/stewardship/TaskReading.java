package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tasks with the record ids of their pair and, by the settings, when they fall due. */
final class TaskReading {

    static final String COLUMNS = "select t.id, t.kind, t.golden_id, t.other_golden_id, l.source_system, l.source_key,"
            + " r.source_system, r.source_key, t.weight, t.priority, t.state, t.details, t.created_at, t.opened_at,"
            + " t.closed_by, t.assigned_to, t.escalated_at, t.proposed_by, t.proposed_state,"
            + " t.revision from stewardship_task t left join source_record l on l.id = t.left_record"
            + " left join source_record r on r.id = t.right_record ";

    private final StewardshipSettings settings;

    TaskReading(StewardshipSettings settings) {
        this.settings = settings;
    }

    List<Task> readAll(PreparedStatement query) throws SQLException {
        List<Task> tasks = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tasks.add(read(row));
            }
        }
        return tasks;
    }

    private Task read(ResultSet row) throws SQLException {
        TaskKind kind = TaskKind.valueOf(row.getString(2));
        long other = row.getLong(4);
        Optional<GoldenId> otherId = row.wasNull() ? Optional.empty() : Optional.of(new GoldenId(other));
        int weight = row.getInt(9);
        Optional<Integer> ofPair = row.wasNull() ? Optional.empty() : Optional.of(weight);
        Instant openedAt = row.getObject(14, OffsetDateTime.class).toInstant();
        boolean isEscalated = row.getObject(17, OffsetDateTime.class) != null;
        String proposedState = row.getString(19);
        return new Task(
                row.getLong(1),
                kind,
                new GoldenId(row.getLong(3)),
                otherId,
                record(row.getString(5), row.getString(6)),
                record(row.getString(7), row.getString(8)),
                ofPair,
                row.getInt(10),
                TaskState.valueOf(row.getString(11)),
                row.getString(12),
                row.getObject(13, OffsetDateTime.class).toInstant(),
                openedAt,
                Optional.ofNullable(row.getString(15)),
                Optional.ofNullable(row.getString(16)),
                settings.dueDays(kind).map(days -> openedAt.plus(Duration.ofDays(days))),
                isEscalated ? Optional.of(settings.escalationRole()) : Optional.empty(),
                proposedState == null
                        ? Optional.empty()
                        : Optional.of(new Task.Proposal(row.getString(18), TaskState.valueOf(proposedState))),
                row.getInt(20));
    }

    private static Optional<RecordId> record(String source, String key) {
        return source == null ? Optional.empty() : Optional.of(new RecordId(source, key));
    }
}
