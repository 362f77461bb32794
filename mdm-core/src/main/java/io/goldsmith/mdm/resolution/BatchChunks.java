package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates and writes the chunks of one batch. */
final class BatchChunks {

    private static final Logger LOG = LoggerFactory.getLogger(BatchChunks.class);

    private final Store store;
    private final SourceRecords sourceRecords;
    private final ComponentResolution components;
    private final ResolutionLocks locks;
    private final BatchBasis basis;
    private final BatchTable table;
    private final BatchClusters clusters;
    private final int rulesVersion;
    private final boolean pairsStored;

    BatchChunks(
            Store store,
            SourceRecords sourceRecords,
            ComponentResolution components,
            ResolutionLocks locks,
            BatchDecision decision,
            int rulesVersion) {
        this.store = store;
        this.sourceRecords = sourceRecords;
        this.components = components;
        this.locks = locks;
        this.basis = decision.basis();
        this.table = decision.table();
        this.clusters = decision.clusters();
        this.rulesVersion = rulesVersion;
        this.pairsStored = store.inTransaction(BatchChunks::hasPairs);
    }

    /** Reads the records of a chunk and lets its golden values survive; changes nothing. */
    BatchChunk.Evaluated evaluate(BatchChunk chunk) {
        return store.inTransaction(transaction -> {
            Map<Long, MemberRecord> members = MemberRecords.read(transaction, chunk.recordIds(table));
            if (!isAsInTable(chunk, members)) {
                throw new StaleChunkException();
            }
            Instant now = components.now();
            return new BatchChunk.Evaluated(
                    chunk,
                    components.evaluate(transaction, clusters.clusters(chunk.rows(), members), members, now),
                    now);
        });
    }

    /** Adds up what writing a chunk would do; what another writer was at meanwhile is left out, since it will be resolved anew. */
    void measure(BatchChunk chunk, EffectMeasure measure) {
        try {
            List<EvaluatedCluster> evaluated = evaluate(chunk).clusters();
            store.inTransaction(transaction -> {
                List<Long> concerned = new ArrayList<>(chunk.recordIds(table));
                concerned.addAll(chunk.departed());
                measure.add(evaluated, CurrentResults.read(transaction, concerned));
                return null;
            });
        } catch (StaleChunkException e) {
            LOG.debug("a chunk is not measured: {}", e.getMessage());
        }
    }

    private boolean isAsInTable(BatchChunk chunk, Map<Long, MemberRecord> members) {
        for (int row : chunk.rows()) {
            MemberRecord member = members.get(table.recordId(row));
            if (member == null || member.version() != table.version(row)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes a chunk in one transaction.
     *
     * @throws StaleChunkException if another writer was at one of its records since the table was read
     */
    ResolutionTally write(BatchChunk.Evaluated evaluated, String cause) {
        BatchChunk chunk = evaluated.chunk();
        ResolutionTally written = store.inTransaction(transaction -> {
            ResolutionTally tally = new ResolutionTally();
            locks.enterAsBatch(transaction);
            Collection<ScoredRow> pairs = clusters.pairs(chunk.rows(), pairsStored);
            if (!basis.holds(transaction, chunk, pairs)) {
                throw new StaleChunkException();
            }
            List<SourceRecordRow> resolved = pending(evaluated);
            if (pairsStored) {
                ScoredRows.deleteOf(
                        transaction,
                        resolved.stream().map(SourceRecordRow::recordId).toList());
            }
            ScoredRows.insert(transaction, pairs, rulesVersion);
            components.publish(
                    transaction, evaluated.clusters(), chunk.departed(), cause, evaluated.evaluationInstant(), tally);
            tally.resolved(sourceRecords.markResolved(resolved));
            return tally;
        });
        clusters.written(chunk.rows());
        return written;
    }

    private List<SourceRecordRow> pending(BatchChunk.Evaluated evaluated) {
        List<SourceRecordRow> rows = new ArrayList<>();
        for (EvaluatedCluster cluster : evaluated.clusters()) {
            for (MemberRecord member : cluster.cluster().members()) {
                if (table.isPending(table.rowOf(member.recordId()))) {
                    rows.add(new SourceRecordRow(
                            member.recordId(),
                            member.id(),
                            member.version(),
                            member.sourceTimestamp(),
                            false,
                            member.raw(),
                            member.lateVersion()));
                }
            }
        }
        rows.sort(Comparator.comparingLong(SourceRecordRow::recordId));
        return rows;
    }

    private static boolean hasPairs(Transaction transaction) throws SQLException {
        try (PreparedStatement query =
                        transaction.connection().prepareStatement("select 1 from scored_pair fetch first 1 rows only");
                ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }
}
