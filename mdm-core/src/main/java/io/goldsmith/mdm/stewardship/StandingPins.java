package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Pin;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the pins that have not been undone. */
public final class StandingPins {

    private static final String PINS = "select p.record_id, d.id, p.name, r.source_system, r.source_key,"
            + " p.record_version, p.raw, p.standard, d.made_by, d.made_at, p.valid_until from unnest(?) w(id)"
            + " join pin p on p.record_id = w.id join decision d on d.id = p.decision_id"
            + " join source_record r on r.id = p.record_id where d.undone_at is null";

    private StandingPins() {}

    /** The pins that are anchored on records, by hub id; those that do not hold any more are among them. */
    public static Map<Long, List<Pin>> of(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, List<Pin>> pins = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(PINS)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    pins.computeIfAbsent(row.getLong(1), record -> new ArrayList<>())
                            .add(new Pin(
                                    row.getLong(2),
                                    row.getString(3),
                                    new RecordId(row.getString(4), row.getString(5)),
                                    row.getInt(6),
                                    Documents.values(row.getString(7)),
                                    Documents.values(row.getString(8)),
                                    row.getString(9),
                                    row.getObject(10, OffsetDateTime.class).toInstant(),
                                    Optional.ofNullable(row.getObject(11, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant)));
                }
            }
        }
        return pins;
    }
}
