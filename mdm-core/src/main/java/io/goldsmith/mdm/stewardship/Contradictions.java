package io.goldsmith.mdm.stewardship;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses a decision that the standing ones contradict, and shows the chain. */
final class Contradictions {

    private static final String RECORDS =
            "select r.id, r.source_system, r.source_key from unnest(?) w(id)" + " join source_record r on r.id = w.id";

    private final Transaction transaction;
    private final Map<Long, Set<Long>> linked = new HashMap<>();
    private final List<StandingDecisions.Link> parted = new ArrayList<>();

    private Contradictions(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Looks at what decisions ask together with everything that people's links tie to their records.
     *
     * @param made decisions that are about to stand
     * @throws ContradictionException if they contradict standing decisions, or each other
     */
    static void refuse(Transaction transaction, Collection<StandingDecisions.Standing> made) throws SQLException {
        Contradictions contradictions = new Contradictions(transaction);
        Set<Long> own = made.stream().map(StandingDecisions.Standing::id).collect(Collectors.toSet());
        Set<Long> named = new TreeSet<>();
        for (StandingDecisions.Standing decision : made) {
            contradictions.take(decision);
            named.addAll(decision.records());
        }
        contradictions.gather(named, new HashSet<>(own));
        for (StandingDecisions.Link cannot : contradictions.parted) {
            contradictions.refuse(cannot, own.contains(cannot.decision()));
        }
    }

    private void take(StandingDecisions.Standing decision) {
        for (StandingDecisions.Link link : decision.links(record -> true)) {
            if (link.linked()) {
                linked.computeIfAbsent(link.left(), record -> new TreeSet<>()).add(link.right());
                linked.computeIfAbsent(link.right(), record -> new TreeSet<>()).add(link.left());
            } else {
                parted.add(link);
            }
        }
    }

    /** Reads outwards from the records along what people linked: decisions elsewhere cannot matter. */
    private void gather(Set<Long> records, Set<Long> known) throws SQLException {
        Set<Long> reached = new HashSet<>(records);
        Set<Long> frontier = records;
        while (!frontier.isEmpty()) {
            for (StandingDecisions.Standing decision : StandingDecisions.about(transaction, frontier)) {
                if (known.add(decision.id())) {
                    take(decision);
                }
            }
            Set<Long> next = new TreeSet<>();
            frontier.forEach(record -> next.addAll(linked.getOrDefault(record, Set.of())));
            next.removeAll(reached);
            reached.addAll(next);
            frontier = next;
        }
    }

    private void refuse(StandingDecisions.Link cannot, boolean isNew) throws SQLException {
        Map<Long, Long> before = reached(cannot.left());
        if (!before.containsKey(cannot.right())) {
            return;
        }
        List<Long> path = path(before, cannot.right());
        Map<Long, RecordId> ids = ids(path);
        String chain = path.stream().map(record -> ids.get(record).toString()).collect(Collectors.joining(" = "));
        throw new ContradictionException(
                isNew
                        ? "The records cannot be kept apart: " + chain
                                + " by earlier decisions (= one customer); undo one of them first"
                        : "The records cannot be one customer: " + chain + ", but " + ids.get(cannot.left()) + " ≠ "
                                + ids.get(cannot.right()) + " by decision " + cannot.decision()
                                + " (= one customer, ≠ kept apart); undo one of them first");
    }

    /** Every record that people hold to be one customer with this one, with the record before it on the way. */
    private Map<Long, Long> reached(long start) {
        Map<Long, Long> before = new HashMap<>(Map.of(start, start));
        Deque<Long> frontier = new ArrayDeque<>(List.of(start));
        while (!frontier.isEmpty()) {
            long record = frontier.remove();
            for (Long next : linked.getOrDefault(record, Set.of())) {
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

    private Map<Long, RecordId> ids(List<Long> records) throws SQLException {
        Map<Long, RecordId> ids = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(RECORDS)) {
            query.setArray(1, transaction.numbers(records));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.put(row.getLong(1), new RecordId(row.getString(2), row.getString(3)));
                }
            }
        }
        return ids;
    }
}
