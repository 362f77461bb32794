package io.goldsmith.mdm.reference;

/** Why reference data say what they say of a value. */
public enum VerificationFinding {
    /** It is there as it stands. */
    FOUND,
    /** One entry differs from it by a little, and no other does. */
    NEARLY,
    /** No entry is like it. */
    NOT_FOUND,
    /** Several entries are like it. */
    AMBIGUOUS,
    /** It has no house number, without which an address cannot be told. */
    NO_NUMBER,
    /** The company or establishment has ceased. */
    CLOSED,
    /** The number is another company's: the names differ. */
    NAME_DIFFERS
}
