package io.goldsmith.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.samples.demo.AddressChange.Place;
import io.goldsmith.samples.generate.PostalAddress;
import io.goldsmith.samples.landscape.Landscape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes in the CRM while the ERP and accounting are dead, and their return. */
class TargetsKilledDuringChangesTest {

    private static final int CUSTOMERS = 5;

    @Test
    void bothEndUpRightAfterTheyAreBack(@TempDir Path root) {
        DemoFolder folder = new DemoFolder(root, 1_000, 11);
        folder.fill();
        try (Landscape landscape = Landscape.start(folder.landscape())) {
            folder.configure(landscape);
            try (HubRuntime runtime =
                    HubRuntime.open(HubConfiguration.read(folder.hub()), Clock.systemUTC(), StageProgress.NONE)) {
                assertThat(runtime.connectors().extractAll().isDone()).isTrue();
                runtime.connectors().startReplicationFromHere();
                runtime.connectors().start();
                List<GoldenRecord> customers = customersOfAllSystems(runtime, landscape);
                assertThat(customers).hasSize(CUSTOMERS);
                Map<Place, Long> changesBefore = new HashMap<>();
                targets(customers, landscape)
                        .forEach(
                                place -> changesBefore.put(place, place.system().changes(place.key())));

                // One change is under way when both die, the others come while they are dead.
                changeAddress(landscape, customers.get(0), 0);
                landscape.erp().kill();
                landscape.accounting().kill();
                for (int number = 1; number < CUSTOMERS; number++) {
                    changeAddress(landscape, customers.get(number), number);
                }
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(waiting(runtime)).isGreaterThan(CUSTOMERS));
                landscape.erp().restart();
                landscape.accounting().restart();

                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(waiting(runtime)).isZero());
                for (int number = 0; number < CUSTOMERS; number++) {
                    for (Place place : targets(List.of(customers.get(number)), landscape)) {
                        assertThat(place.has(address(number))).as("%s", place).isTrue();
                        assertThat(place.system().changes(place.key()) - changesBefore.get(place))
                                .as("changes of %s", place)
                                .isEqualTo(1);
                    }
                }
                assertThat(runtime.connectors().ledger().counts().values())
                        .allSatisfy(states ->
                                assertThat(states.get(DeliveryState.DEAD)).isZero());
            }
        }
    }

    private static PostalAddress address(int number) {
        return new PostalAddress((number + 1) + " rue du Retour", "3500" + number, "Rennes", "FR");
    }

    private static void changeAddress(Landscape landscape, GoldenRecord customer, int number) {
        landscape
                .crm()
                .changeAddress(Place.of(landscape.crm(), customer.members()).key(), address(number));
    }

    private static List<GoldenRecord> customersOfAllSystems(HubRuntime runtime, Landscape landscape) {
        return KnownCustomers.inEachOf(
                runtime.hub().goldenRecords(),
                List.of(landscape.crm(), landscape.erp(), landscape.accounting()),
                CUSTOMERS);
    }

    private static List<Place> targets(List<GoldenRecord> customers, Landscape landscape) {
        List<Place> places = new ArrayList<>();
        for (GoldenRecord customer : customers) {
            List<RecordId> members = customer.members();
            places.add(Place.of(landscape.erp(), members));
            places.add(Place.of(landscape.accounting(), members));
        }
        return places;
    }

    private static long waiting(HubRuntime runtime) {
        return runtime.connectors().ledger().counts().values().stream()
                .mapToLong(states -> states.get(DeliveryState.PENDING) + states.get(DeliveryState.SENT))
                .sum();
    }
}
