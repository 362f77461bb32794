package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * A key part with its transform read.
 *
 * @param part as it was configured
 * @param form what it takes of a value
 */
record CompiledPart(KeyPart part, KeyForm form) {

    static CompiledPart of(KeyPart part) {
        return new CompiledPart(
                part,
                KeyForm.parse(part.transform())
                        .orElseThrow(() -> new IllegalArgumentException("A key part's transform must be one of "
                                + KeyForm.words() + ", but is \"" + part.transform() + "\".")));
    }

    /** Adds the hash of every text that the part takes of a record's values. */
    void addHashes(AttributeValues standard, LongArrayList hashes) {
        for (String value : standard.all(part.attribute())) {
            for (String text : form.texts(value)) {
                hashes.add(KeyHash.of(text));
            }
        }
    }
}
