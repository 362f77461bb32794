package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was delivered to which target, what waits, and what failed. */
public final class DeliveryLedger {

    private static final int LARGEST_PAGE = 500;
    private static final int MOST_OF_ONE = 1_000;

    private final DeliveryRows rows;
    private final List<String> targets;

    DeliveryLedger(DeliveryRows rows, List<String> targets) {
        this.rows = rows;
        this.targets = List.copyOf(targets);
    }

    /** The deliveries of a golden record, newest first, at most 1,000. */
    public List<Delivered> ofGoldenRecord(GoldenId id) {
        return seen(rows.find("where golden_id = ? order by id desc fetch first ? rows only", id.value(), MOST_OF_ONE));
    }

    /**
     * Deliveries, newest first.
     *
     * @param target only this target's, if present
     * @param state only those in this state, if present
     * @param page from 0
     * @param size 1 to 500
     */
    public List<Delivered> find(Optional<String> target, Optional<DeliveryState> state, int page, int size) {
        Page found = page(target, state, page, size);
        return seen(rows.find(
                found.where + " order by id desc offset ? rows fetch next ? rows only", found.parameters.toArray()));
    }

    /**
     * Deliveries of a target that a filter means, newest first.
     *
     * @param most 1 to 500
     */
    public List<Delivered> find(String target, DeliveryFilter filter, int most) {
        if (most < 1 || most > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "At most 1 to " + LARGEST_PAGE + " deliveries are found at once, but " + most + " were asked for");
        }
        FilterCondition meant = FilterCondition.of(target, filter);
        return seen(rows.find(
                "where " + meant.sql() + " order by id desc fetch first ? rows only",
                meant.between(List.of(), List.of(most))));
    }

    /** How many deliveries of a target a filter means. */
    public long count(String target, DeliveryFilter filter) {
        FilterCondition meant = FilterCondition.of(target, filter);
        return rows.store().inTransaction(transaction -> {
            try (PreparedStatement query =
                    transaction.connection().prepareStatement("select count(*) from delivery where " + meant.sql())) {
                LedgerStatements.set(query, meant.between(List.of(), List.of()));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** A condition and what it is given. */
    private record Page(String where, List<Object> parameters) {}

    private static Page page(Optional<String> target, Optional<DeliveryState> state, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page must be 0 or more and its size between 1 and " + LARGEST_PAGE
                    + ", but they are " + page + " and " + size);
        }
        List<Object> parameters = new ArrayList<>();
        StringBuilder where = new StringBuilder("where 1 = 1");
        target.ifPresent(name -> {
            where.append(" and target = ?");
            parameters.add(name);
        });
        state.ifPresent(one -> {
            where.append(" and state = ?");
            parameters.add(one.name());
        });
        parameters.add((long) page * size);
        parameters.add(size);
        return new Page(where.toString(), parameters);
    }

    /** Where the targets' records of a golden record stand, by target and key, at most 1,000. */
    public List<Standing> standings(GoldenId id) {
        return stand(rows.standings()
                .find(
                        "where s.golden_id = ? order by s.target, s.record_key fetch first ? rows only",
                        id.value(),
                        MOST_OF_ONE));
    }

    /**
     * Where records of targets stand, by target and key.
     *
     * @param target only this target's, if present
     * @param state only those whose newest delivery is in this state, if present
     * @param page from 0
     * @param size 1 to 500
     */
    public List<Standing> standings(Optional<String> target, Optional<DeliveryState> state, int page, int size) {
        Page found = page(target, state, page, size);
        return stand(rows.standings()
                .find(
                        found.where + " order by s.target, s.record_key offset ? rows fetch next ? rows only",
                        found.parameters.toArray()));
    }

    /** How many deliveries are in each state, by target; targets without any have zeros for every state. */
    public Map<String, Map<DeliveryState, Long>> counts() {
        Map<String, Map<DeliveryState, Long>> counts = new LinkedHashMap<>();
        targets.forEach(target -> counts.put(target, zeros()));
        rows.store().inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                            .connection()
                            .prepareStatement("select target, state, count(*) from delivery group by target, state");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(row.getString(1), target -> zeros())
                            .put(DeliveryState.valueOf(row.getString(2)), row.getLong(3));
                }
                return counts;
            }
        });
        return counts;
    }

    private static Map<DeliveryState, Long> zeros() {
        Map<DeliveryState, Long> zeros = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            zeros.put(state, 0L);
        }
        return zeros;
    }

    private static List<Standing> stand(List<StandingRow> rows) {
        return rows.stream().map(StandingRow::standing).toList();
    }

    private static List<Delivered> seen(List<DeliveryRow> rows) {
        return rows.stream().map(DeliveryRow::delivered).toList();
    }
}
