package io.goldsmith.connect.replicate;

import io.goldsmith.matching.record.RecordId;
import java.util.List;

/** What a target's record is to its customer. */
sealed interface Role {

    /** In the digests of the ledger the role stands under this name, which no attribute can have. */
    String NAME = "@role";

    /** It stands for the customer: every record does, unless something else is said. */
    record Leading() implements Role {}

    /**
     * It lost: the target has another record of the same customer.
     *
     * @param survivor the key of the one that goes on
     */
    record Duplicate(String survivor) implements Role {}

    /** The systems that decide have deleted the customer. */
    record Departed() implements Role {}

    /** How the ledger knows it, salted with the record: a survivor's key is not told by it. */
    default String digest(RecordId record) {
        return FieldDigests.digest(
                record,
                NAME,
                this instanceof Duplicate duplicate
                        ? List.of("duplicate", duplicate.survivor())
                        : List.of(this instanceof Departed ? "departed" : "leading"));
    }
}
