package io.goldsmith.connect.replicate;

import io.goldsmith.connect.health.TargetHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what came of sending: whether the target failed or the delivery did. A delivery that was sent on trial, or met a target that had failed just before,
 * is not to blame, and neither are those behind it that were not tried; a delivery that ends the good time of a target may be, so its attempt counts: one that
 * always brings its target down runs out of attempts in the end.
 */
final class Sending {

    private final TargetHealth health;
    private final boolean isTrial;
    private String cutOffBy = "";
    private boolean isCutOff;
    private boolean wentWell;

    /** @param isTrial whether this is to find out whether the target is there again */
    Sending(TargetHealth health, boolean isTrial) {
        this.health = health;
        this.isTrial = isTrial;
    }

    /**
     * An answer.
     *
     * @param counts whether it is the delivery's; if not, the delivery waits as if it had not been tried
     * @param reason why it failed; empty if it did not
     * @param wasTried whether it was sent at all
     */
    record Judged(Outcome outcome, boolean counts, String reason, boolean wasTried) {

        static Judged counting(Outcome outcome, String reason) {
            return new Judged(outcome, true, reason, true);
        }
    }

    /**
     * Judges the answers to a pack. Several letters may have been on their way when nobody answered any more: those that arrived count.
     *
     * @param letters how many letters the pack had; there may be fewer answers
     */
    List<Judged> judge(List<Outcome> answers, int letters) {
        List<Judged> judged = new ArrayList<>(letters);
        for (Outcome answer : answers) {
            if (!isCutOff) {
                judged.add(judge(answer));
            } else {
                judged.add(answer instanceof Outcome.Unreachable ? ofTheRest() : Judged.counting(answer, ""));
            }
        }
        while (judged.size() < letters) {
            judged.add(ofTheRest());
        }
        return judged;
    }

    private Judged judge(Outcome answer) {
        if (answer instanceof Outcome.Unreachable unreachable) {
            boolean counts = !isTrial && !health.isFailing();
            health.unreachable(unreachable.reason());
            isCutOff = true;
            cutOffBy = unreachable.reason();
            return new Judged(answer, counts, unreachable.reason(), true);
        }
        if (answer instanceof Outcome.Failed failed) {
            health.failed(failed.reason());
            return new Judged(answer, !isTrial, failed.reason(), true);
        }
        if (answer instanceof Outcome.Uncertain uncertain) {
            health.unreachable(uncertain.reason());
            isCutOff = true;
            cutOffBy = uncertain.reason();
            return Judged.counting(answer, uncertain.reason());
        }
        health.answered();
        wentWell = true;
        return Judged.counting(answer, "");
    }

    /** What holds for the letters behind the one that nobody answered. */
    private Judged ofTheRest() {
        return new Judged(new Outcome.Unreachable(cutOffBy), false, cutOffBy, false);
    }

    /**
     * When a delivery that does not count is sent at the earliest.
     *
     * @param wasTried whether it was tried: then others go first, as it may be what the target stumbles over
     */
    Instant next(boolean wasTried, Clock clock) {
        Instant now = clock.instant();
        Instant trial = health.nextTrial().orElse(now);
        Duration rest = Duration.between(now, trial);
        return wasTried && !rest.isNegative() ? trial.plus(rest.dividedBy(2)) : trial;
    }

    /** Whether nobody answers there: the rest of what is due need not be tried. */
    boolean isCutOff() {
        return isCutOff;
    }

    /** Whether the target answered for a record. */
    boolean wentWell() {
        return wentWell;
    }
}
