package io.goldsmith.connect.push;

import io.goldsmith.connect.ExtractionCounts;
import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.source.Intake;
import io.goldsmith.mdm.source.LandingCounts;
import java.util.List;
import java.util.Optional;

/** Lands the items of one stream, one by one. Thread-safe. */
final class PushLanding {

    /** Longer keys are no keys. */
    private static final int LONGEST_KEY = 256;

    private final Hub hub;
    private final String source;
    private final String stream;
    private final StreamMapping mapping;

    PushLanding(Hub hub, String source, String stream, StreamMapping mapping) {
        this.hub = hub;
        this.source = source;
        this.stream = stream;
        this.mapping = mapping;
    }

    /**
     * What became of an item.
     *
     * @param reasons of one in quarantine
     */
    record Landed(PushOutcome outcome, List<String> reasons, ExtractionCounts counts) {}

    /** Whether it holds source records, which have a key, a status and an end. */
    boolean holdsRecords() {
        return mapping instanceof RecordMapping;
    }

    /**
     * The delivery that an item stands for.
     *
     * @throws PushRefusal if its content has another key than its address
     */
    Delivery delivery(PushRequest.Item item) {
        if (item instanceof PushRequest.Deletion deletion) {
            requireKey(deletion.key());
            return new Delivery.RecordVersion(source, deletion.key(), deletion.at(), AttributeValues.none(), true);
        }
        PushRequest.Upsert upsert = (PushRequest.Upsert) item;
        Optional<String> within = new JsonRow("", upsert.content()).text(mapping.keyColumn());
        Optional<String> key = upsert.key();
        key.ifPresent(PushLanding::requireKey);
        if (key.isPresent() && within.isPresent() && !key.equals(within)) {
            throw new PushRefusal(
                    PushRefusal.Kind.CONTRADICTION,
                    "The key in the address must be the one in the body at " + mapping.keyColumn()
                            + ", but is another; leave it out of the body, or send both alike");
        }
        String origin = stream + key.or(() -> within).map(text -> " " + text).orElse(" without a key");
        JsonRow row = new JsonRow(origin, upsert.content());
        return mapping.map(key.<Row>map(text -> new KeyedRow(row, mapping.keyColumn(), text))
                .orElse(row));
    }

    private static void requireKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.equals(key.trim()) || key.indexOf('\0') >= 0) {
            throw new PushRefusal(
                    PushRefusal.Kind.MALFORMED,
                    "A key must have 1 to " + LONGEST_KEY
                            + " characters without spaces around them, but this one has not");
        }
    }

    /** The key of what a delivery is about; empty of what could not be read. */
    static Optional<String> keyOf(Delivery delivery) {
        if (delivery instanceof Delivery.RecordVersion version) {
            return Optional.of(version.sourceKey());
        }
        if (delivery instanceof Delivery.Order order) {
            return Optional.of(order.orderKey());
        }
        return delivery instanceof Delivery.Relation relation ? Optional.of(relation.fromKey()) : Optional.empty();
    }

    /** Lands a delivery; durable when this returns, unless the caller has a transaction open. */
    Landed land(long run, Delivery delivery) {
        if (delivery instanceof Delivery.RecordVersion version) {
            Intake.Landed landed = hub.intake().land(run, version);
            PushOutcome outcome = PushOutcome.of(landed.counts());
            List<String> reasons =
                    outcome == PushOutcome.QUARANTINED && landed.recordId().isPresent()
                            ? hub.quarantine().reasonsOf(landed.recordId().getAsLong())
                            : List.of();
            return new Landed(outcome, reasons, counts(landed.counts(), false));
        }
        LandingCounts counts = hub.intake().land(run, List.of(delivery));
        if (delivery instanceof Delivery.Unreadable unreadable) {
            // The same again waits already; told alike.
            return new Landed(PushOutcome.QUARANTINED, List.of(unreadable.reason()), counts(counts, true));
        }
        return new Landed(PushOutcome.of(counts), List.of(), counts(counts, false));
    }

    private static ExtractionCounts counts(LandingCounts counts, boolean isUnreadable) {
        return new ExtractionCounts(
                1,
                counts.landed(),
                counts.unchanged(),
                counts.stale(),
                isUnreadable ? 0 : counts.quarantined(),
                isUnreadable ? counts.quarantined() : 0,
                0,
                counts.suppressed(),
                0);
    }

    /** A row whose key stands in its address. */
    private record KeyedRow(JsonRow row, String keyColumn, String key) implements Row {

        @Override
        public String origin() {
            return row.origin();
        }

        @Override
        public Optional<String> text(String column) {
            return column.equals(keyColumn) ? Optional.of(key) : row.text(column);
        }

        @Override
        public List<String> texts(String column) {
            return column.equals(keyColumn) ? List.of(key) : row.texts(column);
        }

        @Override
        public String payload() {
            return row.payload();
        }

        /** Where it comes from alone: values are personal data. */
        @Override
        public String toString() {
            return row.toString();
        }
    }
}
