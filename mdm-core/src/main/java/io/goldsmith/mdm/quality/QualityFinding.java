package io.goldsmith.mdm.quality;

/**
 * A record that breaks a rule, as an assessment finds it.
 *
 * @param version the record's version
 * @param details what a person should know; no values
 */
record QualityFinding(long recordId, ValidationRule rule, int version, String details) {

    /** What a task about it has as its subject. */
    static String subject(String rule, long recordId) {
        return rule + ":" + recordId;
    }
}
