package io.goldsmith.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpsertStreamTest {

    private static final List<Delivery.RecordVersion> KNOWN =
            IntStream.range(0, 100).mapToObj(UpsertStreamTest::record).toList();

    private static Delivery.RecordVersion record(int number) {
        AttributeValues raw = AttributeValues.of(Map.of("phone", List.of("0" + (100_000_000 + number))));
        return new Delivery.RecordVersion("crm", "K" + number, Instant.EPOCH, raw, false);
    }

    private static List<Delivery.RecordVersion> upserts(int writer) {
        return Stream.generate(new UpsertStream(KNOWN, writer, 8)::next)
                .limit(1_000)
                .toList();
    }

    @Test
    void changesKnownRecordsInSevenOfTenAndMakesNewOnesInThree() {
        Set<String> known = new HashSet<>(
                KNOWN.stream().map(Delivery.RecordVersion::sourceKey).toList());
        assertThat(upserts(0).stream().filter(version -> known.contains(version.sourceKey())))
                .hasSizeBetween(650, 750);
    }

    @Test
    void neverDeliversAVersionTwice() {
        assertThat(upserts(1).stream().map(Delivery.RecordVersion::raw)).doesNotHaveDuplicates();
    }

    @Test
    void leavesEveryRecordToOneWriter() {
        List<String> one =
                upserts(2).stream().map(Delivery.RecordVersion::sourceKey).toList();
        List<String> other =
                upserts(3).stream().map(Delivery.RecordVersion::sourceKey).toList();
        assertThat(one).doesNotContainAnyElementsOf(other);
    }
}
