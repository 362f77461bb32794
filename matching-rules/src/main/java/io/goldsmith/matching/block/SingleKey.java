package io.goldsmith.matching.block;

import io.goldsmith.matching.standardise.ValueTransform;
import java.util.List;

/** One key at most: what a transform makes of the value. */
record SingleKey(ValueTransform transform) implements KeyForm {

    @Override
    public List<String> texts(String value) {
        String text = transform.apply(value);
        return text.isEmpty() ? List.of() : List.of(text);
    }

    /** The hash of the one text; 0 if there is none. */
    long hash(String value) {
        String text = transform.apply(value);
        return text.isEmpty() ? 0 : KeyHash.of(text);
    }
}
