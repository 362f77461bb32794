package io.goldsmith.samples.demo;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.samples.landscape.LandscapeSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds customers on whom a change can be followed through the systems. */
final class KnownCustomers {

    private KnownCustomers() {}

    /**
     * The first customers, by their smallest source record, with exactly one record in each system. All records agree on the SIREN, or on
     * names and e-mail: a customer who is recognised by the address above all parts from the others on moving house.
     */
    static List<GoldenRecord> inEachOf(
            GoldenRecords goldenRecords, List<? extends LandscapeSystem> systems, int wanted) {
        Set<String> names = systems.stream().map(LandscapeSystem::name).collect(Collectors.toSet());
        List<GoldenRecord> known = new ArrayList<>();
        goldenRecords.forEach(golden -> {
            if (isOneInEach(golden.members(), names)) {
                known.add(golden);
            }
        });
        return known.stream()
                .sorted(Comparator.comparing(golden -> golden.members().get(0)))
                .filter(golden -> agree(goldenRecords, golden, List.of("siren"))
                        || agree(goldenRecords, golden, List.of("given_name", "family_name", "email")))
                .limit(wanted)
                .toList();
    }

    private static boolean isOneInEach(List<RecordId> members, Set<String> systems) {
        return members.size() == systems.size()
                && members.stream()
                        .map(RecordId::source)
                        .collect(Collectors.toSet())
                        .equals(systems);
    }

    private static boolean agree(GoldenRecords goldenRecords, GoldenRecord golden, List<String> attributes) {
        List<Member> members = goldenRecords.members(golden.id());
        return attributes.stream().allMatch(attribute -> {
            List<List<String>> values = members.stream()
                    .map(member -> member.standard().all(attribute))
                    .distinct()
                    .toList();
            return values.size() == 1 && !values.get(0).isEmpty();
        });
    }
}
