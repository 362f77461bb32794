package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a version of a golden record changed.
 *
 * @param cause what made the version
 * @param changes attributes that changed, sorted by name
 * @param joined source records that came
 * @param left source records that went
 */
record VersionChange(
        int version,
        Instant evaluatedAt,
        String cause,
        List<Change> changes,
        List<RecordId> joined,
        List<RecordId> left) {

    /** One attribute's values before and after. */
    record Change(String attribute, List<String> before, List<String> after) {}

    /**
     * What each version changed against the one before it.
     *
     * @param history the versions, newest first
     * @param most how many are looked at, from the newest on
     */
    static List<VersionChange> of(List<GoldenRecord> history, int most) {
        List<VersionChange> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(history.size(), most); i++) {
            GoldenRecord version = history.get(i);
            boolean isFirst = i + 1 == history.size();
            AttributeValues valuesBefore =
                    isFirst ? AttributeValues.none() : history.get(i + 1).attributes();
            List<RecordId> membersBefore =
                    isFirst ? List.of() : history.get(i + 1).members();
            changes.add(new VersionChange(
                    version.version(),
                    version.evaluatedAt(),
                    version.cause(),
                    isFirst ? List.of() : changed(valuesBefore, version.attributes()),
                    without(version.members(), membersBefore),
                    without(membersBefore, version.members())));
        }
        return changes;
    }

    private static List<Change> changed(AttributeValues before, AttributeValues after) {
        SortedSet<String> names = new TreeSet<>(before.asMap().keySet());
        names.addAll(after.asMap().keySet());
        return names.stream()
                .filter(name -> !before.all(name).equals(after.all(name)))
                .map(name -> new Change(name, before.all(name), after.all(name)))
                .toList();
    }

    private static List<RecordId> without(List<RecordId> all, List<RecordId> those) {
        return all.stream().filter(record -> !those.contains(record)).toList();
    }
}
