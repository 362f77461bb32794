package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how good the data are: of a record now, of the hub, the source systems and the rules by the assessments. Thread-safe. */
public final class QualityScorecards {

    private static final int LARGEST_PAGE = 1_000;

    private final Store store;
    private final Validation validation;
    private final RecordScoring scoring;

    public QualityScorecards(Store store, Validation validation) {
        this.store = store;
        this.validation = validation;
        this.scoring = new RecordScoring(validation.rules());
    }

    /** The scores of the newest assessment, by kind, subject and dimension; empty if there was none. */
    public List<QualityScore> latest() {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(ScoreRows.SELECT + "where assessed_on = (select max(assessed_on)"
                            + " from quality_score) order by subject_kind, subject, dimension")) {
                return ScoreRows.read(query);
            }
        });
    }

    /**
     * One score over time, oldest first, a day each; kept for 800 days.
     *
     * @param subject the name of the source system or the rule; empty for the hub
     * @param from the first day
     * @param to the last day
     */
    public List<QualityScore> history(
            SubjectKind kind, String subject, Dimension dimension, LocalDate from, LocalDate to) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement(ScoreRows.SELECT + "where subject_kind = ? and subject = ? and dimension = ?"
                            + " and assessed_on between ? and ? order by assessed_on fetch first ? rows only")) {
                query.setString(1, kind.name());
                query.setString(2, subject);
                query.setString(3, dimension.name());
                query.setObject(4, from);
                query.setObject(5, to);
                query.setInt(6, ScoreRows.KEPT_DAYS + 1);
                return ScoreRows.read(query);
            }
        });
    }

    /**
     * The score of one record as it was standardised last, by the rules of today; empty if it is not live. Whether its values are unique
     * is as the newest assessment found it.
     */
    public Optional<RecordScore> ofRecord(RecordId id) {
        return store.inTransaction(transaction -> {
            Optional<AssessedRecord> found = AssessedRecords.find(transaction, id);
            if (found.isEmpty()) {
                return Optional.<RecordScore>empty();
            }
            AssessedRecord record = found.get();
            JudgedRecord judged = validation.judged(record.raw(), record.standard());
            Set<String> noted = notedRules(transaction, record.recordId());
            noted.retainAll(uniqueRules());
            return Optional.of(
                    scoring.judge(judged, record.verifiedAt(), store.clock().instant(), noted)
                            .score());
        });
    }

    private Set<String> uniqueRules() {
        Set<String> names = new HashSet<>();
        validation.rules().stream()
                .filter(rule -> rule.check() == Check.UNIQUE)
                .forEach(rule -> names.add(rule.name()));
        return names;
    }

    private static Set<String> notedRules(Transaction transaction, long recordId) throws SQLException {
        Set<String> rules = new HashSet<>();
        try (PreparedStatement query =
                transaction.connection().prepareStatement("select rule from quality_finding where record_id = ?")) {
            query.setLong(1, recordId);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rules.add(row.getString(1));
                }
            }
        }
        return rules;
    }

    /**
     * The records that the newest assessment found to break a rule; of rules that neither ask for a task nor say {@code unique} none are
     * noted.
     *
     * @param page from 0
     * @param size at most 1,000
     */
    public List<RecordId> breaking(String rule, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page has 1 to " + LARGEST_PAGE
                    + " records and a number from 0, but page " + page + " of size " + size + " was asked for");
        }
        return store.inTransaction(transaction -> {
            List<RecordId> found = new ArrayList<>();
            try (PreparedStatement query = transaction
                    .connection()
                    .prepareStatement("select r.source_system, r.source_key from quality_finding f"
                            + " join source_record r on r.id = f.record_id where f.rule = ?"
                            + " order by f.record_id offset ? rows fetch first ? rows only")) {
                query.setString(1, rule);
                query.setLong(2, (long) page * size);
                query.setInt(3, size);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(new RecordId(row.getString(1), row.getString(2)));
                    }
                }
            }
            return found;
        });
    }
}
