package io.goldsmith.connect.settings;

import java.util.Optional;

/**
 * A stream of relations between records of the same source system.
 *
 * @param kind {@code contact}, {@code establishment}, {@code group} or {@code household}
 * @param from the column with the source key where it starts, for example the organisation's
 * @param to the column with the source key where it ends, for example the contact's
 * @param role the column with the role; empty: none
 * @param timestamp when the source last changed the relation
 * @param validFrom from when on it holds; empty, or a row without: from ever
 * @param validUntil from when on it does not hold any more; empty, or a row without: it has no end yet
 */
public record RelationsSettings(
        String kind,
        String from,
        String to,
        Optional<String> role,
        TimestampSettings timestamp,
        Optional<TimestampSettings> validFrom,
        Optional<TimestampSettings> validUntil) {

    public RelationsSettings {
        role = Given.orEmpty(role);
        validFrom = Given.orEmpty(validFrom);
        validUntil = Given.orEmpty(validUntil);
    }
}
