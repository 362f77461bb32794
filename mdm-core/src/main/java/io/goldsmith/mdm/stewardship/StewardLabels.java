package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What stewards said of pairs of source records, as labels: by decisions that stand, and by answers to samples. Thread-safe. */
public final class StewardLabels {

    private static final int PAGE = 500;

    /** An unmerge of two large sides says the same of very many pairs: so many of them speak for it. */
    private static final int MOST_OF_ONE_DECISION = 1_000;

    private static final String ANSWERS =
            "select p.task_id, p.left_record, p.right_record, p.answer from sampled_pair p"
                    + " where p.task_id > ? and p.answer in ('MATCH', 'NO_MATCH') order by p.task_id fetch first "
                    + PAGE
                    + " rows only";

    private static final String RECORDS =
            "select r.id, r.source_system, r.source_key from unnest(?) w(id)" + " join source_record r on r.id = w.id";

    private final Store store;

    public StewardLabels(Store store) {
        this.store = store;
    }

    /** What was said of one pair; of a pair that was spoken of several times there are several labels. */
    public record Label(RecordId left, RecordId right, boolean match) {}

    private record Said(long by, long left, long right, boolean match) {}

    /** What a page said and the last decision or task on it. */
    private record Page(List<Label> labels, long last, boolean more) {}

    /** Reads one page after an id. */
    private interface Reading {
        Page after(Transaction transaction, long id) throws SQLException;
    }

    /** Hands over every label: those of decisions in the order in which they were made, then those of samples. */
    public void forEach(Consumer<Label> consumer) {
        forEach(StewardLabels::decisions, consumer);
        forEach(StewardLabels::answers, consumer);
    }

    private void forEach(Reading reading, Consumer<Label> consumer) {
        Page page = new Page(List.of(), Long.MIN_VALUE, true);
        while (page.more) {
            long last = page.last;
            page = store.inTransaction(transaction -> reading.after(transaction, last));
            page.labels.forEach(consumer);
        }
    }

    private static Page decisions(Transaction transaction, long after) throws SQLException {
        List<StandingDecisions.Standing> decisions = StandingDecisions.after(transaction, after, PAGE);
        List<Said> said = new ArrayList<>();
        for (StandingDecisions.Standing decision : decisions) {
            int most = said.size() + MOST_OF_ONE_DECISION;
            for (Long left : decision.left()) {
                for (Long right : decision.right()) {
                    if (said.size() < most) {
                        said.add(new Said(decision.id(), left, right, !decision.parts()));
                    }
                }
            }
        }
        long last = decisions.isEmpty()
                ? after
                : decisions.get(decisions.size() - 1).id();
        return new Page(labels(transaction, said), last, decisions.size() == PAGE);
    }

    private static Page answers(Transaction transaction, long after) throws SQLException {
        List<Said> said = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(ANSWERS)) {
            query.setLong(1, after);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    boolean match = row.getString(4).equals(SampledPairs.Answer.MATCH.name());
                    said.add(new Said(row.getLong(1), row.getLong(2), row.getLong(3), match));
                }
            }
        }
        long last = said.isEmpty() ? after : said.get(said.size() - 1).by;
        return new Page(labels(transaction, said), last, said.size() == PAGE);
    }

    private static List<Label> labels(Transaction transaction, List<Said> said) throws SQLException {
        Set<Long> named = new TreeSet<>();
        said.forEach(one -> named.addAll(List.of(one.left, one.right)));
        Map<Long, RecordId> ids = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(RECORDS)) {
            query.setArray(1, transaction.numbers(named));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getLong(1), new RecordId(row.getString(2), row.getString(3)));
                }
            }
        }
        return said.stream()
                .filter(one -> ids.containsKey(one.left) && ids.containsKey(one.right))
                .map(one -> new Label(ids.get(one.left), ids.get(one.right), one.match))
                .toList();
    }
}
