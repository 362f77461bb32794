package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.turn.Turn;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.List;

/** The records of a target that this node writes: all of them while it has the target's turn, or those of the golden ids that are its own. */
interface Share {

    /** Opens a page of what is due; nobody else is given its records before it is closed. */
    Page open();

    /** Some of what is due. */
    interface Page extends AutoCloseable {

        /** What may be sent now, oldest first. */
        List<DeliveryRow> due(int most);

        /**
         * Makes sure, in the transaction that notes the attempts, that the records are still this node's.
         *
         * @throws io.goldsmith.connect.turn.TurnLostException if they are another's by now
         */
        void fence(Transaction transaction, List<Letter> pack) throws SQLException;

        /** The page is answered, or given up. */
        void sent(int deliveries);

        @Override
        void close();
    }

    /** All records, in the target's turn. */
    record Whole(String target, DeliveryRows rows, Turn turn) implements Share, Page {

        @Override
        public Page open() {
            return this;
        }

        @Override
        public List<DeliveryRow> due(int most) {
            return rows.due(target, most);
        }

        @Override
        public void fence(Transaction transaction, List<Letter> pack) throws SQLException {
            turn.fence(transaction);
        }

        @Override
        public void sent(int deliveries) {
            // The turn goes on, and so does the pass.
        }

        @Override
        public void close() {
            // The turn is kept.
        }
    }
}
