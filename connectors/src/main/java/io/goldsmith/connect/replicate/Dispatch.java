package io.goldsmith.connect.replicate;

import io.goldsmith.connect.health.Admission;
import io.goldsmith.connect.health.TargetHealth;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.mdm.Hub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sends what is due to one target, a page at a time: notes each attempt before it is made, and what came of it after. Used by one thread at a time. */
final class Dispatch {

    private static final int DUE = 500;

    private final Hub hub;
    private final String target;
    private final Target system;
    private final DeliveryRows rows;
    private final DueLetters letters;
    private final Outcomes outcomes;
    private final TargetHealth health;
    private final Waiting waiting;

    Dispatch(
            Hub hub,
            String target,
            Target system,
            DeliveryRows rows,
            DueLetters letters,
            Outcomes outcomes,
            TargetHealth health,
            Waiting waiting) {
        this.hub = hub;
        this.target = target;
        this.system = system;
        this.rows = rows;
        this.letters = letters;
        this.outcomes = outcomes;
        this.health = health;
        this.waiting = waiting;
    }

    /** Sends all that is due of a share. */
    void sendAll(Share share, DeadLetters dead) {
        int sent = DUE;
        while (sent == DUE && !waiting.isClosing()) {
            try (Share.Page page = share.open()) {
                sent = sendDue(page, dead);
            }
        }
    }

    /** @return how many deliveries were due; after a trial that went well, as if there were more */
    private int sendDue(Share.Page page, DeadLetters dead) {
        Admission admission = health.admit();
        if (admission == Admission.NOT_NOW) {
            return 0;
        }
        boolean isTrial = admission == Admission.ON_TRIAL;
        Sending sending = new Sending(health, isTrial);
        int sent = 0;
        try {
            List<DeliveryRow> due = page.due(isTrial ? 1 : DUE);
            for (Map.Entry<String, List<Letter>> pack :
                    system.packs(letters.of(target, due, dead)).entrySet()) {
                sent += send(pack.getKey(), pack.getValue(), page, sending, dead);
            }
            return isTrial && sending.wentWell() ? DUE : sending.isCutOff() ? 0 : due.size();
        } finally {
            health.unused();
            page.sent(sent);
        }
    }

    /** @return how many were sent */
    private int send(String carrier, List<Letter> all, Share.Page share, Sending sending, DeadLetters dead) {
        if (sending.isCutOff()) {
            return 0;
        }
        List<Letter> pack = hub.store().inTransaction(transaction -> {
            share.fence(transaction, all);
            List<Letter> going = rows.sending(all, outcomes::overdue, carrier);
            // Told before it is sent: the echo may be back before the answer is. A new record has no key to tell it by
            // yet.
            hub.intake()
                    .recordWritten(going.stream()
                            .filter(letter -> !letter.creates())
                            .flatMap(letter -> letter.update().written().stream())
                            .toList());
            return going;
        });
        if (pack.isEmpty()) {
            return 0;
        }
        List<Sending.Judged> answers = sending.judge(system.send(carrier, pack), pack.size());
        List<Letter> settled = new ArrayList<>();
        List<Outcome> counted = new ArrayList<>();
        for (int i = 0; i < pack.size(); i++) {
            Sending.Judged answer = answers.get(i);
            if (answer.counts()) {
                settled.add(pack.get(i));
                counted.add(answer.outcome());
            } else {
                outcomes.postpone(pack.get(i).row(), answer.reason(), sending.next(answer.wasTried(), hub.clock()));
            }
        }
        outcomes.settle(settled, counted, dead);
        return pack.size();
    }
}
