package io.goldsmith.mdm.stewardship;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of stewardship task. In configuration: the name in lower case with hyphens. */
public enum TaskKind {
    /** Two golden records that may be one. */
    @JsonProperty("possible-duplicate")
    POSSIBLE_DUPLICATE,
    /** Two golden records that match, and that clustering kept apart: by an exclusive identifier or a weak bridge. */
    @JsonProperty("cluster-conflict")
    CLUSTER_CONFLICT,
    /** Source systems that are believed enough and disagree on a golden value. */
    @JsonProperty("survivorship-conflict")
    SURVIVORSHIP_CONFLICT,
    /** Data of poor quality that a person should mend. */
    @JsonProperty("data-quality")
    DATA_QUALITY,
    /** A delivery to a target system that failed for good. */
    @JsonProperty("failed-delivery")
    FAILED_DELIVERY,
    /** A record of a target system that changed there since the hub last saw it, when it was to be written. */
    @JsonProperty("replication-conflict")
    REPLICATION_CONFLICT,
    /** A person's request about their own data. */
    @JsonProperty("privacy-request")
    PRIVACY_REQUEST,
    /** A pair drawn at random, to learn how good matching is; the answer changes nothing. */
    @JsonProperty("sample-review")
    SAMPLE_REVIEW;

    /** Whether it asks if two golden records are one customer. */
    boolean asksToMerge() {
        return this == POSSIBLE_DUPLICATE || this == CLUSTER_CONFLICT;
    }
}
