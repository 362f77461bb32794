package io.goldsmith.mdm.resolution;

import io.goldsmith.mdm.model.BlastRadius;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a batch that would change more customers than it may, before it publishes, until a person has approved of it. */
final class BatchGuard {

    private static final Logger LOG = LoggerFactory.getLogger(BatchGuard.class);

    private final HeldPublications held;
    private final BlastRadius radius;
    private final int rulesVersion;

    BatchGuard(HeldPublications held, BlastRadius radius, int rulesVersion) {
        this.held = held;
        this.radius = radius;
        this.rulesVersion = rulesVersion;
    }

    /** Whether a batch waits for a person, so that another would only be held again. */
    Optional<PublicationEffect> waiting() {
        return held.waiting()
                .filter(batch -> batch.rulesVersion() == rulesVersion)
                .map(HeldPublications.Held::effect);
    }

    /**
     * What a batch would do, if it is held. It is measured only if it touches so many customers that it could be too much.
     */
    Optional<PublicationEffect> holds(
            BatchDecision decision, BatchChunks writing, String cause, ResolutionProgress progress) {
        long customers = decision.basis().customers();
        if (radius.allows(decision.basis().touched(decision.chunks()), customers)) {
            return Optional.empty();
        }
        PublicationEffect effect = measure(decision, writing, progress);
        if (radius.allows(effect.concerned(), customers) || held.isApproved(effect, rulesVersion)) {
            return Optional.empty();
        }
        long id = held.hold(effect, rulesVersion, cause).id();
        LOG.warn(
                "batch {} is held: it would change {} of {} customers, more than hub.blast-radius allows; see"
                        + " ./goldsmith held",
                id,
                effect.concerned(),
                customers);
        return Optional.of(effect);
    }

    private static PublicationEffect measure(BatchDecision decision, BatchChunks writing, ResolutionProgress progress) {
        EffectMeasure measure = new EffectMeasure(decision.basis().customers());
        long total = decision.chunks().stream().mapToLong(BatchChunk::size).sum();
        long done = 0;
        for (BatchChunk chunk : decision.chunks()) {
            writing.measure(chunk, measure);
            done += chunk.size();
            progress.report("measure effect", done, total);
        }
        return measure.effect();
    }

    /** A batch was written. */
    void written() {
        held.settle();
    }
}
