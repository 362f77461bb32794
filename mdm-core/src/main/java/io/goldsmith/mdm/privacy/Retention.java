package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.source.SourceSystem;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Ends the keeping of customers with whom there was no contact for long, by lifecycle and purpose. A restricted customer is kept: that
 * is what restriction asks. Thread-safe.
 */
public final class Retention {

    private static final long RANGE = 1_000;
    private static final int LARGEST_PAGE = 10_000;

    private final Store store;
    private final PrivacySettings settings;
    private final Map<String, SourceSystem> sources;
    private final Restrictions restrictions;
    private final Optional<Erasure> erasure;

    Retention(
            Store store,
            PrivacySettings settings,
            Map<String, SourceSystem> sources,
            Restrictions restrictions,
            Optional<Erasure> erasure) {
        this.store = store;
        this.settings = settings;
        this.sources = Map.copyOf(sources);
        this.restrictions = restrictions;
        this.erasure = erasure;
    }

    /**
     * Who would be erased now, by golden id: the dry run.
     *
     * @param after the golden id to start after, 0 for the first page
     * @param limit 1 to 10,000
     */
    public List<RetentionCandidate> due(long after, int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "1 to " + LARGEST_PAGE + " customers can be read at a time, but " + limit + " were asked for");
        }
        Instant now = store.clock().instant();
        List<RetentionCandidate> due = new ArrayList<>();
        long last = store.inTransaction(Retention::lastGoldenId);
        for (long from = after; from < last && due.size() < limit; from += RANGE) {
            long start = from;
            store.inTransaction(transaction -> dueIn(transaction, start, start + RANGE, now)).stream()
                    .filter(candidate -> !restrictions.isRestricted(candidate.id()))
                    .forEach(due::add);
        }
        return due.stream().limit(limit).toList();
    }

    private List<RetentionCandidate> dueIn(Transaction transaction, long from, long upTo, Instant now)
            throws SQLException {
        LastContacts contacts = LastContacts.of(transaction, from, upTo);
        List<RetentionCandidate> due = new ArrayList<>();
        contacts.last().forEach((id, contact) -> {
            Lifecycle lifecycle = contacts.lifecycle(id);
            longestRule(lifecycle, contacts.systems(id)).ifPresent(rule -> {
                Instant until =
                        contact.atOffset(ZoneOffset.UTC).plusYears(rule.years()).toInstant();
                if (until.isBefore(now)) {
                    due.add(new RetentionCandidate(new GoldenId(id), lifecycle, contact, until, text(rule)));
                }
            });
        });
        return due;
    }

    private Optional<PrivacySettings.RetentionRule> longestRule(Lifecycle lifecycle, Set<String> systems) {
        return settings.retention().stream()
                .filter(rule -> rule.ofLifecycle() == lifecycle)
                .filter(rule -> rule.purpose().isEmpty()
                        || serves(systems, rule.purpose().get()))
                .max(Comparator.comparingInt(PrivacySettings.RetentionRule::years));
    }

    private boolean serves(Set<String> systems, String purpose) {
        return systems.stream()
                .anyMatch(system -> sources.containsKey(system)
                        && sources.get(system).purposes().contains(purpose));
    }

    private static String text(PrivacySettings.RetentionRule rule) {
        return rule.lifecycle() + rule.purpose().map(purpose -> ", " + purpose).orElse("") + ", " + rule.years()
                + " years";
    }

    private static long lastGoldenId(Transaction transaction) throws SQLException {
        try (PreparedStatement query = transaction
                        .connection()
                        .prepareStatement("select coalesce(max(golden_id), 0) from cross_reference");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * Erases those whose time has passed, each in a transaction of its own, so that a run that was stopped goes on where it was when it
     * is started again.
     *
     * @param limit 1 to 10,000
     * @return who was erased
     */
    public List<RetentionCandidate> run(int limit, String officer) {
        Erasure erasing = Privacy.required(erasure);
        List<RetentionCandidate> erased = new ArrayList<>();
        for (RetentionCandidate candidate : due(0, limit)) {
            boolean done = store.inTransaction(transaction -> {
                boolean isStillDue = isStillDue(transaction, candidate);
                if (isStillDue) {
                    erasing.erase(candidate.id(), ErasureCause.RETENTION, officer, OptionalLong.empty());
                }
                return isStillDue;
            });
            if (done) {
                erased.add(candidate);
            }
        }
        return erased;
    }

    /** The list may be long: somebody may have been in contact, or been merged, since it was made. */
    private boolean isStillDue(Transaction transaction, RetentionCandidate candidate) throws SQLException {
        long id = candidate.id().value();
        return dueIn(transaction, id - 1, id, store.clock().instant()).contains(candidate)
                && !restrictions.isRestricted(candidate.id());
    }
}
