package io.goldsmith.bench.hub;

import io.goldsmith.mdm.source.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An even sample of the records that were loaded, kept while they go by. Not thread-safe. */
final class KnownRecords {

    private final int most;
    private final SplittableRandom random;
    private final List<Delivery.RecordVersion> sample = new ArrayList<>();
    private long seen;

    KnownRecords(int most, long seed) {
        this.most = most;
        this.random = new SplittableRandom(seed);
    }

    void note(Delivery.RecordVersion version) {
        seen++;
        if (sample.size() < most) {
            sample.add(version);
        } else {
            long position = random.nextLong(seen);
            if (position < most) {
                sample.set((int) position, version);
            }
        }
    }

    List<Delivery.RecordVersion> sample() {
        return List.copyOf(sample);
    }
}
