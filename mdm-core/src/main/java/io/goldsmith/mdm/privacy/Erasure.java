package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.quality.PayloadSeal;
import io.goldsmith.mdm.resolution.CustomerScope;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Erases persons: out of every table and history, in one transaction each. Tombstones without personal data stay, a receipt per
 * downstream system, and keyed hashes on the suppression list.
 */
final class Erasure {

    private final Store store;
    private final Resolution resolution;
    private final SuppressionList suppression;
    private final PersonalIdentifiers identifiers;
    private final Receipts receipts;
    private final Steps steps;
    private final PayloadSeal seal;
    private final List<PersonalTables> tables = new CopyOnWriteArrayList<>();

    Erasure(
            Store store,
            Resolution resolution,
            SuppressionList suppression,
            PersonalIdentifiers identifiers,
            Receipts receipts,
            Steps steps,
            PayloadSeal seal) {
        this.store = store;
        this.resolution = resolution;
        this.suppression = suppression;
        this.identifiers = identifiers;
        this.receipts = receipts;
        this.steps = steps;
        this.seal = seal;
    }

    void add(PersonalTables more) {
        tables.add(more);
    }

    /** Erases the customer of a golden record; the receipts hold the source keys, which are not kept. */
    List<ErasureReceipt> erase(GoldenId id, ErasureCause cause, String officer, OptionalLong requestId) {
        List<ErasureReceipt> made = new ArrayList<>();
        resolution.erase(id, (transaction, customer) -> {
            made.clear();
            made.addAll(remove(transaction, customer, cause, officer));
            steps.add(transaction, requestId, OptionalLong.of(id.value()), "erased", officer);
        });
        return made;
    }

    /** Erases a source record that has no golden record, as the quarantine holds them. */
    List<ErasureReceipt> eraseUnresolved(long recordId, ErasureCause cause, String officer) {
        List<ErasureReceipt> made = new ArrayList<>();
        resolution.eraseUnresolved(recordId, (transaction, customer) -> {
            made.clear();
            made.addAll(remove(transaction, customer, cause, officer));
            steps.add(transaction, OptionalLong.empty(), OptionalLong.empty(), "erased in quarantine", officer);
        });
        return made;
    }

    private List<ErasureReceipt> remove(
            Transaction transaction, CustomerScope customer, ErasureCause cause, String officer) throws SQLException {
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MICROS);
        long erasureId = store.ids("entry_id").next();
        ErasedRows rows = new ErasedRows(transaction, customer, suppression.hashes(), now);
        List<ErasedRecord> records = rows.entomb();
        List<AttributeValues> versions = rows.versions();
        insert(transaction, erasureId, customer, cause, officer, now);
        List<ErasureReceipt> made = receipts.make(transaction, erasureId, records, now);
        SuppressionList.add(transaction, hashes(records, versions), erasureId);
        Set<PersonalIdentifiers.Identifier> personal = new HashSet<>();
        versions.forEach(version -> personal.addAll(identifiers.of(version)));
        List<List<String>> names = versions.stream()
                .flatMap(version -> identifiers.nameWords(version).stream())
                .distinct()
                .toList();
        rows.removeFacts(records, erasureId);
        rows.removeResults(records);
        new ErasedEntries(transaction, now, seal, records, personal, names).remove();
        for (PersonalTables more : tables) {
            more.erase(transaction, customer.goldenIds(), records);
        }
        return made;
    }

    private Map<String, SuppressionTag> hashes(List<ErasedRecord> records, List<AttributeValues> versions) {
        Map<String, SuppressionTag> hashes = new HashMap<>();
        records.forEach(record -> hashes.put(suppression.hashes().of(record.id()), SuppressionTag.SOURCE_KEY));
        versions.forEach(version -> identifiers
                .of(version)
                .forEach(identifier ->
                        hashes.put(suppression.hashes().of(identifier.tag(), identifier.text()), identifier.tag())));
        return hashes;
    }

    private static void insert(
            Transaction transaction,
            long erasureId,
            CustomerScope customer,
            ErasureCause cause,
            String officer,
            Instant now)
            throws SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("insert into erasure (id, golden_id, cause, erased_by, erased_at)"
                        + " values (?, ?, ?, ?, ?)")) {
            insert.setLong(1, erasureId);
            if (customer.goldenId().isPresent()) {
                insert.setLong(2, customer.goldenId().getAsLong());
            } else {
                insert.setNull(2, Types.BIGINT);
            }
            insert.setString(3, cause.name());
            insert.setString(4, officer);
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
