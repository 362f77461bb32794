package io.goldsmith.mdm.golden;

import java.util.List;
import java.util.Optional;

/**
 * A page of the full history of one customer, in the order of time: what its sources delivered, what people decided, and what its golden
 * record became by it. Nothing of it is guessed: each entry is a stored fact or result.
 *
 * @param id the golden record whose story it is
 * @param entries may be fewer than asked for, even none, though more follow
 * @param next where the next page starts; empty on the last page
 */
public record CustomerStory(GoldenId id, List<StoryEntry> entries, Optional<StoryPosition> next) {

    /** How many entries a page may have. */
    public static final int LARGEST_PAGE = 1_000;

    /** The page as a person reads it, a line or more for each entry. Holds personal values. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> StoryText.append(text, entry));
        return text.toString();
    }
}
