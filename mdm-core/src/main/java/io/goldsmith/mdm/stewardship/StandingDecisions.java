package io.goldsmith.mdm.stewardship;

import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** Reads the decisions about who is one customer that have not been undone, in the order in which they were made. */
public final class StandingDecisions {

    private static final String STANDING = " d.undone_at is null and d.kind <> 'PIN'";
    private static final String COLUMNS = "select d.id, d.left_record, d.right_record, d.kind from decision d where";
    private static final String NAMED = "select d.id, d.left_record, d.right_record, d.kind from unnest(?) w(id)";
    private static final String ABOUT = NAMED + " join decision d on d.left_record = w.id where" + STANDING
            + " union " + NAMED + " join decision d on d.right_record = w.id where" + STANDING
            + " union " + NAMED + " join decision_record r on r.record_id = w.id"
            + " join decision d on d.id = r.decision_id where" + STANDING + " order by 1";
    private static final int PARAMETERS = 3;
    private static final String SIDES = "select r.decision_id, r.record_id, r.side from unnest(?) w(id)"
            + " join decision_record r on r.decision_id = w.id order by r.decision_id, r.record_id";

    private StandingDecisions() {}

    /** Two source records, by hub id, that must ({@code linked}) or cannot be one customer by a decision. */
    public record Link(long decision, long left, long right, boolean linked) {}

    /**
     * A decision about source records, by hub id.
     *
     * @param left the records of the left side, ascending
     * @param right the records of the right side, ascending
     */
    public record Standing(long id, Decision.Kind kind, List<Long> left, List<Long> right) {

        public Standing {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        /** Whether it keeps its sides apart. */
        public boolean parts() {
            return kind.parts();
        }

        /** Every record that it names. */
        public List<Long> records() {
            List<Long> records = new ArrayList<>(left);
            records.addAll(right);
            return records;
        }

        /**
         * What it asks of the records that are there; nothing, if it is not about who is one customer. The sides of an unmerge hold together whichever of their records left: each is
         * linked to the first that is there, and one link keeps the two sides apart.
         */
        public List<Link> links(LongPredicate present) {
            if (!kind.links() && !kind.parts()) {
                return List.of();
            }
            List<Long> ones = left.stream().filter(present::test).toList();
            List<Long> others = right.stream().filter(present::test).toList();
            List<Link> links = new ArrayList<>();
            if (kind == Decision.Kind.UNMERGE) {
                hold(ones, links);
                hold(others, links);
                ones = ones.subList(0, Math.min(1, ones.size()));
                others = others.subList(0, Math.min(1, others.size()));
            }
            for (Long one : ones) {
                others.forEach(other -> links.add(new Link(id, one, other, kind.links())));
            }
            return links;
        }

        private void hold(List<Long> side, List<Link> links) {
            for (int position = 1; position < side.size(); position++) {
                links.add(new Link(id, side.get(0), side.get(position), true));
            }
        }
    }

    /** All of them: for a batch, which holds every record. */
    public static List<Standing> all(Transaction transaction) throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement(COLUMNS + STANDING + " order by d.id")) {
            return withSides(transaction, read(query));
        }
    }

    /** Those with an id above one, by id. */
    static List<Standing> after(Transaction transaction, long id, int most) throws SQLException {
        try (PreparedStatement query = transaction
                .connection()
                .prepareStatement(COLUMNS + STANDING + " and d.id > ? order by d.id fetch first ? rows only")) {
            query.setLong(1, id);
            query.setInt(2, most);
            return withSides(transaction, read(query));
        }
    }

    /** Those that name at least one of the records. */
    public static List<Standing> about(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        try (PreparedStatement query = transaction.connection().prepareStatement(ABOUT)) {
            for (int parameter = 1; parameter <= PARAMETERS; parameter++) {
                query.setArray(parameter, transaction.numbers(recordIds));
            }
            return withSides(transaction, read(query));
        }
    }

    private static List<Standing> read(PreparedStatement query) throws SQLException {
        List<Standing> decisions = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                decisions.add(new Standing(
                        row.getLong(1),
                        Decision.Kind.valueOf(row.getString(4)),
                        List.of(row.getLong(2)),
                        List.of(row.getLong(3))));
            }
        }
        return decisions;
    }

    private static List<Standing> withSides(Transaction transaction, List<Standing> decisions) throws SQLException {
        List<Long> sided = decisions.stream()
                .filter(decision -> decision.kind().hasSides())
                .map(Standing::id)
                .toList();
        if (sided.isEmpty()) {
            return decisions;
        }
        Map<Long, List<List<Long>>> sides = sides(transaction, sided);
        List<Standing> complete = new ArrayList<>(decisions.size());
        for (Standing decision : decisions) {
            List<List<Long>> of = sides.get(decision.id());
            complete.add(of == null ? decision : new Standing(decision.id(), decision.kind(), of.get(0), of.get(1)));
        }
        return complete;
    }

    /** The left and the right side of decisions that keep them, by decision. */
    static Map<Long, List<List<Long>>> sides(Transaction transaction, Collection<Long> decisionIds)
            throws SQLException {
        Map<Long, List<List<Long>>> sides = new TreeMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(SIDES)) {
            query.setArray(1, transaction.numbers(decisionIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sides.computeIfAbsent(row.getLong(1), unseen -> List.of(new ArrayList<>(), new ArrayList<>()))
                            .get(row.getInt(3) - 1)
                            .add(row.getLong(2));
                }
            }
        }
        return sides;
    }
}
