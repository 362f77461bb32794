package io.goldsmith.app.rest;

/**
 * How far work is that the command line asked for.
 *
 * @param stage the work's name; empty if none is under way
 * @param done how many items are done
 * @param total how many there are; -1 if not known
 */
public record ControlProgress(String stage, long done, long total) {

    /** Nothing is under way. */
    static final ControlProgress NONE = new ControlProgress("", 0, -1);
}
