package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Outcome.Created;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.WrittenValue;
import io.goldsmith.mdm.stewardship.ContradictionException;
import io.goldsmith.mdm.stewardship.InapplicableDecisionException;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records that one target gets because a golden record has none there: who gets one, and what becomes of it. A customer is created once
 * in a target, whatever happens to the record later.
 */
final class Creations {

    /** Above a conflict: a customer is missing, or there twice. */
    private static final int PRIORITY = 70;

    private final Hub hub;
    private final String target;
    private final String sourceSystem;
    private final CreateSettings settings;
    private final CreationRules rules;
    private final GoldenState state;
    private final DeliveryRows rows;
    private final TaskOpening tasks;
    private final PassRun run;

    Creations(
            Hub hub,
            String target,
            String sourceSystem,
            CreateSettings settings,
            GoldenState state,
            DeliveryRows rows,
            PassRun run) {
        this.hub = hub;
        this.target = target;
        this.sourceSystem = sourceSystem;
        this.settings = settings;
        this.rules = new CreationRules(hub, target, sourceSystem, settings);
        this.state = state;
        this.rows = rows;
        this.tasks = new TaskOpening(rows.store());
        this.run = run;
    }

    /** Adds a delivery that creates a golden record's record, if it is to have one; one that was refused or set aside is begun again. */
    void plan(GoldenRecord golden) {
        if (!rules.mayGetOne(golden)) {
            return;
        }
        Optional<DeliveryRow> begun = rows.creationOf(target, golden.id());
        if (begun.isEmpty()) {
            update(golden).ifPresent(needed -> rows.addCreation(target, golden, needed.record(), needed.contentHash()));
        } else if (begun.get().state() == DeliveryState.REFUSED) {
            rows.replays().replay(begun.get().id());
        } else if (begun.get().state() == DeliveryState.SUPERSEDED) {
            rows.again(begun.get(), DeliveryState.PENDING, 0, hub.clock().instant(), "");
        }
    }

    private Optional<TargetUpdate> update(GoldenRecord golden) {
        return state.creation(golden, new RecordId(sourceSystem, placeholder(golden.id())), settings.with());
    }

    CreationRules rules() {
        return rules;
    }

    /** What stands in the ledger until the key is known. */
    static String placeholder(GoldenId golden) {
        return placeholder(golden.toString());
    }

    static String placeholder(String golden) {
        return "new:" + golden;
    }

    /** The golden record that a delivery is to create; empty if it was merged, has a record, or is to have none. */
    Optional<GoldenRecord> wanted(DeliveryRow row) {
        return hub.goldenRecords()
                .find(row.delivered().goldenId())
                .filter(golden -> golden.id().equals(row.delivered().goldenId()))
                .filter(rules::admits)
                .filter(golden -> golden.members().stream()
                        .noneMatch(record -> record.source().equals(sourceSystem)));
    }

    Optional<Letter> letter(DeliveryRow row, GoldenRecord golden) {
        return update(golden).map(update -> new Letter(row, update, Optional.empty()));
    }

    /** It is in the target: lands it as it was written there, so that its echo changes nothing, and ties it to its golden record. */
    void created(Letter letter, Created created) {
        run.id();
        try {
            hub.store().inTransaction(transaction -> {
                land(letter, created);
                return tie(transaction, letter, created);
            });
        } catch (ContradictionException | InapplicableDecisionException untied) {
            // Decided otherwise, or erased, since it was sent: it is resolved by its own values, as any record is.
            hub.store().inTransaction(transaction -> {
                land(letter, created);
                return leaveUntied(transaction, letter, created);
            });
        }
        run.count();
        PromptResolution.of(hub, new RecordId(sourceSystem, created.key()), "created in " + target + " by replication");
    }

    private Void tie(Transaction transaction, Letter letter, Created created) throws SQLException {
        tie(letter, created.key());
        end(transaction, letter, created, "");
        return null;
    }

    private Void leaveUntied(Transaction transaction, Letter letter, Created created) throws SQLException {
        end(transaction, letter, created, "created, and not tied to the golden record: a decision says otherwise");
        return null;
    }

    /** It is in the target and was landed by the target's own extract: ties it to its golden record. */
    void returned(Letter letter, Created created) {
        try {
            hub.store().inTransaction(transaction -> tie(transaction, letter, created));
        } catch (ContradictionException | InapplicableDecisionException untied) {
            hub.store().inTransaction(transaction -> leaveUntied(transaction, letter, created));
        }
        PromptResolution.of(hub, new RecordId(sourceSystem, created.key()), "created in " + target + " by replication");
    }

    private void land(Letter letter, Created created) {
        RecordId record = new RecordId(sourceSystem, created.key());
        recordWritten(letter, record);
        Delivery.RecordVersion version = created.there()
                .orElseGet(() -> new Delivery.RecordVersion(
                        sourceSystem,
                        created.key(),
                        hub.clock().instant().truncatedTo(ChronoUnit.MICROS),
                        state.landing(letter.update()),
                        false));
        hub.intake().land(run.id(), List.of(version));
    }

    /** Tells where the values of a new record are from, under the key that it got: before it is landed. */
    void recordWritten(Letter letter, RecordId record) {
        hub.intake()
                .recordWritten(letter.update().written().stream()
                        .map(value -> new WrittenValue(
                                record,
                                value.attribute(),
                                value.values(),
                                value.origin(),
                                value.originVersion(),
                                value.asOf()))
                        .toList());
    }

    private void tie(Letter letter, String key) {
        Optional<RecordId> anchor = hub.goldenRecords()
                .find(letter.update().golden().id())
                .flatMap(golden -> golden.members().stream()
                        .filter(record -> !record.equals(new RecordId(sourceSystem, key)))
                        .findFirst());
        anchor.ifPresent(from -> hub.decisions().created(new RecordId(sourceSystem, key), from, target));
    }

    private void end(Transaction transaction, Letter letter, Created created, String reason) throws SQLException {
        RecordId record = new RecordId(sourceSystem, created.key());
        Map<String, List<String>> values = new HashMap<>();
        AttributeValues landed = state.landing(letter.update());
        letter.update().attributes().forEach(attribute -> values.put(attribute, landed.all(attribute)));
        FieldDigests digests = state.digests(record, letter.update().attributes(), AttributeValues.of(values));
        rows.created(letter.row(), created.key(), digests, reason);
        tasks.close(transaction, TaskKind.FAILED_DELIVERY, subject(letter.row()));
    }

    /** Nobody knows whether it is in the target: a person is asked, and it is not sent again by itself. */
    void uncertain(DeliveryRow row, String reason) {
        hub.store().inTransaction(transaction -> {
            rows.refuse(row, DeliveryState.DEAD, "uncertain: " + reason);
            tasks.open(
                    transaction,
                    TaskKind.FAILED_DELIVERY,
                    subject(row),
                    row.delivered().goldenId(),
                    PRIORITY,
                    "Whether " + row.delivered().goldenId() + " was created in " + target + " is not known: " + reason
                            + ". Look for it there. If it is there, extract it; if it is not, replay delivery "
                            + row.id() + ", which creates it.");
            return null;
        });
    }

    private String subject(DeliveryRow row) {
        return target + "|create|" + row.delivered().goldenId();
    }

    /** It is not to be created any more. */
    void drop(DeliveryRow row) {
        hub.store().inTransaction(transaction -> {
            rows.setAside(
                    row, DeliveryState.SUPERSEDED, "the customer has a record there, or is to have none any more");
            tasks.close(transaction, TaskKind.FAILED_DELIVERY, subject(row));
            return null;
        });
    }
}
