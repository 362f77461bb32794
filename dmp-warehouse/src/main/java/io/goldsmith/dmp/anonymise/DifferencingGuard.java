package io.goldsmith.dmp.anonymise;

import java.util.List;

/**
 * Keeps two publications from telling together what neither tells alone.
 *
 * <p>Whoever kept an earlier projection can subtract it from a new one. If a class of 40 has become 41, the one row more
 * is the newcomer's, with the sensitive values beside it. So the difference is itself a table in a reader's hands, and
 * must satisfy the same rule: for each class, compared with every earlier publication that is kept, the rows that came
 * and the rows that went must each be none, or at least k with at least l distinct values of each sensitive attribute.
 * A class for which this does not hold yet goes on being published as it was, until enough has changed; those who are
 * new in it wait and are counted. A class that an earlier publication did not show at all differs by its whole content,
 * which satisfies the rule anyway.
 *
 * <p>For classes to be comparable, the levels only ever rise from one publication to the next while the columns stay the
 * same: were they to fall again, or some to rise and others to fall, the overlap of a class of one publication with a
 * class of another could be a handful of persons. When the columns are configured anew, a new series begins and is not
 * compared with the one before; the privacy report says so.
 */
final class DifferencingGuard {

    private final AnonymityRule rule;
    private final List<Publication> earlier;

    /** @param earlier the publications before, oldest first, all at the levels of the new one */
    DifferencingGuard(AnonymityRule rule, List<Publication> earlier) {
        this.rule = rule;
        this.earlier = List.copyOf(earlier);
    }

    /**
     * Whether the class may have this content now. What the newest publication showed may be shown again: at coarser
     * levels it could differ little from an older one, but it is public already, and in more detail.
     */
    boolean allows(List<String> key, ClassContent content) {
        return content.equals(lastOf(key))
                || earlier.stream().allMatch(publication -> unrevealing(publication.of(key), content));
    }

    /** The class's content in the newest publication before, which may always be published again. */
    ClassContent lastOf(List<String> key) {
        return earlier.isEmpty()
                ? ClassContent.EMPTY
                : earlier.get(earlier.size() - 1).of(key);
    }

    private boolean unrevealing(ClassContent before, ClassContent now) {
        return before.isEmpty() || (harmless(now.without(before)) && harmless(before.without(now)));
    }

    private boolean harmless(ClassContent difference) {
        return difference.isEmpty() || rule.holdsFor(difference);
    }
}
