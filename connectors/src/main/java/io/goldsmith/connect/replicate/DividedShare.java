package io.goldsmith.connect.replicate;

import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.scale.GoldenShares;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The records of the golden ids that are this node's, where nodes share a target. Used by one thread at a time. */
final class DividedShare implements Share {

    private final String target;
    private final DeliveryRows rows;
    private final PassRuns runs;
    private final Flights flights;
    private final GoldenShares shares;
    private final Map<Integer, Long> known = new HashMap<>();
    private boolean isUnderWay;

    DividedShare(String target, DeliveryRows rows, PassRuns runs, Flights flights, GoldenShares shares) {
        this.target = target;
        this.rows = rows;
        this.runs = runs;
        this.flights = flights;
        this.shares = shares;
    }

    @Override
    public Page open() {
        GoldenShares.Held held = shares.hold();
        try {
            takeOver(held);
            if (isUnderWay) {
                // The last page could not be ended: others wait for it.
                end();
            }
            return new HeldPage(held);
        } catch (RuntimeException failure) {
            held.close();
            throw failure;
        }
    }

    /** Whoever had a part before is dead or has given it up: what was left behind is cleared away. */
    private void takeOver(GoldenShares.Held held) {
        held.since().forEach((part, since) -> {
            if (!since.equals(known.get(part))) {
                runs.takeOver(part);
                flights.takeOver(part, held.parts().of());
            }
        });
        known.clear();
        known.putAll(held.since());
    }

    private void end() {
        runs.end();
        flights.end();
        isUnderWay = false;
    }

    private final class HeldPage implements Page {

        private final GoldenShares.Held held;

        HeldPage(GoldenShares.Held held) {
            this.held = held;
        }

        @Override
        public List<DeliveryRow> due(int most) {
            if (held.parts().isEmpty()) {
                return List.of();
            }
            List<DeliveryRow> due = rows.due(target, most, held.parts());
            if (!due.isEmpty()) {
                int part = held.parts().of(due.get(0).delivered().goldenId());
                runs.begin(part);
            }
            isUnderWay = !due.isEmpty();
            return flights.begin(due, held);
        }

        @Override
        public void fence(Transaction transaction, List<Letter> pack) throws SQLException {
            held.fence(
                    transaction,
                    pack.stream()
                            .map(letter -> letter.row().delivered().goldenId())
                            .toList());
        }

        @Override
        public void sent(int deliveries) {
            if (isUnderWay) {
                end();
                held.sent(deliveries);
            }
        }

        @Override
        public void close() {
            held.close();
        }
    }
}
