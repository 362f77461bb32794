package io.goldsmith.mdm.privacy;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.PayloadSeal;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.source.Channel;
import io.goldsmith.mdm.source.ConsentRows;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.SourceSystem;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.stewardship.Stewardship;
import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The rights of persons: what may be done with their data, and what they may ask for. Thread-safe. */
public final class Privacy {

    private static final int DENIED_PAGE = 1_000;

    private final Store store;
    private final PrivacySettings settings;
    private final Map<String, SourceSystem> sources;
    private final GoldenRecords goldenRecords;
    private final Restrictions restrictions;
    private final Receipts receipts;
    private final Steps steps;
    private final Requests requests;
    private final Retention retention;
    private final SubjectAccess access;
    private final Optional<Erasure> erasure;
    private final Optional<ReturningPersons> returning;

    private Privacy(
            Store store,
            PrivacySettings settings,
            Map<String, SourceSystem> sources,
            GoldenRecords goldenRecords,
            Stewardship stewardship,
            Resolution resolution,
            Receipts receipts,
            Steps steps,
            Optional<Erasure> erasure,
            Optional<ReturningPersons> returning) {
        this.store = store;
        this.settings = settings;
        this.sources = Map.copyOf(sources);
        this.goldenRecords = goldenRecords;
        this.restrictions = new Restrictions(store);
        this.receipts = receipts;
        this.steps = steps;
        this.requests = new Requests(store, goldenRecords, erasure, steps, settings.recipients());
        this.retention = new Retention(store, settings, sources, restrictions, erasure);
        this.access = new SubjectAccess(store, goldenRecords, stewardship, resolution, requests, restrictions);
        this.erasure = erasure;
        this.returning = returning;
    }

    /**
     * The suppression list that landing asks.
     *
     * @throws MdmException if the key is too short, is not the one that the list was made with, or is not given although persons are on
     *     the list
     */
    public static Suppression suppression(Store store, EntityModel model, Matching matching, PrivacySettings settings) {
        if (!settings.suppressionKey().isEmpty()) {
            PersonalIdentifiers identifiers = new PersonalIdentifiers(model, matching, settings.birthDate());
            return SuppressionList.open(store, settings.suppressionKey(), identifiers);
        }
        if (store.inTransaction(SuppressionList::isUsed)) {
            throw new MdmException("There are erased persons on the suppression list, but goldsmith.yaml has no"
                    + " privacy.suppression-key, so that they would come back; put it back");
        }
        return Suppression.NONE;
    }

    /**
     * The privacy of a hub.
     *
     * @param suppression as {@link #suppression} made it; with none, nobody can be erased
     * @param seal opens what waits in quarantine and could not be read, so that an erasure finds whom it names
     */
    public static Privacy of(
            Store store,
            EntityModel model,
            Map<String, SourceSystem> sources,
            Matching matching,
            PrivacySettings settings,
            Suppression suppression,
            GoldenRecords goldenRecords,
            Stewardship stewardship,
            Resolution resolution,
            Quarantine quarantine,
            PayloadSeal seal) {
        Receipts receipts = new Receipts(store, settings);
        Steps steps = new Steps(store);
        Optional<SuppressionList> list =
                suppression instanceof SuppressionList known ? Optional.of(known) : Optional.empty();
        Optional<Erasure> erasure = list.map(known -> new Erasure(
                store,
                resolution,
                known,
                new PersonalIdentifiers(model, matching, settings.birthDate()),
                receipts,
                steps,
                seal));
        Optional<ReturningPersons> returning =
                list.map(known -> new ReturningPersons(store, known, required(erasure), quarantine, steps));
        return new Privacy(
                store, settings, sources, goldenRecords, stewardship, resolution, receipts, steps, erasure, returning);
    }

    static <T> T required(Optional<T> withKey) {
        return withKey.orElseThrow(() -> new MdmException("Nobody can be erased without a suppression list, since the"
                + " next batch would bring the person back; add privacy.suppression-key to goldsmith.yaml"));
    }

    /** Whether a customer is restricted: kept, but neither replicated nor loaded. */
    public boolean isRestricted(GoldenId id) {
        return restrictions.isRestricted(id);
    }

    /**
     * Who is restricted, by golden id.
     *
     * @param after the golden id to start after, 0 for the first page
     * @param limit how many at most
     */
    public List<GoldenId> restrictedAfter(long after, int limit) {
        return restrictions.restrictedAfter(after, limit);
    }

    /**
     * Lifts the restriction of a customer.
     *
     * @param by who lifts it
     * @return whether there was one
     */
    public boolean liftRestriction(GoldenId id, String by) {
        return store.inTransaction(transaction -> {
            steps.add(transaction, OptionalLong.empty(), OptionalLong.of(id.value()), "restriction lifted", by);
            return Restrictions.lift(transaction, id, now()) > 0;
        });
    }

    /** The facts about a customer's consent, newest first; follows merges and unmerges. */
    public List<ConsentFact> consents(GoldenId id) {
        return store.inTransaction(transaction -> {
            Optional<GoldenRecord> golden = goldenRecords.find(id);
            return golden.isEmpty()
                    ? List.of()
                    : ConsentReading.of(transaction, golden.get().id().value());
        });
    }

    /** What the facts say of a purpose on a channel at an instant. */
    public ConsentState consent(GoldenId id, String purpose, Channel channel, Instant instant) {
        return ConsentState.of(consents(id), purpose, channel, instant);
    }

    /**
     * Hands over every golden record whose customer said no to a purpose on every channel, by an objection, a withdrawal or a refusal
     * that stands at an instant; by golden id.
     */
    public void forEachDenied(String purpose, Instant instant, Consumer<GoldenId> consumer) {
        long last = 0;
        List<Long> page;
        do {
            long after = last;
            page = store.inTransaction(
                    transaction -> ConsentReading.saidNoAfter(transaction, purpose, after, DENIED_PAGE));
            for (Long golden : page) {
                List<ConsentFact> facts = store.inTransaction(transaction -> ConsentReading.of(transaction, golden));
                if (ConsentState.of(facts, purpose, Channel.ANY, instant).verdict() == ConsentState.Verdict.DENIED) {
                    consumer.accept(new GoldenId(golden));
                }
                last = golden;
            }
        } while (page.size() == DENIED_PAGE);
    }

    /**
     * Whether a customer's data may serve a purpose on a channel: nobody is restricted, nobody said no, and somebody gave a basis. Where
     * nothing was said, a purpose that does not need consent may be served if some source system of the customer serves it. Which
     * values may then be used, {@link GoldenRecord#forPurpose} tells.
     */
    public boolean mayServe(GoldenId id, String purpose, Channel channel, Instant instant) {
        Optional<GoldenRecord> golden = goldenRecords.find(id);
        if (golden.isEmpty() || isRestricted(golden.get().id())) {
            return false;
        }
        return switch (consent(golden.get().id(), purpose, channel, instant).verdict()) {
            case PERMITTED -> true;
            case DENIED -> false;
            case UNKNOWN -> !settings.needsConsent().contains(purpose) && isServed(golden.get(), purpose);
        };
    }

    private boolean isServed(GoldenRecord golden, String purpose) {
        return golden.members().stream()
                .map(RecordId::source)
                .anyMatch(source -> sources.containsKey(source)
                        && sources.get(source).purposes().contains(purpose));
    }

    /**
     * Records what a person said to somebody of the company, of one of the person's source records.
     *
     * @param by who recorded it
     */
    public void record(Delivery.Consent consent, String by) {
        SourceSystem source = sources.get(consent.sourceSystem());
        if (source == null || by.isEmpty()) {
            throw new IllegalArgumentException("Consent is recorded of a record of a configured source system, one of "
                    + sources.keySet() + ", and by somebody; but it was of '" + consent.sourceSystem() + "'");
        }
        store.inTransaction(transaction -> {
            try (BulkWriter row = transaction.bulk(ConsentRows.INSERT)) {
                row.row(ConsentRows.row(store.ids("entry_id").next(), consent, source.party(), by, now()));
            }
            return null;
        });
    }

    /** What persons asked for. */
    public Requests requests() {
        return requests;
    }

    /** The end of keeping. */
    public Retention retention() {
        return retention;
    }

    /**
     * Writes everything that the hub has of a customer as JSON.
     *
     * @throws MdmException if there is no such customer
     */
    public void exportJson(GoldenId id, Writer to) {
        access.write(id, new SubjectJson(to));
    }

    /**
     * Writes the same as a page to read: complete in itself, without scripts.
     *
     * @throws MdmException if there is no such customer
     */
    public void exportPage(GoldenId id, Writer to) {
        access.write(id, new SubjectPage(to));
    }

    /** Lets an erasure reach the tables of another module too. */
    public void erasesFrom(PersonalTables tables) {
        erasure.ifPresent(erasing -> erasing.add(tables));
    }

    /** The receipts of an erasure, by system; the source keys are no longer known. */
    public List<ErasureReceipt> receipts(long erasureId) {
        return receipts.of(erasureId);
    }

    /**
     * Notes that a system has done its part of an erasure.
     *
     * @throws MdmException if there is no such receipt, or it was confirmed already
     */
    public void confirmReceipt(long erasureId, String system, String officer) {
        receipts.confirm(erasureId, system, officer, now());
    }

    /** Why a source record does not come back; empty if its key is not on the suppression list. */
    public Optional<SuppressionReport> report(RecordId record) {
        return returning.flatMap(persons -> persons.report(record));
    }

    /**
     * Admits a record that waits in quarantine because of the suppression list: what it hits leaves the list, and the record is replayed.
     *
     * @return whether it passed; if not, it waits for another reason
     * @throws MdmException if no such entry waits for the protection officer
     */
    public boolean admit(long entryId, AdmissionGround ground, String officer) {
        return required(returning).admit(entryId, ground, officer);
    }

    /**
     * Takes a source key off the suppression list: the next delivery lands.
     *
     * @return whether it was on it
     */
    public boolean admit(RecordId record, AdmissionGround ground, String officer) {
        return required(returning).admit(record, ground, officer);
    }

    /**
     * Confirms that a record that waits in quarantine is an erased person's: it is erased too, and its source key suppressed.
     *
     * @throws MdmException if no such entry waits for the protection officer, or the record has an earlier version in force
     */
    public List<ErasureReceipt> confirmErasure(long entryId, String officer) {
        return required(returning).confirm(entryId, officer);
    }

    private Instant now() {
        return store.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
