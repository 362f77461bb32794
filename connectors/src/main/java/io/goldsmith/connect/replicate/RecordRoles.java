package io.goldsmith.connect.replicate;

import io.goldsmith.connect.settings.DeletionSettings;
import io.goldsmith.connect.settings.MergeSettings;
import io.goldsmith.connect.settings.TargetSettings;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the records of one target are to their customers, and what has to be done about it. A role is a function of what the hub knows now: it is sent as any other
 * state is, and taken back when it does not hold any more.
 *
 * <p>Of several records of one customer the one goes on that the hub has known longest, since that never changes; the smaller key among equals.
 */
final class RecordRoles {

    private static final Role LEADING = new Role.Leading();

    private final Hub hub;
    private final String sourceSystem;
    private final MergeSettings merge;
    private final DeletionSettings deletion;

    RecordRoles(Hub hub, TargetSettings settings) {
        this.hub = hub;
        this.sourceSystem = settings.source();
        this.merge = settings.onMerge();
        this.deletion = settings.onDelete();
    }

    /** Whether records have roles here at all. */
    boolean areTold() {
        return merge.then() != MergeSettings.Then.NONE || deletion.then() != DeletionSettings.Then.NONE;
    }

    Role of(GoldenRecord golden, RecordId record) {
        if (deletion.then() != DeletionSettings.Then.NONE && isDeparted(golden)) {
            return new Role.Departed();
        }
        List<RecordId> there = new ArrayList<>(golden.members());
        there.removeIf(member -> !member.source().equals(sourceSystem));
        if (merge.then() == MergeSettings.Then.NONE || there.size() < 2) {
            return LEADING;
        }
        Map<RecordId, Long> known = hub.sourceRecords().idsOf(there);
        RecordId survivor = there.stream()
                .min(Comparator.<RecordId, Long>comparing(member -> known.getOrDefault(member, Long.MAX_VALUE))
                        .thenComparing(RecordId::key))
                .orElseThrow();
        return survivor.equals(record) ? LEADING : new Role.Duplicate(survivor.key());
    }

    private boolean isDeparted(GoldenRecord golden) {
        return golden.members().stream().noneMatch(this::decides)
                && hub.goldenRecords().departed(golden.id()).stream().anyMatch(this::decides);
    }

    private boolean decides(RecordId record) {
        return !record.source().equals(sourceSystem)
                && (deletion.in().isEmpty() || deletion.in().contains(record.source()));
    }

    /**
     * What has to be done so that a record has its role; nothing if it was told the target, and nothing else was.
     *
     * @param standing where the record stands; empty if nothing was ever sent
     */
    RoleChange change(Role role, RecordId record, Optional<StandingRow> standing) {
        return isTold(role, record, standing) ? RoleChange.NONE : change(role, record, before(record, standing));
    }

    /** Whether a target has acknowledged a role, and may have been told no other since. */
    boolean isTold(Role role, RecordId record, Optional<StandingRow> standing) {
        String wanted = role.digest(record);
        return before(record, standing).stream().allMatch(wanted::equals);
    }

    /** What to do whatever the target was told. */
    RoleChange anew(Role role, RecordId record) {
        return change(role, record, List.of(role.digest(record)));
    }

    /** Of what was acknowledged and what was sent: either may be there. */
    private static List<String> before(RecordId record, Optional<StandingRow> standing) {
        String leading = LEADING.digest(record);
        return List.of(
                standing.map(one -> one.acknowledgedDigests().byAttribute().get(Role.NAME))
                        .orElse(leading),
                standing.map(one -> one.sent().byAttribute().get(Role.NAME)).orElse(leading));
    }

    private RoleChange change(Role role, RecordId record, List<String> before) {
        String leading = LEADING.digest(record);
        String departed = new Role.Departed().digest(record);
        SortedMap<String, String> marks = new TreeMap<>();
        if (before.contains(departed)) {
            deletion.set().keySet().forEach(column -> marks.put(column, undone(column)));
        }
        if (before.stream().anyMatch(digest -> !digest.equals(leading) && !digest.equals(departed))) {
            merge.set().keySet().forEach(column -> marks.put(column, undone(column)));
            merge.survivor().ifPresent(column -> marks.put(column, undone(column)));
        }
        if (role instanceof Role.Duplicate duplicate) {
            marks.putAll(merge.set());
            merge.survivor().ifPresent(column -> marks.put(column, duplicate.survivor()));
            boolean moves = merge.then() == MergeSettings.Then.RE_POINT;
            return new RoleChange(marks, moves ? Optional.of(duplicate.survivor()) : Optional.empty(), false, false);
        }
        if (role instanceof Role.Departed) {
            boolean deletes = deletion.then() != DeletionSettings.Then.FLAG;
            marks.putAll(deletes ? Map.of() : deletion.set());
            return new RoleChange(marks, Optional.empty(), deletes, deletion.then() == DeletionSettings.Then.TASK);
        }
        return new RoleChange(marks, Optional.empty(), false, false);
    }

    private String undone(String column) {
        return merge.undo().getOrDefault(column, deletion.undo().getOrDefault(column, ""));
    }
}
