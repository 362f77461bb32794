package io.goldsmith.matching.record;

import io.goldsmith.matching.MatchingException;

/** Two records have one id. */
public final class RepeatedIdException extends MatchingException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final int position;

    RepeatedIdException(String key, int position) {
        super("Record ids must be distinct, but one occurs twice: " + key + ".");
        this.key = key;
        this.position = position;
    }

    /** The key that occurs again. */
    public String key() {
        return key;
    }

    /** The first record, in the order in which they were added and counted from 0, whose id had been added before. */
    public int position() {
        return position;
    }
}
