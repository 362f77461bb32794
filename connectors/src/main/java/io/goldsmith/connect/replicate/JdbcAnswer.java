package io.goldsmith.connect.replicate;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;

/** What a failure of a target's database comes to. Messages of drivers hold values, so they are left out. */
final class JdbcAnswer {

    /** What H2 says of a lost connection, beside the class of states that the standard has for it. */
    private static final Set<String> LOST = Set.of("90067", "90098", "90121");

    private JdbcAnswer() {}

    static Outcome of(SQLException failure, String place) {
        String state = String.valueOf(failure.getSQLState());
        String told = " (SQL state " + state + ")";
        if (state.startsWith("28")) {
            return new Outcome.Unreachable(place + " refuses the target's user or password" + told
                    + "; check user and password of the target");
        }
        // 57P: an administrator or a crash ended PostgreSQL's session.
        boolean isLost = failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || LOST.contains(state);
        if (isLost) {
            return new Outcome.Unreachable(place + " gets no answer" + told
                    + "; check that the database runs there and that address, user and password are right");
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return new Outcome.Refused(place + " refuses the values" + told
                    + "; compare its types, lengths and constraints with the golden record");
        }
        if (state.startsWith("42")) {
            return new Outcome.Failed(
                    place + " cannot be written" + told
                            + "; check that its columns and the deliveries-table exist and that the target's user may"
                            + " select and update the one, select and insert the other",
                    Duration.ZERO);
        }
        return new Outcome.Failed(place + " cannot be written now" + told, Duration.ZERO);
    }
}
