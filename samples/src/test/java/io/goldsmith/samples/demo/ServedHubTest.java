package io.goldsmith.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.samples.demo.AddressChange.Place;
import io.goldsmith.samples.generate.PostalAddress;
import io.goldsmith.samples.landscape.Landscape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./goldsmith serve} on a hub of the landscape, as whoever runs it would start it. */
class ServedHubTest {

    private static final PostalAddress NEW_ADDRESS = new PostalAddress("5 place du Marché", "14000", "Caen", "FR");

    @Test
    void replicatesChangesThatComeAfterItsFirstLoadAndNothingOfTheLoadItself(@TempDir Path root) throws Exception {
        DemoFolder folder = new DemoFolder(root, 600, 5);
        folder.fill();
        try (Landscape landscape = Landscape.start(folder.landscape())) {
            folder.configure(landscape);
            List<GoldenRecord> customers = load(folder, landscape);
            assertThat(customers).hasSize(2);
            Place untouched = Place.of(landscape.accounting(), customers.get(1).members());
            Place target = Place.of(landscape.accounting(), customers.get(0).members());
            long before = target.system().changes(target.key());

            try (GoldsmithProcess hub = GoldsmithProcess.serve(folder.hub())) {
                await().atMost(Duration.ofMinutes(1)).until(() -> hub.hasPrinted("Every system was read"));
                landscape
                        .crm()
                        .changeAddress(
                                Place.of(landscape.crm(), customers.get(0).members())
                                        .key(),
                                NEW_ADDRESS);
                await().atMost(Duration.ofSeconds(30)).until(() -> target.has(NEW_ADDRESS));
                assertThat(target.system().changes(target.key()) - before).isEqualTo(1);
                assertThat(untouched.system().changes(untouched.key())).isZero();
            }
        }
    }

    /** A first load that ended before replication began, so that {@code serve} has to begin it. */
    private static List<GoldenRecord> load(DemoFolder folder, Landscape landscape) {
        try (HubRuntime runtime = HubRuntime.open(folder.hub(), Clock.systemUTC())) {
            assertThat(runtime.connectors().extractAll().isDone()).isTrue();
            return KnownCustomers.inEachOf(
                    runtime.hub().goldenRecords(),
                    List.of(landscape.crm(), landscape.erp(), landscape.accounting()),
                    2);
        }
    }
}
