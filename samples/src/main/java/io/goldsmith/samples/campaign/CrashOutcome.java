package io.goldsmith.samples.campaign;

import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a hub ended in.
 *
 * @param customers members of each active golden record to its values and provenance; golden ids depend on the path and are left out
 * @param pairs how many scored pairs it keeps
 * @param tasks how many tasks are open
 * @param events every event in its outbox
 * @param taken the events that the consumer took, each once
 * @param takenTwice how many it took again after a kill
 * @param faults what is wrong by itself: empty if nothing
 */
record CrashOutcome(
        Map<String, String> customers,
        long pairs,
        long tasks,
        Set<String> events,
        Set<String> taken,
        long takenTwice,
        List<String> faults) {

    /** The script's own times are all of January 2026; a pin was made when the script ran. */
    private static final Pattern TIME_OF_A_RUN = Pattern.compile("(?!2026-01)\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    static CrashOutcome of(Path folder) {
        try (Hub hub = Hub.openToTry(HubConfiguration.read(folder), Clock.systemUTC())) {
            List<String> takenInOrder = new CrashFiles(folder).events();
            Set<String> taken = new TreeSet<>(takenInOrder);
            Map<String, String> customers = customers(hub);
            Set<String> events = events(hub);
            List<String> faults = new ArrayList<>();
            if (!taken.equals(events)) {
                faults.add("events taken are not those of the outbox: " + difference(taken, events));
            }
            add(faults, hub, "records left pending", "source_record where state = 'PENDING'");
            add(
                    faults,
                    hub,
                    "versions of golden records without an event",
                    "golden_record_version v where not exists (select 1 from change_event e"
                            + " where e.golden_id = v.golden_id and e.golden_version = v.version)");
            add(
                    faults,
                    hub,
                    "events without a version of a golden record",
                    "change_event e where not exists (select 1 from golden_record_version v"
                            + " where e.golden_id = v.golden_id and e.golden_version = v.version)");
            long runsLeft = HubTables.count(hub, "run where state = 'RUNNING'");
            if (runsLeft > 0) {
                faults.add(runsLeft + " runs left running");
            }
            return new CrashOutcome(
                    customers,
                    HubTables.count(hub, "scored_pair"),
                    HubTables.count(hub, "stewardship_task where state = 'OPEN'"),
                    events,
                    taken,
                    takenInOrder.size() - taken.size(),
                    faults);
        }
    }

    private static void add(List<String> faults, Hub hub, String what, String fromAndWhere) {
        long found = HubTables.count(hub, fromAndWhere);
        if (found > 0) {
            faults.add(found + " " + what);
        }
    }

    private static Map<String, String> customers(Hub hub) {
        Map<String, String> customers = new TreeMap<>();
        hub.goldenRecords()
                .forEach(golden -> customers.put(
                        golden.members().toString(),
                        TIME_OF_A_RUN
                                .matcher(golden.attributes().asMap() + " " + new TreeMap<>(golden.provenance()))
                                .replaceAll("when it ran")));
        return customers;
    }

    private static Set<String> events(Hub hub) {
        return hub.store().inTransaction(transaction -> {
            Set<String> events = new TreeSet<>();
            try (Statement query = transaction.connection().createStatement();
                    ResultSet row =
                            query.executeQuery("select position, golden_id, golden_version, kind from change_event")) {
                while (row.next()) {
                    events.add(
                            row.getString(1) + " G-" + row.getLong(2) + " " + row.getInt(3) + " " + row.getString(4));
                }
            }
            return events;
        });
    }

    private static String difference(Set<String> one, Set<String> other) {
        Set<String> lost = new TreeSet<>(other);
        lost.removeAll(one);
        Set<String> invented = new TreeSet<>(one);
        invented.removeAll(other);
        return lost.size() + " lost, " + invented.size() + " invented";
    }

    /** What is wrong, against a hub that nobody disturbed; empty if nothing. */
    List<String> faultsAgainst(CrashOutcome undisturbed) {
        List<String> all = new ArrayList<>(faults);
        if (!customers.keySet().equals(undisturbed.customers.keySet())) {
            all.add("clusters differ: " + difference(customers.keySet(), undisturbed.customers.keySet()));
        }
        long values = customers.entrySet().stream()
                .filter(customer -> undisturbed.customers.containsKey(customer.getKey()))
                .filter(customer ->
                        !undisturbed.customers.get(customer.getKey()).equals(customer.getValue()))
                .count();
        if (values > 0) {
            all.add(values + " customers with other values or provenance");
        }
        if (pairs != undisturbed.pairs) {
            all.add(pairs + " scored pairs instead of " + undisturbed.pairs);
        }
        if (tasks != undisturbed.tasks) {
            all.add(tasks + " open tasks instead of " + undisturbed.tasks);
        }
        return all;
    }
}
