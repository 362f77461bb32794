package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Resolves everything that is pending at once: standardise → block and score → cluster in memory, then survive and publish in chunks,
 * a transaction each. Killed anywhere, the next batch goes on: what a chunk wrote is not pending any more.
 */
final class BatchResolution {

    private static final Logger LOG = LoggerFactory.getLogger(BatchResolution.class);

    private static final int EVALUATORS = 2;

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ResolutionRules rules;
    private final ComponentResolution components;
    private final ResolutionLocks locks;
    private final BatchGuard guard;

    BatchResolution(
            Store store,
            SourceRecords sourceRecords,
            ResolutionRules rules,
            ComponentResolution components,
            ResolutionLocks locks,
            BatchGuard guard) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.rules = rules;
        this.components = components;
        this.locks = locks;
        this.guard = guard;
    }

    /**
     * Resolves what is pending.
     *
     * @param kept standard forms that were made under the same rules but for the match model
     * @return the hub ids of records that must be resolved one by one, because they or their neighbours could not be resolved here
     */
    Set<Long> run(String cause, ResolutionProgress progress, ResolutionTally tally, StandardForms kept) {
        try (BatchTurn turn = BatchTurn.take(store, locks)) {
            Set<Long> failed = inTurn(cause, progress, tally, kept);
            turn.finish();
            return failed;
        }
    }

    private Set<Long> inTurn(String cause, ResolutionProgress progress, ResolutionTally tally, StandardForms kept) {
        BatchStandardisation.Standardised standardised =
                new BatchStandardisation(store, sourceRecords, rules, locks).run(progress, kept);
        BatchDecision decision = BatchDecision.about(standardised.table(), rules, store, progress, tally);
        BatchChunks writing = new BatchChunks(store, sourceRecords, components, locks, decision, rules.version());
        Optional<PublicationEffect> held = guard.holds(decision, writing, cause, progress);
        if (held.isPresent()) {
            tally.held(held.get());
            return Set.of();
        }
        Set<Long> failed = write(decision.chunks(), writing, standardised.table(), cause, progress, tally);
        failed.addAll(standardised.failed());
        tally.resolved(markDeleted(standardised.deleted()));
        decision.large().settle(store);
        guard.written();
        store.inTransaction(transaction -> {
            RulePublication.settle(transaction, store, rules.version());
            return null;
        });
        return failed;
    }

    /** Others evaluate the next chunks while this thread writes: evaluating a chunk takes longer than writing it. */
    private static Set<Long> write(
            List<BatchChunk> chunks,
            BatchChunks writing,
            BatchTable table,
            String cause,
            ResolutionProgress progress,
            ResolutionTally tally) {
        long total = chunks.stream().mapToLong(BatchChunk::size).sum();
        long done = 0;
        Set<Long> failed = new TreeSet<>();
        try (Prefetch<BatchChunk.Evaluated> evaluation = new Prefetch<>(EVALUATORS)) {
            Deque<Future<BatchChunk.Evaluated>> ahead = new ArrayDeque<>();
            Iterator<BatchChunk> toEvaluate = chunks.iterator();
            for (BatchChunk chunk : chunks) {
                while (ahead.size() <= EVALUATORS && toEvaluate.hasNext()) {
                    BatchChunk next = toEvaluate.next();
                    ahead.add(evaluation.start(() -> writing.evaluate(next)));
                }
                try {
                    tally.add(writing.write(evaluation.result(ahead.remove()), cause));
                } catch (RuntimeException e) {
                    retry(chunk, writing, table, cause, tally, failed, e);
                }
                done += chunk.size();
                progress.report("survive and publish", done, total);
            }
        }
        return failed;
    }

    /** What failed for one unit's sake is written without it: the halves that fail are halved again. */
    private static void retry(
            BatchChunk chunk,
            BatchChunks writing,
            BatchTable table,
            String cause,
            ResolutionTally tally,
            Set<Long> failed,
            RuntimeException failure) {
        if (!Blame.isOnRecord(failure)) {
            throw failure;
        }
        if (chunk.units().size() == 1) {
            LOG.info(
                    "{} records of a batch are resolved one by one: {}",
                    chunk.size(),
                    ResolutionException.placeOf(failure));
            failed.addAll(chunk.recordIds(table));
            failed.addAll(chunk.departed());
        }
        for (BatchChunk half : chunk.halves()) {
            try {
                tally.add(writing.write(writing.evaluate(half), cause));
            } catch (RuntimeException e) {
                retry(half, writing, table, cause, tally, failed, e);
            }
        }
    }

    /** A deleted record is done with once no golden record refers to it. */
    private long markDeleted(List<SourceRecordRow> deleted) {
        return store.inTransaction(transaction -> {
            Set<Long> referred = referred(
                    transaction, deleted.stream().map(SourceRecordRow::recordId).toList());
            return sourceRecords.markResolved(deleted.stream()
                    .filter(row -> !referred.contains(row.recordId()))
                    .toList());
        });
    }

    private static Set<Long> referred(Transaction transaction, List<Long> recordIds) throws SQLException {
        return recordIds.isEmpty()
                ? Set.of()
                : CurrentResults.read(transaction, recordIds).references().keySet();
    }
}
