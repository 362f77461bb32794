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
 */
public record RelationsSettings(
        String kind, String from, String to, Optional<String> role, TimestampSettings timestamp) {

    public RelationsSettings {
        role = Given.orEmpty(role);
    }
}
