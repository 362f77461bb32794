package io.goldsmith.mdm.resolution;

import java.util.List;
import java.util.SortedMap;

/**
 * What a publication would do to the customers, or did not do because it was held. Without values of people.
 *
 * @param customers active golden records before
 * @param created golden records that would be new
 * @param merged golden records that would redirect to another
 * @param split golden records that would lose source records to a new one
 * @param retired golden records that no live source record would be left of
 * @param changed golden records whose values or members would change otherwise
 * @param changedAttributes attribute to how many golden records would change in it
 * @param merges which would redirect to which, the first {@value EffectMeasure#SAMPLES}
 * @param splits which would be split, the first {@value EffectMeasure#SAMPLES}
 * @param retirements which would be retired, the first {@value EffectMeasure#SAMPLES}
 * @param changes which would change otherwise, the first {@value EffectMeasure#SAMPLES}
 */
public record PublicationEffect(
        long customers,
        long created,
        long merged,
        long split,
        long retired,
        long changed,
        SortedMap<String, Long> changedAttributes,
        List<Merge> merges,
        List<Long> splits,
        List<Long> retirements,
        List<Change> changes) {

    public PublicationEffect {
        merges = List.copyOf(merges);
        splits = List.copyOf(splits);
        retirements = List.copyOf(retirements);
        changes = List.copyOf(changes);
    }

    /**
     * A merge that would be.
     *
     * @param goldenId what would redirect
     * @param into the survivor; 0: a golden record that would be new
     */
    public record Merge(long goldenId, long into) {}

    /**
     * A golden record that would change.
     *
     * @param attributes the attributes whose values would change, sorted; empty if only members or provenance would
     */
    public record Change(long goldenId, List<String> attributes) {}

    /** How many existing customers it concerns. */
    public long concerned() {
        return merged + split + retired + changed;
    }

    /** How many change events it would write: one for each golden record it concerns or creates. */
    public long events() {
        return concerned() + created;
    }
}
