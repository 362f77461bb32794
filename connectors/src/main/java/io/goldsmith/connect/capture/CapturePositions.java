package io.goldsmith.connect.capture;

import io.goldsmith.connect.spi.Positions;
import java.util.Optional;
import org.postgresql.replication.LogSequenceNumber;

/**
 * How far a capture was landed: of its slot the position in the server's log, of each table whether it was read as a whole. All is told of one slot; with
 * another name of the slot nothing is known, and it begins anew.
 */
final class CapturePositions {

    /** No stream is named so. */
    private static final String OF_SLOT = "@slot";

    private final Positions positions;
    private final String connector;
    private final String slot;

    CapturePositions(Positions positions, String connector, String slot) {
        this.positions = positions;
        this.connector = connector;
        this.slot = slot;
    }

    /**
     * Where a capture stands.
     *
     * @param server the identifier of the server's database cluster
     */
    record Reached(String server, LogSequenceNumber position) {}

    /** How far the slot was landed; empty if it is new to the hub. */
    Optional<Reached> reached() {
        return positions
                .of(connector, OF_SLOT)
                .map(text -> text.split(" "))
                .filter(words -> words[0].equals(slot))
                .map(words -> new Reached(words[1], LogSequenceNumber.valueOf(words[2])));
    }

    /** Everything up to a position is landed. */
    void move(Reached reached) {
        positions.move(
                connector,
                OF_SLOT,
                slot + " " + reached.server() + " " + reached.position().asString());
    }

    /** Whether the rows that a table had at first need not be read any more. */
    boolean isBegun(String stream) {
        return positions.of(connector, stream).filter(slot::equals).isPresent();
    }

    /** The rows that a table had at first are landed, or not wanted. */
    void begun(String stream) {
        positions.move(connector, stream, slot);
    }
}
