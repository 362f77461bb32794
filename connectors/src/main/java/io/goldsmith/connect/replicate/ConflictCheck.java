package io.goldsmith.connect.replicate;

import io.goldsmith.connect.mapping.Row;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.ConflictPolicy;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.Delivery;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what lies in a target with what the hub last saw or wrote there, and says what may be written.
 *
 * <p>An attribute is as the hub knows it if it has the values that the hub sent last or that the target acknowledged last, or those that
 * were landed last. Landed values count only if they were landed after the last acknowledgement: before it, the hub itself wrote others,
 * so somebody put the old ones back. Values are compared in their standard form, so that a target that spells what it is given in its own
 * way changes nothing. A group of attributes moves as one.
 */
final class ConflictCheck {

    private final ConflictPolicy policy;
    private final GoldenState state;

    ConflictCheck(ConflictPolicy policy, GoldenState state) {
        this.policy = policy;
        this.state = state;
    }

    /**
     * What may be written, and what that will come to.
     *
     * @param columns column to text; none if the target has it already, or nothing may be written
     * @param outcome the outcome if the target takes it
     */
    record Verdict(SortedMap<String, String> columns, Outcome outcome) {

        /**
         * What is written in all: beside the verdict's columns the marks that the record does not have; nothing if the target changed and a
         * steward is asked.
         *
         * @param now the record as the target has it now
         */
        SortedMap<String, String> with(SortedMap<String, String> marks, Row now) {
            SortedMap<String, String> all = new TreeMap<>(columns);
            if (!isConflict()) {
                marks.forEach((column, text) -> {
                    if (!now.text(column).orElse("").equals(text)) {
                        all.put(column, text);
                    }
                });
            }
            return all;
        }

        boolean isConflict() {
            return outcome instanceof Outcome.Conflict;
        }
    }

    /**
     * What comes of a record that is to be deleted, if the target does it: it is not, where the target changed what it is otherwise written.
     *
     * @param now the record as the target has it now; one that cannot be read changed as a whole
     */
    Outcome judgeDeletion(Letter letter, Delivery now) {
        boolean overwrites = policy == ConflictPolicy.OVERWRITE || letter.row().accepted();
        Set<String> attributes = state.attributes();
        Set<String> changed = attributes;
        if (now instanceof Delivery.RecordVersion version) {
            changed = changed(letter, state.now(letter.update().record(), version.raw()), attributes);
        }
        return overwrites || changed.isEmpty()
                ? new Outcome.Deleted()
                : against(changed, Optional.empty()).outcome();
    }

    /** @param now the record as the target has it now; one that cannot be read changed as a whole */
    Verdict judge(Letter letter, Delivery now) {
        TargetUpdate update = letter.update();
        boolean overwrites = policy == ConflictPolicy.OVERWRITE || letter.row().accepted();
        if (!(now instanceof Delivery.RecordVersion version)) {
            return overwrites
                    ? new Verdict(update.columns(), new Outcome.Acknowledged())
                    : against(update.attributes(), Optional.empty());
        }
        Member there = state.now(update.record(), version.raw());
        Optional<TargetUpdate> needed = state.part(update.golden(), there, update.attributes());
        if (needed.isEmpty()) {
            return new Verdict(Collections.emptySortedMap(), new Outcome.Acknowledged());
        }
        Set<String> changed =
                overwrites ? Set.of() : changed(letter, there, needed.get().attributes());
        if (changed.isEmpty()) {
            return new Verdict(needed.get().columns(), new Outcome.Acknowledged());
        }
        Set<String> rest = new TreeSet<>(needed.get().attributes());
        rest.removeAll(changed);
        return against(changed, state.part(update.golden(), there, rest));
    }

    private Verdict against(Set<String> changed, Optional<TargetUpdate> rest) {
        return policy == ConflictPolicy.KEEP
                ? new Verdict(
                        rest.map(TargetUpdate::columns).orElseGet(TreeMap::new),
                        new Outcome.Kept(new TreeSet<>(changed)))
                : new Verdict(Collections.emptySortedMap(), new Outcome.Conflict(new TreeSet<>(changed)));
    }

    private Set<String> changed(Letter letter, Member there, Set<String> attributes) {
        Member landed = letter.update().record();
        FieldDigests digests = state.digests(landed.record(), attributes, there.raw());
        Set<String> changed = new TreeSet<>();
        for (String attribute : attributes) {
            String digest = digests.byAttribute().get(attribute);
            boolean written = letter.standing()
                    .filter(standing -> standing.knows(attribute, digest))
                    .isPresent();
            if (!written && !isAsLanded(letter, attribute, there)) {
                changed.addAll(state.together(attribute));
            }
        }
        changed.retainAll(attributes);
        return changed;
    }

    private static boolean isAsLanded(Letter letter, String attribute, Member there) {
        Member landed = letter.update().record();
        boolean isOlderThanWritten = letter.standing()
                .filter(standing -> standing.acknowledgedDigests().byAttribute().containsKey(attribute))
                .filter(standing -> standing.acknowledgedRecordVersion() >= landed.version())
                .isPresent();
        boolean isEqual = there.raw().all(attribute).equals(landed.raw().all(attribute))
                || !there.standard().all(attribute).isEmpty()
                        && there.standard()
                                .all(attribute)
                                .equals(landed.standard().all(attribute));
        return isEqual && !isOlderThanWritten;
    }
}
