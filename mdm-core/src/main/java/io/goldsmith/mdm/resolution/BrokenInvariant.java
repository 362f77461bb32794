package io.goldsmith.mdm.resolution;

import java.util.List;
import java.util.Optional;

/**
 * A place where an invariant does not hold. Ids alone, so that it may be shown and logged.
 *
 * @param records the hub's ids of the source records concerned
 * @param golden the golden record concerned
 */
public record BrokenInvariant(Invariant invariant, List<Long> records, Optional<Long> golden) {

    static BrokenInvariant ofRecords(Invariant invariant, Long... records) {
        return new BrokenInvariant(invariant, List.of(records), Optional.empty());
    }

    static BrokenInvariant ofGolden(Invariant invariant, long golden, Long... records) {
        return new BrokenInvariant(invariant, List.of(records), Optional.of(golden));
    }

    /** The ids, for example {@code G-7, records 12 and 13}. */
    public String place() {
        StringBuilder text = new StringBuilder();
        golden.ifPresent(id -> text.append("G-").append(id));
        if (!records.isEmpty()) {
            text.append(text.isEmpty() ? "" : ", ").append(records.size() == 1 ? "record " : "records ");
            text.append(
                    String.join(" and ", records.stream().map(String::valueOf).toList()));
        }
        return text.toString();
    }
}
