package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the source records of a golden record. */
final class MemberReading {

    private static final String MEMBERS = "select r.source_system, r.source_key, v.version, v.source_timestamp, v.raw,"
            + " s.standard, x.origin, x.weight, x.golden_id from cross_reference x"
            + " join source_record r on r.id = x.record_id"
            + " join source_record_version v on v.record_id = r.id and v.version = r.latest_version"
            + " left join standard_record s on s.record_id = r.id where x.golden_id ";

    private MemberReading() {}

    /** Of one golden record. */
    static List<Member> of(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS + "= ?")) {
            query.setLong(1, goldenId);
            return read(query).getOrDefault(new GoldenId(goldenId), List.of());
        }
    }

    /** Of many. */
    static Map<GoldenId, List<Member>> of(Transaction transaction, Collection<Long> goldenIds) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(MEMBERS + "= any(?)")) {
            query.setArray(1, transaction.numbers(goldenIds));
            return read(query);
        }
    }

    private static Map<GoldenId, List<Member>> read(PreparedStatement query) throws SQLException {
        Map<GoldenId, List<Member>> members = new HashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                members.computeIfAbsent(new GoldenId(row.getLong(9)), id -> new ArrayList<>())
                        .add(member(row));
            }
        }
        members.values().forEach(of -> of.sort(Comparator.comparing(Member::record)));
        return members;
    }

    private static Member member(ResultSet row) throws SQLException {
        String standard = row.getString(6);
        int weight = row.getInt(8);
        Optional<Integer> ofLink = row.wasNull() ? Optional.empty() : Optional.of(weight);
        return new Member(
                new RecordId(row.getString(1), row.getString(2)),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Documents.values(row.getString(5)),
                standard == null ? AttributeValues.none() : Documents.values(standard),
                row.getString(7),
                ofLink);
    }
}
