package io.goldsmith.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void tellsWithinWhichTimeAShareOfTheCallsEnded() {
        Latencies latencies = new Latencies(LongStream.rangeClosed(1, 1_000)
                .map(call -> (1_001 - call) * 1_000_000)
                .toArray());
        assertThat(latencies.within(0.5)).isEqualTo(501);
        assertThat(latencies.within(0.99)).isEqualTo(991);
        assertThat(latencies.slowest()).isEqualTo(1_000);
    }
}
