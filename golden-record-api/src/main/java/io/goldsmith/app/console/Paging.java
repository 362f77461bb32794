package io.goldsmith.app.console;

/**
 * Where a page of a list stands.
 *
 * @param number from 0
 * @param hasNext whether there is another page after it
 */
record Paging(int number, boolean hasNext) {

    /** How far a list can be paged through; past it, a person should search or filter. */
    static final int LAST_PAGE = 400;

    /** The page number that a request asks for, brought into range. */
    static int bounded(int asked) {
        return Math.max(0, Math.min(asked, LAST_PAGE));
    }

    public boolean hasPrevious() {
        return number > 0;
    }

    public boolean isNeeded() {
        return hasPrevious() || hasNext;
    }
}
