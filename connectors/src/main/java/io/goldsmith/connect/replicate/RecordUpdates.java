package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What has to be written into a target's record: the golden values that it lacks, and what its role asks for.
 *
 * @param state compares the values
 * @param roles knows the roles
 */
record RecordUpdates(GoldenState state, RecordRoles roles) {

    /**
     * What has to be written; empty if nothing.
     *
     * @param rewritten the attributes that are written whatever was landed of them, and {@link Role#NAME} if the role is
     * @param standing where the record stands; empty if nothing was ever sent
     */
    Optional<TargetUpdate> of(
            GoldenRecord golden, Member member, Set<String> rewritten, Optional<StandingRow> standing) {
        if (!roles.areTold()) {
            return state.update(golden, member, rewritten);
        }
        Role role = roles.of(golden, member.record());
        boolean again = rewritten.contains(Role.NAME);
        if (!again && roles.isTold(role, member.record(), standing)) {
            return state.update(golden, member, rewritten);
        }
        RoleChange change = again ? roles.anew(role, member.record()) : roles.change(role, member.record(), standing);
        // What is to be deleted gets no values any more.
        Optional<TargetUpdate> values = change.deletes() ? Optional.empty() : state.update(golden, member, rewritten);
        return Optional.of(values.orElseGet(() -> new TargetUpdate(
                        golden, member, new TreeMap<>(), Set.of(), List.of(), FieldDigests.NONE, RoleChange.NONE))
                .with(change, FieldDigests.of(Map.of(Role.NAME, role.digest(member.record())))));
    }
}
