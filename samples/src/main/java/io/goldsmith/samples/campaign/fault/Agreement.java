package io.goldsmith.samples.campaign.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the hub holds what was done last, and the systems what the hub holds; by the systems' own contents. */
record Agreement(FaultCase faultCase, FaultLandscape landscape, Moves moves) {

    /** The records that are otherwise, with what they are and what they should be; what the policy keeps may differ. */
    List<String> missedBy(HubReport report) {
        List<String> disagreements = new ArrayList<>();
        Map<String, Map<String, Address>> bySystem = new TreeMap<>();
        landscape.systems().forEach(system -> bySystem.put(system.name(), system.addresses()));
        for (int number = 1; number <= FaultLandscape.CUSTOMERS; number++) {
            Person person = new Person(number);
            List<Moves.Moved> moved = moves.of(number);
            for (FaultySystem system : landscape.systems()) {
                String key = person.key(system.letter());
                Address golden = report.addresses().get(system.name() + " " + key);
                boolean asDone = faultCase.changes() != FaultCase.Changes.AT_ONCE
                        ? expected(person).equals(golden)
                        : golden != null
                                && (moved.isEmpty()
                                        ? person.firstAddress().equals(golden)
                                        : moved.stream()
                                                .anyMatch(move -> move.to().equals(golden)));
                boolean kept =
                        report.kept().getOrDefault(system.name(), List.of()).contains(key);
                if (!asDone) {
                    disagreements.add(key + " in the hub (" + golden + " for " + expected(person) + ")");
                } else if (!kept && !golden.equals(bySystem.get(system.name()).get(key))) {
                    disagreements.add(key + " in " + system.name() + " ("
                            + bySystem.get(system.name()).get(key) + " for " + golden + ")");
                }
            }
        }
        return disagreements;
    }

    private Address expected(Person person) {
        List<Moves.Moved> moved = moves.of(person.number());
        return moved.isEmpty()
                ? person.firstAddress()
                : moved.get(moved.size() - 1).to();
    }
}
