package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentStatus;
import io.goldsmith.mdm.source.LegalBasis;
import io.goldsmith.mdm.source.SourceSystem;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the facts about the consent of a golden record's source records as they are its members now, so that they follow merges. */
final class ConsentReading {

    /** More facts of one customer than this are a source's mistake. */
    static final int MOST = 10_000;

    private static final String COLUMNS = "select c.source_system, c.source_key, c.purpose, c.channel, c.status,"
            + " c.legal_basis, c.text_version, c.proof, c.decided_at, c.expires_at, c.party, c.recorded_by";

    private static final String NEWEST = " order by c.decided_at desc, c.id desc fetch first 10000 rows only";

    private static final String OF_GOLDEN = COLUMNS
            + " from cross_reference x join source_record r on r.id = x.record_id"
            + " join consent c on c.source_system = r.source_system and c.source_key = r.source_key"
            + " where x.golden_id = ?" + NEWEST;

    private static final String OF_RECORDS = COLUMNS
            + " from unnest(?) w(id) join source_record r on r.id = w.id"
            + " join consent c on c.source_system = r.source_system and c.source_key = r.source_key" + NEWEST;

    private static final String SAID_NO = "select distinct x.golden_id from consent c join source_record r"
            + " on r.source_system = c.source_system and r.source_key = c.source_key"
            + " join cross_reference x on x.record_id = r.id"
            + " where c.purpose = ? and c.status in ('REFUSED', 'WITHDRAWN', 'OBJECTED') and x.golden_id > ?"
            + " order by x.golden_id fetch first ? rows only";

    private ConsentReading() {}

    /** Golden ids after one, of which some source record has a no to a purpose on some channel, be it lifted since. */
    static List<Long> saidNoAfter(Transaction transaction, String purpose, long after, int limit) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(SAID_NO)) {
            query.setString(1, purpose);
            query.setLong(2, after);
            query.setInt(3, limit);
            List<Long> goldenIds = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    goldenIds.add(row.getLong(1));
                }
            }
            return goldenIds;
        }
    }

    /** Newest first, at most {@value #MOST}. */
    static List<ConsentFact> of(Transaction transaction, long goldenId) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_GOLDEN)) {
            query.setLong(1, goldenId);
            return read(query);
        }
    }

    /** The same of source records, be they deleted by their sources. */
    static List<ConsentFact> ofRecords(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(OF_RECORDS)) {
            query.setArray(1, transaction.numbers(recordIds));
            return read(query);
        }
    }

    private static List<ConsentFact> read(PreparedStatement query) throws SQLException {
        List<ConsentFact> facts = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                facts.add(new ConsentFact(
                        new RecordId(row.getString(1), row.getString(2)),
                        row.getString(3),
                        Channel.valueOf(row.getString(4)),
                        ConsentStatus.valueOf(row.getString(5)),
                        LegalBasis.valueOf(row.getString(6)),
                        row.getString(7),
                        row.getString(8),
                        row.getObject(9, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject(10, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        SourceSystem.Party.valueOf(row.getString(11)),
                        Optional.of(row.getString(12)).filter(by -> !by.isEmpty())));
            }
        }
        return facts;
    }
}
