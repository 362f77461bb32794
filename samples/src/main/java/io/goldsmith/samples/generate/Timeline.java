package io.goldsmith.samples.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When things happened. All of it lies before a fixed day, so that the same seed gives the same bytes whenever it is run. */
final class Timeline {

    /** The last day of the generated past. */
    static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    private static final int OLDEST_RECORD_DAYS = 2500;
    private static final int LIFE_EVENT_DAYS = 2200;

    private Timeline() {}

    /** When a record was last changed: mostly recently, at the latest on {@link #AS_OF}, to the second. */
    static Instant lastModified(Draw draw) {
        double share = draw.share();
        LocalDate day = AS_OF.minusDays((long) (share * share * OLDEST_RECORD_DAYS));
        return day.atTime(draw.between(7, 19), draw.below(60), draw.below(60)).toInstant(ZoneOffset.UTC);
    }

    /** When somebody moved or married, within the last six years. */
    static LocalDate lifeEvent(Draw draw) {
        return AS_OF.minusDays(draw.between(30, LIFE_EVENT_DAYS));
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
