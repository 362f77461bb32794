package io.goldsmith.mdm.source;

/**
 * What became of the records that a full extract did not deliver.
 *
 * @param runId the run of the full extract
 * @param outcome what was done
 * @param live how many records of the source system the hub had live, last changed before the extract started
 * @param vanished how many of them the extract did not deliver
 * @param unreadable how many of its deliveries could not be read
 * @param limit the most records that may vanish without a person's word
 */
public record Disappearance(
        long runId, String sourceSystem, Outcome outcome, long live, long vanished, long unreadable, long limit) {

    /** What was done with the records that vanished. */
    public enum Outcome {
        /** Each of them has a version that says that it is deleted, and is pending. */
        RECONCILED,
        /** More would vanish than the source system's limit allows: nothing was done until a person confirms it. */
        HELD,
        /** What could not be read may be a record that seems to have vanished: nothing was done until a person confirms it. */
        INCOMPLETE
    }

    /** What was done and what to do, for a person. */
    public String message() {
        return switch (outcome) {
            case RECONCILED ->
                vanished + " of " + live + " records of " + sourceSystem
                        + " were missing from the full extract and are deleted";
            case HELD ->
                vanished + " of " + live + " records of " + sourceSystem
                        + " are missing from the full extract, but at most " + limit
                        + " may be: nothing was deleted. Look at the source; if they are really gone, confirm run "
                        + runId;
            case INCOMPLETE ->
                unreadable + " deliveries of the full extract of " + sourceSystem
                        + " could not be read, and may be among the " + vanished
                        + " records that are missing from it: nothing was deleted. Mend the source, or confirm run "
                        + runId;
        };
    }
}
