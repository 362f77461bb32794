package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.Runs;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges every live record by the rules of today, a page at a time: scores of the hub, of each source system and of each rule, and tasks
 * about what breaks a rule that asks for them. Reads standard forms as resolution left them, so that its cost is linear in the records.
 * Changes no golden value: what lowers trust is what resolution itself finds. Thread-safe; one assessment at a time.
 */
public final class QualityAssessment {

    /** The name of its runs. */
    public static final String RUN = "quality";

    private static final int PAGE = 2_000;

    private final Store store;
    private final Validation validation;
    private final RecordScoring scoring;
    private final Runs runs;
    private final QualityTasks tasks;

    public QualityAssessment(Store store, Validation validation, Runs runs, QualityTasks tasks) {
        this.store = store;
        this.validation = validation;
        this.scoring = new RecordScoring(validation.rules());
        this.runs = runs;
        this.tasks = tasks;
    }

    /** The work of one run. */
    private static final class Work {
        final ScoreTallies tallies = new ScoreTallies();
        final Set<String> systems = new TreeSet<>();
        final QualityFindings findings;
        final Instant now;
        long records;
        long broken;

        Work(QualityFindings findings, Instant now) {
            this.findings = findings;
            this.now = now;
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            counts.put("records", records);
            counts.put("records with problems", broken);
            counts.put("tasks opened", findings.opened());
            counts.put("tasks postponed", findings.postponed());
            return counts;
        }
    }

    /**
     * Assesses the hub as it is now. The scores of an earlier assessment of the same day are replaced.
     *
     * @return the run, with counts of records, records with problems, tasks opened and tasks postponed
     * @throws io.goldsmith.mdm.run.RunInProgressException if an assessment is in progress
     */
    public Run assess() {
        Run run = runs.start(RUN);
        Work work = new Work(
                new QualityFindings(store, tasks, run.id()),
                store.clock().instant().truncatedTo(ChronoUnit.MICROS));
        try {
            assess(run.id(), work);
        } catch (RuntimeException e) {
            runs.failed(
                    run.id(),
                    work.counts(),
                    "The assessment was stopped by " + e.getClass().getSimpleName()
                            + "; the scores of before stand. Start it again");
            throw e;
        }
        return runs.done(run.id(), work.counts());
    }

    private void assess(long runId, Work work) {
        UniqueValues unique = new UniqueValues(store);
        unique.clear();
        records(work);
        for (ValidationRule rule : validation.rules()) {
            for (String system : rule.check() == Check.UNIQUE ? work.systems : Set.<String>of()) {
                work.tallies.repeated(system, rule.name(), unique.note(rule, system, work.findings));
            }
        }
        unique.clear();
        work.findings.forgetGone();
        RefusedRecords.count(store, validation.rules(), work.tallies);
        store.inTransaction(transaction -> {
            ScoreRows.write(transaction, runId, work.now, work.tallies);
            return null;
        });
    }

    private void records(Work work) {
        long after = 0;
        boolean more = true;
        while (more) {
            long from = after;
            // Two transactions: a page is judged before anything of it is written, so that a repeated one counts once.
            AssessedRecords.Page page =
                    store.inTransaction(transaction -> AssessedRecords.page(transaction, from, PAGE));
            page(page, work);
            more = page.lastRecordId() > after;
            after = page.lastRecordId();
        }
    }

    private void page(AssessedRecords.Page page, Work work) {
        List<QualityFinding> found = new ArrayList<>();
        List<Map.Entry<AssessedRecord, List<ValidationRule>>> applying = new ArrayList<>();
        for (AssessedRecord record : page.records()) {
            JudgedRecord judged = validation.judged(record.raw(), record.standard());
            RecordScoring.Judgement judgement = scoring.judge(judged, record.verifiedAt(), work.now, Set.of());
            List<ValidationRule> broken = judgement.brokenRules();
            work.tallies.add(record.sourceSystem(), judgement);
            work.systems.add(record.sourceSystem());
            work.records++;
            work.broken += broken.isEmpty() && record.standard().problems().isEmpty() ? 0 : 1;
            applying.add(Map.entry(record, List.copyOf(judgement.broken().keySet())));
            broken.stream()
                    .filter(ValidationRule::asksForTask)
                    .forEach(rule -> rule.find(judged)
                            .map(finding -> new QualityFinding(
                                    record.recordId(),
                                    rule,
                                    record.version(),
                                    finding.text() + " (in a record of " + record.sourceSystem() + ")"))
                            .ifPresent(found::add));
        }
        store.inTransaction(transaction -> {
            work.findings.begin();
            write(transaction, applying, found, work);
            return null;
        });
        work.findings.committed();
    }

    private static void write(
            Transaction transaction,
            List<Map.Entry<AssessedRecord, List<ValidationRule>>> applying,
            List<QualityFinding> found,
            Work work)
            throws SQLException {
        try (BulkWriter rows = UniqueValues.writer(transaction)) {
            for (Map.Entry<AssessedRecord, List<ValidationRule>> entry : applying) {
                UniqueValues.add(rows, entry.getKey(), entry.getValue());
            }
        }
        work.findings.note(transaction, found);
    }
}
