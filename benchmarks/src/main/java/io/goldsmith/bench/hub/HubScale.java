package io.goldsmith.bench.hub;

import java.time.Duration;
import java.util.List;

/**
 * How much the hub is given to do.
 *
 * @param loads how many source records are loaded, one hub each
 * @param warmUp how long upserts run before they count
 * @param upserting how long upserts are counted
 * @param searches how many searches are counted; as many before warm up
 */
record HubScale(List<Long> loads, Duration warmUp, Duration upserting, int searches) {

    static final long MILLION = 1_000_000;

    static final HubScale FULL =
            new HubScale(List.of(100_000L, MILLION), Duration.ofSeconds(15), Duration.ofSeconds(60), 2_000);
    static final HubScale QUICK = new HubScale(List.of(10_000L), Duration.ofSeconds(2), Duration.ofSeconds(5), 300);
}
