package io.goldsmith.mdm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class IdAssignmentTest {

    private static final Instant OLD = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void theLargestOverlapKeepsTheIdAndTheOtherRedirects() {
        IdAssignment ids = IdAssignment.of(
                List.of(List.of(1L, 2L, 3L)), Map.of(1L, 10L, 2L, 20L, 3L, 20L), Map.of(10L, OLD, 20L, NEW));

        assertThat(ids.kept()).containsExactly(OptionalLong.of(20));
        assertThat(ids.redirects()).isEqualTo(Map.of(10L, 0));
        assertThat(ids.retired()).isEmpty();
    }

    @Test
    void ofEqualOverlapsTheOlderKeepsTheIdThenTheSmaller() {
        assertThat(IdAssignment.of(List.of(List.of(1L, 2L)), Map.of(1L, 10L, 2L, 20L), Map.of(10L, NEW, 20L, OLD))
                        .kept())
                .containsExactly(OptionalLong.of(20));
        assertThat(IdAssignment.of(List.of(List.of(1L, 2L)), Map.of(1L, 10L, 2L, 20L), Map.of(10L, OLD, 20L, OLD))
                        .kept())
                .containsExactly(OptionalLong.of(10));
    }

    @Test
    void aSplitPartWithoutAnIdNeedsANewOne() {
        IdAssignment ids = IdAssignment.of(
                List.of(List.of(1L), List.of(2L, 3L)), Map.of(1L, 10L, 2L, 10L, 3L, 10L), Map.of(10L, OLD));

        assertThat(ids.kept()).containsExactly(OptionalLong.empty(), OptionalLong.of(10));
        assertThat(ids.redirects()).isEmpty();
    }

    @Test
    void anIdWithoutLiveRecordsIsRetired() {
        IdAssignment ids = IdAssignment.of(List.of(), Map.of(1L, 10L), Map.of(10L, OLD));

        assertThat(ids.retired()).containsExactly(10L);
    }
}
