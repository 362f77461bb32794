package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.MemberList;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import io.goldsmith.mdm.store.UnreadableDocumentException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;

/** Checks every golden record: its versions, its members, its values, and where it redirects to. */
final class GoldenCheck {

    private static final int PAGE = 2_000;

    private static final String PAGE_END =
            "select id from golden_record where id > ? order by id offset ? rows fetch next 1 rows only";

    private static final String REFERENCES = "select x.golden_id, r.id, r.source_system, r.source_key, r.state"
            + " from cross_reference x join source_record r on r.id = x.record_id"
            + " where x.golden_id > ? and x.golden_id <= ?";

    private static final String VERSIONS = "select golden_id, count(*), min(version), max(version)"
            + " from golden_record_version where golden_id > ? and golden_id <= ? group by golden_id order by golden_id";

    private final Store store;
    private final ResolutionRules rules;
    private final CandidateReading candidates;
    private final TaskCheck tasks = new TaskCheck();
    private final TermItems termItems;
    private final ItemSums terms = new ItemSums();

    GoldenCheck(Store store, WrittenValues writtenValues, ResolutionRules rules, TermItems termItems) {
        this.store = store;
        this.rules = rules;
        this.termItems = termItems;
        this.candidates = new CandidateReading(writtenValues, rules);
    }

    /** A source record that refers to a golden record. */
    private record Referring(long recordId, RecordId id, String state) {

        boolean isLive() {
            return state.equals("RESOLVED") || state.equals("PENDING");
        }
    }

    /** The search terms of the active golden records, once all were checked. */
    ItemSums terms() {
        return terms;
    }

    /** What came of the golden records of a page. */
    private record Checked(int size, Findings findings, List<Item> terms) {}

    /** Checks two pages at a time, each in a snapshot of its own. */
    void run(Findings findings, ResolutionProgress progress, long total) {
        long done = 0;
        try (Prefetch<Checked> others = new Prefetch<>()) {
            OptionalLong after = OptionalLong.of(0);
            while (after.isPresent()) {
                long first = after.getAsLong();
                OptionalLong middle = pageEnd(first);
                long rest = middle.orElse(Long.MAX_VALUE);
                OptionalLong last = middle.isPresent() ? pageEnd(rest) : OptionalLong.empty();
                Future<Checked> other = others.start(() -> check(rest, last.orElse(Long.MAX_VALUE)));
                done += take(check(first, rest), findings);
                done += take(others.result(other), findings);
                progress.report("check golden records", done, total);
                after = last;
            }
        }
        findings.goldenRecords(done);
    }

    /** The last id of the page that follows an id; empty if there is less than a page. */
    private OptionalLong pageEnd(long after) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(PAGE_END)) {
                query.setLong(1, after);
                query.setInt(2, PAGE - 1);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
                }
            }
        });
    }

    private int take(Checked page, Findings findings) {
        findings.addAll(page.findings);
        page.terms.forEach(terms::expected);
        return page.size;
    }

    private Checked check(long after, long upTo) {
        Findings findings = new Findings();
        return Snapshot.read(store, transaction -> {
            List<CheckedGolden> page = CheckedGolden.range(transaction, after, upTo);
            check(transaction, page, after, upTo, findings);
            List<Item> items = page.parallelStream()
                    .flatMap(
                            golden -> termItems.termsOf(golden).stream().map(term -> new Item(golden.id(), 0, 0, term)))
                    .toList();
            return new Checked(page.size(), findings, items);
        });
    }

    private void check(Transaction transaction, List<CheckedGolden> page, long after, long upTo, Findings findings)
            throws SQLException {
        versions(transaction, page, after, upTo, findings);
        Map<Long, List<Referring>> referring = referring(transaction, after, upTo);
        List<CheckedGolden> whole = new ArrayList<>();
        for (CheckedGolden golden : page) {
            List<Referring> records = referring.getOrDefault(golden.id(), List.of());
            if (golden.isActive()) {
                if (records.stream().noneMatch(Referring::isLive)) {
                    findings.add(BrokenInvariant.ofGolden(Invariant.LIVE_GOLDEN_RECORD, golden.id()));
                } else if (golden.newest().isPresent() && members(golden, records, findings)) {
                    whole.add(golden);
                }
            } else if (golden.state().equals("MERGED")
                    && !golden.leadsAtOnce()
                    && !RedirectWalk.leadsSomewhere(transaction, golden.id())) {
                findings.add(BrokenInvariant.ofGolden(Invariant.REDIRECT, golden.id()));
            }
        }
        values(transaction, whole, referring, findings);
        List<Long> records = referring.values().stream()
                .flatMap(List::stream)
                .filter(record -> record.state.equals("RESOLVED"))
                .map(Referring::recordId)
                .toList();
        tasks.missing(transaction, records, findings);
    }

    private static void versions(
            Transaction transaction, List<CheckedGolden> page, long after, long upTo, Findings findings)
            throws SQLException {
        Map<Long, CheckedGolden> unseen = new TreeMap<>();
        page.forEach(golden -> unseen.put(golden.id(), golden));
        try (PreparedStatement query = transaction.connection().prepareStatement(VERSIONS)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    Optional<CheckedGolden> golden = Optional.ofNullable(unseen.remove(row.getLong(1)));
                    long last = row.getLong(4);
                    boolean isGapless = row.getLong(2) == last
                            && row.getInt(3) == 1
                            && golden.filter(of -> of.version() == last).isPresent();
                    boolean hasState = golden.flatMap(of ->
                                    of.newest().filter(newest -> newest.state().equals(of.state())))
                            .isPresent();
                    if (!isGapless || !hasState) {
                        findings.add(BrokenInvariant.ofGolden(Invariant.VERSIONS, row.getLong(1)));
                    }
                }
            }
        }
        unseen.keySet().forEach(id -> findings.add(BrokenInvariant.ofGolden(Invariant.VERSIONS, id)));
    }

    private static Map<Long, List<Referring>> referring(Transaction transaction, long after, long upTo)
            throws SQLException {
        Map<Long, List<Referring>> referring = new HashMap<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(REFERENCES)) {
            query.setLong(1, after);
            query.setLong(2, upTo);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    referring
                            .computeIfAbsent(row.getLong(1), golden -> new ArrayList<>())
                            .add(new Referring(
                                    row.getLong(2),
                                    new RecordId(row.getString(3), row.getString(4)),
                                    row.getString(5)));
                }
            }
        }
        return referring;
    }

    /** Whether the stored members are those that refer to it. */
    private static boolean members(CheckedGolden golden, List<Referring> records, Findings findings) {
        boolean isAs = MemberList.write(records.stream().map(Referring::id).toList())
                .equals(golden.newest().orElseThrow().members());
        if (!isAs) {
            findings.add(BrokenInvariant.ofGolden(
                    Invariant.MEMBERS,
                    golden.id(),
                    records.stream().map(Referring::recordId).toArray(Long[]::new)));
        }
        return isAs;
    }

    private void values(
            Transaction transaction, List<CheckedGolden> page, Map<Long, List<Referring>> referring, Findings findings)
            throws SQLException {
        try {
            compare(transaction, page, referring, findings);
        } catch (UnreadableDocumentException e) {
            if (page.size() > 1) {
                // One by one, to find of which golden record a fact cannot be read.
                for (CheckedGolden golden : page) {
                    values(transaction, List.of(golden), referring, findings);
                }
            } else {
                add(Invariant.FACTS, page.get(0), referring, findings);
            }
        }
    }

    private void compare(
            Transaction transaction, List<CheckedGolden> page, Map<Long, List<Referring>> referring, Findings findings)
            throws SQLException {
        List<Long> ids = page.stream()
                .flatMap(golden -> referring.get(golden.id()).stream())
                .map(Referring::recordId)
                .toList();
        Map<Long, MemberRecord> members = MemberRecords.readable(transaction, ids);
        EvaluationFacts facts = EvaluationFacts.read(transaction, candidates, members, rules);
        Set<Long> due = DueRecords.among(transaction, members.keySet());
        List<CheckedGolden> differing = page.parallelStream()
                .filter(golden -> {
                    List<Referring> records = referring.get(golden.id());
                    return isSettled(records, members, due) && !isAs(golden, records, members, facts);
                })
                .toList();
        for (CheckedGolden golden : differing) {
            CheckedGolden.Newest newest = golden.newest().orElseThrow();
            if (newest.rulesVersion() == rules.version() || !newest.isReadable()) {
                add(Invariant.GOLDEN_VALUES, golden, referring, findings);
            } else {
                findings.outdated();
            }
        }
    }

    private static boolean isSettled(List<Referring> records, Map<Long, MemberRecord> members, Set<Long> due) {
        return records.stream()
                .allMatch(record -> record.state.equals("RESOLVED")
                        && members.containsKey(record.recordId)
                        && !due.contains(record.recordId));
    }

    private static void add(
            Invariant invariant, CheckedGolden golden, Map<Long, List<Referring>> referring, Findings findings) {
        findings.add(BrokenInvariant.ofGolden(
                invariant,
                golden.id(),
                referring.get(golden.id()).stream().map(Referring::recordId).toArray(Long[]::new)));
    }

    private boolean isAs(
            CheckedGolden golden, List<Referring> records, Map<Long, MemberRecord> members, EvaluationFacts facts) {
        CheckedGolden.Newest newest = golden.newest().orElseThrow();
        List<MemberRecord> ofCluster = records.stream()
                .map(Referring::recordId)
                .sorted()
                .map(members::get)
                .toList();
        EvaluatedCluster expected =
                EvaluatedCluster.of(new FormedCluster(ofCluster, Map.of()), facts, rules, newest.evaluatedAt());
        return newest.attributes().equals(expected.attributes())
                && newest.provenance().equals(expected.provenance())
                && golden.validUntil().equals(expected.validUntil());
    }
}
