package io.goldsmith.dmp.warehouse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a load made public, and how well it hides each person. Holds counts and names of columns only.
 *
 * @param load the load's number
 * @param at when it began
 * @param outcome how it ended
 * @param reasons why it was refused or failed; empty when published
 * @param persons who was delivered and where they went
 * @param anonymity what was asked for and reached; for a refused load, what its rows would have reached
 * @param attributes the projection's columns and how coarse they are
 * @param comparedWith the numbers of the earlier loads that the rows were compared with; empty for the first of its columns
 */
public record PrivacyReport(
        long load,
        Instant at,
        LoadOutcome outcome,
        List<String> reasons,
        Persons persons,
        Anonymity anonymity,
        List<Attribute> attributes,
        List<Long> comparedWith) {

    /**
     * @param delivered profiles handed to the load
     * @param leftOut of them, without consent for profiling
     * @param repeated of them, with a key that had come before in the load
     * @param considered the persons that remain: {@code published + suppressed + waiting}, unless refused
     * @param published with a row in the projection, or in a held class a row like theirs
     * @param suppressed left out because their class is too small or not diverse enough
     * @param waiting newly come to or changed in a class that is held as it was, until enough has changed in it
     */
    public record Persons(
            long delivered,
            long leftOut,
            long repeated,
            long considered,
            long published,
            long suppressed,
            long waiting) {

        /** Suppressed persons as a share of those considered, 0 to 1. */
        public double suppressedShare() {
            return considered == 0 ? 0 : (double) suppressed / considered;
        }
    }

    /**
     * @param rows rows of the projection, held ones included
     * @param classes classes of equal quasi-identifiers
     * @param heldClasses of them, published as they were before
     * @param k fewest persons asked for in a class
     * @param kReached persons in the smallest class
     * @param l fewest distinct sensitive values asked for in a class
     * @param lReached distinct values in the least diverse class, by sensitive attribute
     */
    public record Anonymity(
            long rows, int classes, int heldClasses, int k, int kReached, int l, Map<String, Integer> lReached) {
        public Anonymity {
            lReached = new LinkedHashMap<>(lReached);
        }
    }

    /**
     * @param name the column
     * @param sensitive whether it is a sensitive attribute, kept as it is in the profile; else a quasi-identifier
     * @param generalisation the level's name, such as {@code 10 years}
     * @param level the level's number, from 0
     * @param height the greatest level's number
     */
    public record Attribute(String name, boolean sensitive, String generalisation, int level, int height) {}

    public PrivacyReport {
        reasons = List.copyOf(reasons);
        attributes = List.copyOf(attributes);
        comparedWith = List.copyOf(comparedWith);
    }

    /** The report as JSON, which {@link #fromJson} reads again. */
    public String toJson() {
        return PrivacyReportJson.write(this);
    }

    /** The report that {@link #toJson} wrote. */
    public static PrivacyReport fromJson(String json) {
        return PrivacyReportJson.read(json);
    }

    /** The report as a plain text table, for a terminal. */
    public String toText() {
        return PrivacyReportText.of(this);
    }
}
