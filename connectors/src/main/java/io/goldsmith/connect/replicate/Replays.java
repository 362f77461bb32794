package io.goldsmith.connect.replicate;

import java.time.Instant;
import java.util.List;

/** Deliveries that a person sends again: dead letters, and what met a conflict. */
final class Replays {

    private final LedgerStatements statements;
    private final Standings standings;

    Replays(LedgerStatements statements, Standings standings) {
        this.statements = statements;
        this.standings = standings;
    }

    /** A steward lets it write over what changed in the target: it is sent at once. */
    void accept(DeliveryRow row) {
        Instant now = statements.now();
        statements.store().inTransaction(transaction -> {
            statements.update(
                    "update delivery set state = 'PENDING', accepted = true, attempts = 0, next_attempt = ?, changed_at = ?"
                            + " where id = ? and state = 'CONFLICT'",
                    now,
                    now,
                    row.id());
            standings.state(row, DeliveryState.PENDING);
            return null;
        });
    }

    /**
     * The dead letters of a target are sent again, under new message numbers: it answers a repeated one without doing anything. A creation
     * that was not refused keeps its number: it may have been done.
     */
    int replay(String target) {
        return statements.store().inTransaction(transaction -> {
            standings.replayed(target);
            return replayed("target = ?", target);
        });
    }

    /** The same for one dead letter. */
    int replay(long id) {
        return statements.store().inTransaction(transaction -> {
            standings.replayed(id);
            return replayed("id = ?", id);
        });
    }

    /** The same for those that a filter means. */
    int replay(String target, DeliveryFilter filter) {
        FilterCondition meant = FilterCondition.of(target, filter);
        return statements.store().inTransaction(transaction -> {
            standings.replayed(meant);
            return replayed(meant);
        });
    }

    private int replayed(String which, Object parameter) {
        return replayed(new FilterCondition(which, List.of(parameter)));
    }

    private int replayed(FilterCondition meant) {
        Instant now = statements.now();
        return statements.update(
                "update delivery set state = 'PENDING', attempts = 0, carrier = '', next_attempt = ?, replays = replays"
                        + " + case when creates = true and state = 'DEAD' then 0 else 1 end,"
                        + " changed_at = ? where state in ('REFUSED', 'DEAD') and " + meant.sql(),
                meant.between(List.of(now, now), List.of()));
    }
}
