package io.goldsmith.connect.plugin;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.spi.RowSink;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The hub's side of a reading. What fails here is the hub's failure, whatever the kind's code makes of the exception that passes through it; after that, or after no more were
 * wanted, nothing is taken any more.
 */
abstract class HubSink implements RowSink {

    private boolean isWanting = true;
    private Optional<RuntimeException> failure = Optional.empty();

    /** Takes a row; whether more are wanted. */
    abstract boolean take(Row row);

    /** Takes what cannot be read; whether more are wanted. */
    abstract boolean takeUnreadable(String origin, String reason, String payload);

    /** Makes what was taken durable, and remembers the position. */
    abstract void arrive(String position);

    /** What failed in the hub, if something did. */
    final Optional<RuntimeException> failure() {
        return failure;
    }

    @Override
    public final boolean row(Row row) {
        return guarded(() -> take(row));
    }

    @Override
    public final boolean unreadable(String origin, String reason, String payload) {
        return guarded(() -> takeUnreadable(origin, reason, payload));
    }

    @Override
    public final void reached(String position) {
        if (position.length() > LONGEST_POSITION) {
            throw new IllegalArgumentException(
                    "A position must have at most " + LONGEST_POSITION + " characters, but has " + position.length());
        }
        // A source that was told to stop may not have handed over all that lies before its position.
        guarded(() -> {
            arrive(position);
            return true;
        });
    }

    private boolean guarded(BooleanSupplier taking) {
        if (!isWanting) {
            return false;
        }
        try {
            isWanting = taking.getAsBoolean();
            return isWanting;
        } catch (RuntimeException ofTheHub) {
            isWanting = false;
            failure = Optional.of(ofTheHub);
            throw ofTheHub;
        }
    }
}
