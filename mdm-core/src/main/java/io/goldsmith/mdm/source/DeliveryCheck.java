package io.goldsmith.mdm.source;

import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.store.Documents;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells deliveries that cannot be landed as what they are: a connector's mistake is refused, what a source got wrong is set aside. */
final class DeliveryCheck {

    private static final int LONGEST_KEY = 256;
    private static final int LONGEST_WORD = 128;

    /** PostgreSQL has no place for it in a text. In a document it is escaped. */
    private static final char NUL = '\0';

    private static final BigDecimal AMOUNT_BOUND = new BigDecimal("1000000000000");
    private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final Set<String> RELATION_KINDS = Set.of("contact", "establishment", "group", "household");

    private final Set<String> attributes;
    private final Set<String> systems;

    DeliveryCheck(EntityModel model, Set<String> systems) {
        this.attributes = model.attributes().stream().map(Attribute::name).collect(Collectors.toUnmodifiableSet());
        this.systems = systems;
    }

    /**
     * What should wait in quarantine instead of a delivery that the tables cannot hold; empty if they can.
     *
     * @throws IllegalArgumentException if the connector names a source system or an attribute that the configuration does not know
     */
    Optional<Delivery.Unreadable> misfit(Delivery delivery) {
        requireSystem(delivery.sourceSystem());
        if (delivery instanceof Delivery.RecordVersion version) {
            requireKnown(version);
            return misfit(version);
        }
        if (delivery instanceof Delivery.Order order) {
            return misfit(order);
        }
        if (delivery instanceof Delivery.Relation relation) {
            return misfit(relation);
        }
        if (delivery instanceof Delivery.Consent consent) {
            return misfit(consent);
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException if the configuration does not know the source system */
    void requireSystem(String sourceSystem) {
        if (!systems.contains(sourceSystem)) {
            throw new IllegalArgumentException("A connector delivered for source system '" + sourceSystem
                    + "', but the configuration has only " + systems + "; add it to sources");
        }
    }

    private void requireKnown(Delivery.RecordVersion version) {
        for (String attribute : version.raw().asMap().keySet()) {
            if (!attributes.contains(attribute)) {
                throw new IllegalArgumentException("The mapping of source system '" + version.sourceSystem()
                        + "' fills attribute '" + attribute
                        + "', which the entity model does not have; mend the mapping or"
                        + " add the attribute to model");
            }
        }
    }

    private static Optional<Delivery.Unreadable> misfit(Delivery.RecordVersion version) {
        return isKey(version.sourceKey())
                ? Optional.empty()
                : aside(
                        version,
                        version.sourceKey(),
                        "a source key has 1 to 256 characters and no NUL",
                        Documents.write(version.raw()));
    }

    private static Optional<Delivery.Unreadable> misfit(Delivery.Order order) {
        String payload = Documents.write(Map.of(
                "order", order.orderKey(),
                "customer", order.customerKey(),
                "date", order.date().toString(),
                "amount", order.amount().toString(),
                "category", order.category()));
        if (!isKey(order.orderKey()) || !isKey(order.customerKey())) {
            return aside(order, order.orderKey(), "the keys of an order have 1 to 256 characters and no NUL", payload);
        }
        if (order.amount().abs().compareTo(AMOUNT_BOUND) >= 0) {
            return aside(order, order.orderKey(), "an amount is less than 1,000,000,000,000", payload);
        }
        if (!isWord(order.category())) {
            return aside(order, order.orderKey(), "a category has at most 128 characters and no NUL", payload);
        }
        return Optional.empty();
    }

    private static Optional<Delivery.Unreadable> misfit(Delivery.Relation relation) {
        String origin = relation.fromKey() + " -> " + relation.toKey();
        String payload = Documents.write(Map.of(
                "kind", relation.kind(),
                "from", relation.fromKey(),
                "to", relation.toKey(),
                "role", relation.role()));
        if (!RELATION_KINDS.contains(relation.kind())) {
            return aside(relation, origin, "a relation is of a kind of " + RELATION_KINDS, payload);
        }
        if (!isKey(relation.fromKey()) || !isKey(relation.toKey())) {
            return aside(relation, origin, "the keys of a relation have 1 to 256 characters and no NUL", payload);
        }
        if (isBackward(relation)) {
            return aside(relation, origin, "a relation holds from an instant before its end", payload);
        }
        if (!isWord(relation.role())) {
            return aside(relation, origin, "a role has at most 128 characters and no NUL", payload);
        }
        return Optional.empty();
    }

    private static Optional<Delivery.Unreadable> misfit(Delivery.Consent consent) {
        String payload = Documents.write(Map.of(
                "customer", consent.customerKey(),
                "purpose", consent.purpose(),
                "channel", consent.channel().name(),
                "status", consent.status().name(),
                "decided", consent.decidedAt().toString()));
        if (!isKey(consent.customerKey())) {
            return aside(consent, consent.customerKey(), "a source key has 1 to 256 characters", payload);
        }
        if (!PURPOSE.matcher(consent.purpose()).matches()) {
            return aside(
                    consent,
                    consent.customerKey(),
                    "a purpose has 1 to 64 lower-case letters, digits and hyphens",
                    payload);
        }
        if (consent.textVersion().length() > LONGEST_WORD || consent.proof().length() > LONGEST_KEY) {
            return aside(
                    consent,
                    consent.customerKey(),
                    "a text version has at most 128 characters and a proof at most 256",
                    payload);
        }
        return Optional.empty();
    }

    private static boolean isBackward(Delivery.Relation relation) {
        return relation.validFrom().isPresent()
                && relation.validUntil().isPresent()
                && !relation.validFrom().get().isBefore(relation.validUntil().get());
    }

    private static boolean isKey(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.indexOf(NUL) < 0;
    }

    private static boolean isWord(String word) {
        return word.length() <= LONGEST_WORD && word.indexOf(NUL) < 0;
    }

    private static Optional<Delivery.Unreadable> aside(
            Delivery delivery, String origin, String expected, String payload) {
        return Optional.of(
                new Delivery.Unreadable(delivery.sourceSystem(), origin, expected + ", but this is not so", payload));
    }
}
