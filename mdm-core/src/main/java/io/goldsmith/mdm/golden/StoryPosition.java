package io.goldsmith.mdm.golden;

import java.time.Instant;

/**
 * Where a page of a story starts.
 *
 * @param from entries of this instant and later ones
 * @param skipped how many entries of that very instant were on earlier pages
 */
public record StoryPosition(Instant from, int skipped) {

    /** Before everything. */
    public static final StoryPosition BEGINNING = new StoryPosition(Instant.EPOCH, 0);
}
