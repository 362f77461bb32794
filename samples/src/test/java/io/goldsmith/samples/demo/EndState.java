package io.goldsmith.samples.demo;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.stewardship.TaskState;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a hub holds, up to renaming of golden ids and the times at which things happened to it.
 *
 * @param customers by smallest source record: members, golden values, and where each value comes from
 * @param openTasks stewardship tasks that wait
 * @param quarantined records that wait in quarantine
 */
record EndState(SortedMap<RecordId, Customer> customers, long openTasks, long quarantined) {

    record Customer(List<RecordId> members, Map<String, List<String>> attributes, SortedMap<String, String> winners) {

        static Customer of(GoldenRecord golden) {
            SortedMap<String, String> winners = new TreeMap<>();
            golden.provenance().forEach((group, provenance) -> winners.put(group, winner(provenance)));
            return new Customer(golden.members(), golden.attributes().asMap(), winners);
        }

        private static String winner(Provenance provenance) {
            return provenance.record() + " by " + provenance.rule();
        }
    }

    static EndState of(Path hubFolder) {
        SortedMap<RecordId, Customer> customers = new TreeMap<>();
        try (Hub hub = Hub.open(HubConfiguration.read(hubFolder), Clock.systemUTC())) {
            hub.goldenRecords().forEach(golden -> customers.put(golden.members().get(0), Customer.of(golden)));
            return new EndState(
                    customers,
                    hub.stewardship().count(TaskState.OPEN),
                    hub.quarantine().countWaiting());
        }
    }
}
