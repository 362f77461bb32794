package io.goldsmith.mdm.quality;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.source.Corrections;
import io.goldsmith.mdm.source.SourceRecordRow;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.StoreException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.Session;

/** Where records wait that broke a rejecting validation rule, could not be read, or whose resolution keeps failing. */
public final class Quarantine {

    private static final int LARGEST_PAGE = 200;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_COMMENT = 2_000;
    private static final int ATTEMPTS = 5;

    private final Store store;
    private final Validation validation;
    private final SourceRecords records;
    private final Corrections corrections;
    private final QuarantineEntries entries;
    private final Suppression suppression;
    private final PayloadSeal seal;

    public Quarantine(Store store, Validation validation) {
        this(store, validation, Suppression.NONE, PayloadSeal.NONE);
    }

    /**
     * @param suppression the list that a record must not be on when it is replayed
     * @param seal opens what was delivered
     */
    public Quarantine(Store store, Validation validation, Suppression suppression, PayloadSeal seal) {
        this.store = store;
        this.suppression = suppression;
        this.validation = validation;
        this.records = new SourceRecords(store);
        this.corrections = new Corrections(store);
        this.entries = new QuarantineEntries(store, seal);
        this.seal = seal;
    }

    /**
     * Entries that wait, newest first.
     *
     * @param page from 0
     * @param size at most 200
     */
    public List<QuarantineEntry> waiting(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("A page of the quarantine has 1 to " + LARGEST_PAGE
                    + " entries and a number from 0, but page " + page + " of size " + size + " was asked for");
        }
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery("from StoredEntry where state = 'WAITING' order by id desc", StoredEntry.class)
                .setFirstResult(Math.multiplyExact(page, size))
                .setMaxResults(size)
                .getResultList()
                .stream()
                .map(StoredEntry::entry)
                .toList());
    }

    /** Why the newest version of a source record that waits here does so, without values; empty if none waits. */
    public List<String> reasonsOf(long recordId) {
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery(
                        "from StoredEntry where recordId = :record and state = 'WAITING' order by id desc",
                        StoredEntry.class)
                .setParameter("record", recordId)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .flatMap(entry -> entry.entry().reasons().stream())
                .toList());
    }

    /**
     * What was delivered of an entry that could not be read, as far as it is kept: at most 10,000 characters. It is personal data. Empty if there is no
     * such entry, it became a source record, or the hub has no key for payloads.
     *
     * @throws BrokenPayloadException if it was changed since
     */
    public Optional<String> payload(long entryId) {
        return store.inTransaction(
                transaction -> Optional.ofNullable(transaction.session().find(StoredEntry.class, entryId))
                        .map(entry -> entry.payload(seal))
                        .filter(text -> !text.isEmpty()));
    }

    /** How many entries wait. */
    public long countWaiting() {
        return store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery("select count(*) from StoredEntry where state = 'WAITING'", Long.class)
                .getSingleResult());
    }

    /**
     * Validates a waiting entry again under the rules of today; if it passes, its record is pending and the entry closed. What could
     * never be read as a record does not pass: it is delivered again by its connector.
     *
     * @return whether it passed
     * @throws MdmException if no such entry waits
     */
    public boolean replay(long entryId) {
        return store.inTransaction(transaction ->
                replay(waiting(transaction.session(), entryId)).result() == QuarantineOutcome.Result.REPLAYED);
    }

    private QuarantineOutcome replay(StoredEntry entry) {
        Optional<SourceRecordRow> refused = refusedVersion(entry);
        if (refused.isEmpty()) {
            return outcome(
                    entry, QuarantineOutcome.Result.NOT_A_RECORD, entry.entry().reasons());
        }
        List<Finding> findings =
                refused.get().deleted() ? List.of() : rejections(refused.get().raw());
        if (!findings.isEmpty()) {
            entry.refuseAgain(findings);
            return outcome(entry, QuarantineOutcome.Result.STILL_REFUSED, texts(findings));
        }
        records.putInForce(refused.get());
        entry.close(QuarantineEntries.REPLAYED, "", "", now());
        return outcome(entry, QuarantineOutcome.Result.REPLAYED, List.of());
    }

    /**
     * Replays the waiting entries that a filter means, each in a transaction of its own, for example after a rule has changed. Call it
     * again from the last id as long as there is more.
     *
     * @param afterEntryId 0 to start
     */
    public QuarantineBulk replayAll(QuarantineFilter filter, long afterEntryId) {
        return each(filter, afterEntryId, this::replay);
    }

    /**
     * Lands a refused version as a steward corrects it: as a version of its own, of the same time, that stands beside the refused one. It
     * is judged like any other; if it breaks a rule, nothing is landed and the entry waits on.
     *
     * @param values attribute to its values as they should be; attributes that are not named stay as they were delivered
     * @param steward who corrects, 1 to 128 characters
     * @param comment why, at most 2,000 characters; may be empty
     * @throws MdmException if no such entry waits
     * @throws IllegalArgumentException if an attribute is not of the entity model
     */
    public QuarantineOutcome correct(long entryId, AttributeValues values, String steward, String comment) {
        requirePerson(steward, comment);
        Set<String> unknown = new TreeSet<>(values.asMap().keySet());
        unknown.removeAll(validation.attributes());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("A correction names attributes of the entity model, but " + unknown
                    + " are none; they are " + new TreeSet<>(validation.attributes()));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return store.inTransaction(
                        transaction -> correct(waiting(transaction.session(), entryId), values, steward, comment));
            } catch (StoreException e) {
                // A delivery of the record may have taken the next version number at once: look again.
                if (!e.isDuplicateKey() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private QuarantineOutcome correct(StoredEntry entry, AttributeValues values, String steward, String comment) {
        Optional<SourceRecordRow> refused = refusedVersion(entry);
        if (refused.isEmpty()) {
            return outcome(
                    entry, QuarantineOutcome.Result.NOT_A_RECORD, entry.entry().reasons());
        }
        Map<String, List<String>> corrected = new TreeMap<>(refused.get().raw().asMap());
        corrected.putAll(values.asMap());
        AttributeValues raw = AttributeValues.of(corrected);
        List<Finding> findings = rejections(raw);
        if (!findings.isEmpty()) {
            return outcome(entry, QuarantineOutcome.Result.STILL_REFUSED, texts(findings));
        }
        records.putInForce(corrections.add(refused.get(), raw, steward));
        entry.close(QuarantineEntries.CORRECTED, steward, comment, now());
        return outcome(entry, QuarantineOutcome.Result.CORRECTED, List.of());
    }

    /**
     * Puts an entry away: the version that waits is never taken, unless its source delivers it again.
     *
     * @param steward who says so, 1 to 128 characters
     * @param comment why, at most 2,000 characters; may be empty
     * @throws MdmException if no such entry waits
     */
    public QuarantineOutcome discard(long entryId, String steward, String comment) {
        requirePerson(steward, comment);
        return store.inTransaction(transaction -> discard(waiting(transaction.session(), entryId), steward, comment));
    }

    private QuarantineOutcome discard(StoredEntry entry, String steward, String comment) {
        entry.close(QuarantineEntries.DISCARDED, steward, comment, now());
        return outcome(entry, QuarantineOutcome.Result.DISCARDED, List.of());
    }

    /** Discards the waiting entries that a filter means, as {@link #replayAll} replays them. */
    public QuarantineBulk discardAll(QuarantineFilter filter, long afterEntryId, String steward, String comment) {
        requirePerson(steward, comment);
        return each(filter, afterEntryId, entry -> discard(entry, steward, comment));
    }

    private QuarantineBulk each(
            QuarantineFilter filter, long afterEntryId, Function<StoredEntry, QuarantineOutcome> work) {
        List<Meant> page = store.inTransaction(transaction -> transaction
                .session()
                .createSelectionQuery(
                        "from StoredEntry where state = 'WAITING' and id > :after order by id", StoredEntry.class)
                .setParameter("after", afterEntryId)
                .setMaxResults(LARGEST_PAGE)
                .getResultList()
                .stream()
                .map(entry -> new Meant(entry.id(), entry.isMeantBy(filter)))
                .toList());
        List<QuarantineOutcome> outcomes = new ArrayList<>();
        for (Meant entry : page) {
            if (entry.isMeant) {
                outcomes.add(store.inTransaction(transaction -> find(transaction.session(), entry.id)
                        .map(work)
                        .orElse(new QuarantineOutcome(entry.id, QuarantineOutcome.Result.CLOSED_ALREADY, List.of()))));
            }
        }
        long last = page.isEmpty() ? afterEntryId : page.get(page.size() - 1).id;
        return new QuarantineBulk(outcomes, last, page.size() == LARGEST_PAGE);
    }

    /** An entry of a page, and whether the filter means it. */
    private record Meant(long id, boolean isMeant) {}

    /** By the rules of today and by the suppression list. */
    private List<Finding> rejections(AttributeValues raw) {
        List<Finding> findings = new ArrayList<>(validation.rejections(raw));
        findings.addAll(store.inTransaction(
                transaction -> suppression.hits(transaction, List.of(raw)).values()));
        return findings;
    }

    private Optional<SourceRecordRow> refusedVersion(StoredEntry entry) {
        return entry.recordId().flatMap(id -> entry.recordVersion().flatMap(version -> records.version(id, version)));
    }

    private static QuarantineOutcome outcome(StoredEntry entry, QuarantineOutcome.Result result, List<String> reasons) {
        return new QuarantineOutcome(entry.id(), result, reasons);
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(Finding::text).toList();
    }

    private static void requirePerson(String steward, String comment) {
        if (steward.isBlank() || steward.length() > LONGEST_NAME || comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("Who decides has a name of 1 to " + LONGEST_NAME
                    + " characters and a comment of at most " + LONGEST_COMMENT + ", but these have "
                    + steward.length() + " and " + comment.length());
        }
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Sends a record whose resolution keeps failing to quarantine, in the version in force; a newer version takes it out again.
     *
     * @param reason what failed and where, without values
     */
    public void refuse(SourceRecordRow record, String reason, long runId) {
        store.inTransaction(transaction -> {
            if (records.markQuarantined(record)) {
                entries.add(
                        runId,
                        List.of(NewEntry.ofVersion(
                                record.id().source(),
                                record.id().key(),
                                record.recordId(),
                                record.version(),
                                List.of("resolution: " + reason))));
            }
            return null;
        });
    }

    private static StoredEntry waiting(Session session, long entryId) {
        return find(session, entryId)
                .orElseThrow(() -> new MdmException(
                        "No entry " + entryId + " waits in quarantine: it does not exist or is closed already"));
    }

    private static Optional<StoredEntry> find(Session session, long entryId) {
        return Optional.ofNullable(session.find(StoredEntry.class, entryId, LockMode.PESSIMISTIC_WRITE))
                .filter(StoredEntry::isWaiting);
    }
}
