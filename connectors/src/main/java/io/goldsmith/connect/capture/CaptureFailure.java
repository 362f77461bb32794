package io.goldsmith.connect.capture;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.settings.CaptureConnectorSettings;
import java.sql.SQLException;

/** Says of a failure of the server what to check. The server's own messages may hold values of rows, and stay out. */
final class CaptureFailure {

    private final String connector;
    private final CaptureConnectorSettings settings;

    CaptureFailure(String connector, CaptureConnectorSettings settings) {
        this.connector = connector;
        this.settings = settings;
    }

    /** Something that was found to be wrong. */
    ConnectException of(String message) {
        return new ConnectException("Connector " + connector + " " + message);
    }

    /** A call that failed. */
    ConnectException of(SQLException failure) {
        return new ConnectException("Connector " + connector + " " + told(failure), failure);
    }

    private String told(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "cannot reach " + place()
                    + ", or lost it; check that the server runs there, that the address is right,"
                    + " and that its pg_hba.conf lets the user replicate";
        }
        if (state.startsWith("28")) {
            return "is refused by " + place() + "; check user, password and the server's pg_hba.conf";
        }
        return switch (state) {
            case "42501" ->
                "may not capture changes at " + place() + "; as its administrator: alter role "
                        + settings.user().orElse("USER") + " replication; and grant select on its tables";
            case "53400" ->
                "finds all replication slots or senders of " + place()
                        + " in use; drop a slot that nobody reads, or raise max_replication_slots and max_wal_senders";
            case "55006" -> inUse("another process");
            default ->
                "cannot capture changes at " + place() + " (SQL state " + state
                        + "); see the log of the server for the reason";
        };
    }

    /** The slot is read by somebody else. */
    private String inUse(String who) {
        return "finds its slot " + settings.slot() + " at " + place() + " read by " + who
                + "; a slot has one reader: give each hub and connector a slot of its own. If it was a node that died, the"
                + " server notices within its wal_sender_timeout";
    }

    ConnectException slotInUse(long process) {
        return of(inUse("the server's process " + process));
    }

    /** What was changed since then is not to be had any more. */
    ConnectException lost(String what) {
        return of(what
                + ": changes since then may be missing, and are not to be had by this slot. Give the connector another"
                + " slot in goldsmith.yaml, and full-extract: true, so that it begins anew with a snapshot, deletions"
                + " included; then drop the old slot, if it is there: select pg_drop_replication_slot('"
                + settings.slot() + "')");
    }

    /** The server and database, without options, which may hold credentials. */
    String place() {
        return settings.url().split("[?]", 2)[0];
    }
}
