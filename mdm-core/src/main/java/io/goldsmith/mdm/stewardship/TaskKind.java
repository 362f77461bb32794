package io.goldsmith.mdm.stewardship;

/** The kinds of stewardship task that the hub opens today; others come with the rooms that need them. */
public enum TaskKind {
    POSSIBLE_DUPLICATE,
    DATA_QUALITY,
    FAILED_DELIVERY,
    PRIVACY_REQUEST
}
