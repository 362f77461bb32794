package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.survive.Candidate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * That a customer was in touch: an order, or a source that changed one of its values.
 *
 * @param at when
 * @param candidate the source record that tells of it
 */
record Contact(Instant at, Candidate candidate) {

    /** The latest last; of several at one instant, that of the smallest record. */
    static final Comparator<Contact> BY_TIME = Comparator.comparing(Contact::at)
            .thenComparing(contact -> contact.candidate().record(), Comparator.reverseOrder());

    /** An order, which has a date and no time: it counts from the beginning of its day. */
    static Contact ofOrder(LocalDate date, Candidate candidate) {
        return new Contact(date.atStartOfDay(ZoneOffset.UTC).toInstant(), candidate);
    }

    /**
     * When the record's source last changed a value of it by itself: what the hub wrote into it tells nothing of the customer.
     *
     * @param lifecycle the attribute of the lifecycle, which does not count: a clerk who sets it is no customer who calls
     */
    static Optional<Contact> ofRecord(Candidate candidate, String lifecycle) {
        Map<String, Instant> changedAt = candidate.changedAt();
        return candidate.raw().asMap().keySet().stream()
                .filter(attribute ->
                        !attribute.equals(lifecycle) && !candidate.echoes().containsKey(attribute))
                .map(attribute -> changedAt.getOrDefault(attribute, candidate.sourceTimestamp()))
                .max(Comparator.naturalOrder())
                .map(at -> new Contact(at, candidate));
    }
}
