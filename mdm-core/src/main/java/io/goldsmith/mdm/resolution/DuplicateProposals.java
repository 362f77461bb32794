package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.score.MatchGrade;
import io.goldsmith.mdm.stewardship.PossibleDuplicates;
import io.goldsmith.mdm.stewardship.StandingDecisions;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds which pairs of golden records to ask about: as possible duplicates those with a POSSIBLE_MATCH between their records, as cluster
 * conflicts those with a MATCH that clustering cut (an exclusive identifier, one record per source, a weak bridge), unless a
 * steward parted any record of the one from any of the other.
 */
final class DuplicateProposals {

    private static final String GOLDEN =
            "select x.record_id, x.golden_id from unnest(?) w(id)" + " join cross_reference x on x.record_id = w.id";

    private static final String IDS =
            "select r.id, r.source_system, r.source_key from unnest(?) w(id)" + " join source_record r on r.id = w.id";

    private static final String ORDERS = "select x.golden_id, count(*) from unnest(?) w(id)"
            + " join cross_reference x on x.golden_id = w.id join source_record r on r.id = x.record_id"
            + " join customer_order o on o.source_system = r.source_system and o.source_key = r.source_key"
            + " group by x.golden_id";

    private DuplicateProposals() {}

    /** Where a record is. */
    private record Place(RecordId id, long goldenId) {}

    /** Two golden records, the smaller id first. */
    private record GoldenPair(long one, long other) implements Comparable<GoldenPair> {

        static GoldenPair of(long left, long right) {
            return new GoldenPair(Math.min(left, right), Math.max(left, right));
        }

        @Override
        public int compareTo(GoldenPair that) {
            return one != that.one ? Long.compare(one, that.one) : Long.compare(other, that.other);
        }
    }

    /** The proposals that name golden records of these records, whose cross-references are written already. */
    static List<PossibleDuplicates.Proposal> about(Transaction transaction, Collection<Long> recordIds)
            throws SQLException {
        SortedSet<ScoredRow> pairs =
                ScoredRows.readOf(transaction, recordIds, MatchGrade.MATCH, MatchGrade.POSSIBLE_MATCH);
        return pairs.isEmpty() ? List.of() : about(transaction, pairs, StandingDecisions.about(transaction, recordIds));
    }

    /** The same, given every scored pair of the records and every standing decision about them. */
    static List<PossibleDuplicates.Proposal> about(
            Transaction transaction, Collection<ScoredRow> pairs, List<StandingDecisions.Standing> decisions)
            throws SQLException {
        if (pairs.isEmpty()) {
            return List.of();
        }
        Set<Long> involved = new TreeSet<>();
        pairs.forEach(pair -> involved.addAll(List.of(pair.left(), pair.right())));
        decisions.forEach(decision -> involved.addAll(decision.records()));
        Map<Long, Long> goldenOf = goldenOf(transaction, involved);
        Set<GoldenPair> parted = parted(decisions, goldenOf);
        List<ScoredRow> proposed = pairs.stream()
                .filter(pair -> isProposed(pair, goldenOf, parted))
                .toList();
        return proposed.isEmpty()
                ? List.of()
                : withOrders(
                        transaction,
                        strongest(proposed, places(transaction, proposed, goldenOf))
                                .values());
    }

    private static boolean isProposed(ScoredRow pair, Map<Long, Long> goldenOf, Set<GoldenPair> parted) {
        Long left = goldenOf.get(pair.left());
        Long right = goldenOf.get(pair.right());
        // A record that is not published yet is proposed when it is.
        return left != null && right != null && !left.equals(right) && !parted.contains(GoldenPair.of(left, right));
    }

    private static Set<GoldenPair> parted(List<StandingDecisions.Standing> decisions, Map<Long, Long> goldenOf) {
        Set<GoldenPair> parted = new HashSet<>();
        for (StandingDecisions.Standing decision : decisions) {
            if (decision.parts()) {
                Set<Long> others = goldenIds(decision.right(), goldenOf);
                for (Long one : goldenIds(decision.left(), goldenOf)) {
                    others.forEach(other -> parted.add(GoldenPair.of(one, other)));
                }
            }
        }
        return parted;
    }

    private static Set<Long> goldenIds(List<Long> recordIds, Map<Long, Long> goldenOf) {
        Set<Long> goldenIds = new TreeSet<>();
        for (Long record : recordIds) {
            Long golden = goldenOf.get(record);
            if (golden != null) {
                goldenIds.add(golden);
            }
        }
        return goldenIds;
    }

    private static Map<GoldenPair, PossibleDuplicates.Proposal> strongest(
            Collection<ScoredRow> pairs, Map<Long, Place> places) {
        Map<GoldenPair, PossibleDuplicates.Proposal> strongest = new TreeMap<>();
        for (ScoredRow pair : pairs) {
            Place left = places.get(pair.left());
            Place right = places.get(pair.right());
            strongest.merge(
                    GoldenPair.of(left.goldenId, right.goldenId),
                    proposal(pair, left, right),
                    DuplicateProposals::stronger);
        }
        return strongest;
    }

    private static PossibleDuplicates.Proposal proposal(ScoredRow pair, Place left, Place right) {
        boolean ordered = left.id.compareTo(right.id) <= 0;
        Place first = ordered ? left : right;
        Place second = ordered ? right : left;
        return new PossibleDuplicates.Proposal(
                pair.grade() == MatchGrade.MATCH ? TaskKind.CLUSTER_CONFLICT : TaskKind.POSSIBLE_DUPLICATE,
                first.id,
                second.id,
                ordered ? pair.left() : pair.right(),
                ordered ? pair.right() : pair.left(),
                first.goldenId,
                second.goldenId,
                pair.weight(),
                0);
    }

    private static PossibleDuplicates.Proposal stronger(
            PossibleDuplicates.Proposal one, PossibleDuplicates.Proposal other) {
        if (one.weight() != other.weight()) {
            return one.weight() > other.weight() ? one : other;
        }
        int byLeft = one.left().compareTo(other.left());
        return byLeft < 0 || byLeft == 0 && one.right().compareTo(other.right()) <= 0 ? one : other;
    }

    private static Map<Long, Long> goldenOf(Transaction transaction, Collection<Long> recordIds) throws SQLException {
        Map<Long, Long> goldenOf = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(GOLDEN)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    goldenOf.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return goldenOf;
    }

    private static Map<Long, Place> places(
            Transaction transaction, Collection<ScoredRow> pairs, Map<Long, Long> goldenOf) throws SQLException {
        Set<Long> recordIds = new TreeSet<>();
        pairs.forEach(pair -> recordIds.addAll(List.of(pair.left(), pair.right())));
        Map<Long, Place> places = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(IDS)) {
            query.setArray(1, transaction.numbers(recordIds));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    RecordId id = new RecordId(row.getString(2), row.getString(3));
                    places.put(row.getLong(1), new Place(id, goldenOf.get(row.getLong(1))));
                }
            }
        }
        return places;
    }

    private static List<PossibleDuplicates.Proposal> withOrders(
            Transaction transaction, Collection<PossibleDuplicates.Proposal> proposals) throws SQLException {
        Set<Long> goldenIds = new TreeSet<>();
        proposals.forEach(proposal -> goldenIds.addAll(List.of(proposal.goldenId(), proposal.otherGoldenId())));
        Map<Long, Long> orders = new HashMap<>();
        if (!goldenIds.isEmpty()) {
            try (PreparedStatement query = transaction.connection().prepareStatement(ORDERS)) {
                query.setArray(1, transaction.numbers(goldenIds));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        orders.put(row.getLong(1), row.getLong(2));
                    }
                }
            }
        }
        List<PossibleDuplicates.Proposal> complete = new ArrayList<>();
        for (PossibleDuplicates.Proposal proposal : proposals) {
            complete.add(proposal.withOrders(
                    orders.getOrDefault(proposal.goldenId(), 0L) + orders.getOrDefault(proposal.otherGoldenId(), 0L)));
        }
        return complete;
    }
}
