package io.goldsmith.mdm.resolution;

/** What always holds of a hub's stored results, once nothing waits to be resolved. */
public enum Invariant {
    FACTS(
            "a source record has the version that is in force, and its facts can be read",
            "cannot be remade: restore the facts from a back-up"),
    RESOLUTION("a resolved record was resolved in its version in force", "resolve it anew"),
    STANDARD_RECORD(
            "a live record has the standard form that the rules give, and no other has one", "standardise it anew"),
    BLOCKING_KEYS(
            "a live record has the blocking keys that the rules give, and no other has any", "write its keys anew"),
    SCORED_PAIR(
            "a scored pair names live records in their versions in force, with the weight that they have",
            "score anew"),
    SCORED_PAIR_MISSING("every candidate pair at or above the review threshold is stored", "score anew"),
    CLUSTER(
            "a golden record consists of the records that clustering the stored pairs under the standing decisions gives",
            "resolve its records anew"),
    CROSS_REFERENCE("a cross-reference leads from a live record to an active golden record", "resolve the record anew"),
    CROSS_REFERENCE_MISSING("a resolved record has a golden record", "resolve it anew"),
    LIVE_GOLDEN_RECORD("an active golden record has a live source record", "retire it"),
    MEMBERS("a golden record's stored members are those of its cross-references", "resolve them anew"),
    GOLDEN_VALUES(
            "golden values and provenance are those that survivorship gives at their instant", "let them survive anew"),
    VERSIONS("the versions of a golden record follow each other without a gap", "put an empty version in the gap"),
    REDIRECT("a merged id leads to an active or retired golden record", "redirect it to where its records are"),
    SEARCH_TERMS("an active golden record is found by its terms, and no other is", "write its terms anew"),
    CHANGE_EVENTS(
            "each version of a golden record has its change event, and each event its version",
            "write or delete events"),
    VERIFICATION(
            "what reference data said is of a live record and of the values that it has, unless it waits to be verified",
            "verify it anew"),
    TASK("an open possible duplicate names active golden records and their records", "close it"),
    TASK_MISSING("every possible duplicate waits as a task", "open it");

    private final String meaning;
    private final String remedy;

    Invariant(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What holds. */
    public String meaning() {
        return meaning;
    }

    /** What {@link Rebuild} does where it does not hold. */
    public String remedy() {
        return remedy;
    }

    /** Whether it is about results, which can be remade from the facts. */
    public boolean isMendable() {
        return this != FACTS;
    }
}
