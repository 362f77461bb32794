package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses a decision that the standing ones contradict, and shows the chain. */
final class Contradictions {

    private final Transaction transaction;
    private final Map<Long, Set<Long>> merged = new HashMap<>();
    private final List<StandingDecisions.Standing> parted = new ArrayList<>();

    private Contradictions(Transaction transaction, List<StandingDecisions.Standing> standing) {
        this.transaction = transaction;
        for (StandingDecisions.Standing decision : standing) {
            if (decision.linked()) {
                merged.computeIfAbsent(decision.left(), record -> new TreeSet<>())
                        .add(decision.right());
                merged.computeIfAbsent(decision.right(), record -> new TreeSet<>())
                        .add(decision.left());
            } else {
                parted.add(decision);
            }
        }
    }

    /**
     * @throws ContradictionException if merging (or parting) the two records contradicts standing decisions
     */
    static void refuse(Transaction transaction, Decision.Kind kind, long left, long right) throws SQLException {
        Contradictions contradictions = new Contradictions(transaction, StandingDecisions.all(transaction));
        if (kind == Decision.Kind.MERGE) {
            contradictions.refuseMerge(left, right);
        } else {
            contradictions.refuseParting(left, right);
        }
    }

    private void refuseMerge(long left, long right) throws SQLException {
        Map<Long, Long> fromLeft = reached(left);
        Map<Long, Long> fromRight = reached(right);
        for (StandingDecisions.Standing cannot : parted) {
            boolean straight = fromLeft.containsKey(cannot.left()) && fromRight.containsKey(cannot.right());
            boolean crossed = fromLeft.containsKey(cannot.right()) && fromRight.containsKey(cannot.left());
            if (straight || crossed) {
                List<Long> one = path(fromLeft, straight ? cannot.left() : cannot.right());
                List<Long> other = path(fromRight, straight ? cannot.right() : cannot.left());
                Collections.reverse(other);
                throw new ContradictionException("The records cannot be merged: " + text(one, " = ") + " ≠ "
                        + text(other, " = ") + " by earlier decisions (= merged, ≠ not duplicates, decision "
                        + cannot.id() + "); undo one of them first");
            }
        }
    }

    private void refuseParting(long left, long right) throws SQLException {
        Map<Long, Long> fromLeft = reached(left);
        if (fromLeft.containsKey(right)) {
            throw new ContradictionException("The records cannot be kept apart: " + text(path(fromLeft, right), " = ")
                    + " by earlier decisions (= merged); undo one of them first");
        }
    }

    /** Every record merged with this one, with the record before it on the way. */
    private Map<Long, Long> reached(long start) {
        Map<Long, Long> before = new HashMap<>(Map.of(start, start));
        Deque<Long> frontier = new ArrayDeque<>(List.of(start));
        while (!frontier.isEmpty()) {
            long record = frontier.remove();
            for (Long next : merged.getOrDefault(record, Set.of())) {
                if (before.putIfAbsent(next, record) == null) {
                    frontier.add(next);
                }
            }
        }
        return before;
    }

    private static List<Long> path(Map<Long, Long> before, long end) {
        List<Long> path = new ArrayList<>(List.of(end));
        long record = end;
        while (before.get(record) != record) {
            record = before.get(record);
            path.add(record);
        }
        Collections.reverse(path);
        return path;
    }

    private String text(List<Long> records, String link) throws SQLException {
        Map<Long, RecordId> ids = new TreeMap<>();
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement("select id, source_system, source_key from source_record where id = any(?)")) {
            query.setArray(1, transaction.numbers(records));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getLong(1), new RecordId(row.getString(2), row.getString(3)));
                }
            }
        }
        return records.stream().map(record -> ids.get(record).toString()).collect(Collectors.joining(link));
    }
}
