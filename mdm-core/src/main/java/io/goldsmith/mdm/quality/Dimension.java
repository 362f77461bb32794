package io.goldsmith.mdm.quality;

import java.util.Locale;

/**
 * What data quality is made of, after ISO/IEC 25012. Each is scored from 0 to 100; where there was nothing to judge it is 100, and the
 * count of what was judged says so.
 */
public enum Dimension {
    /**
     * ISO 25012: completeness. Of a record: the share of what is expected that has a value. Expected is every attribute that the source
     * speaks of, be it that it is empty, and what the rules {@code required} and {@code at-least-one} ask of this record. A placeholder
     * is no value.
     */
    COMPLETENESS,
    /**
     * ISO 25012: accuracy, of syntax. Of a record: the share of the attributes with a value about which there is no problem: the value
     * has a standard form, and breaks no rule about single values.
     */
    VALIDITY,
    /**
     * ISO 25012: consistency. Of a record: the share of the rules that hold which look at several attributes or at a reference list, or
     * apply under a condition, of those that apply to it.
     */
    CONSISTENCY,
    /**
     * No characteristic of its own in ISO 25012, but the side of consistency that looks across records. Of a record: the share of the
     * rules {@code unique} that apply to it by which no other record of its source system has its value.
     */
    UNIQUENESS,
    /**
     * ISO 25012: currentness. Of a record: 100 when its source changed or verified it just now, half of it after each 365 days since.
     */
    TIMELINESS;

    /** The word used in the API, for example {@code completeness}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
