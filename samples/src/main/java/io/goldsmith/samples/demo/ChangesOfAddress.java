package io.goldsmith.samples.demo;

import io.goldsmith.app.HubRuntime;
import io.goldsmith.connect.replicate.DeliveryState;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.samples.demo.AddressChange.Place;
import io.goldsmith.samples.generate.PostalAddress;
import io.goldsmith.samples.landscape.Landscape;
import io.goldsmith.samples.landscape.LandscapeSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes one customer's address in the CRM and another's in accounting, follows both, and lets the systems themselves say that each
 * changed once and was never sent its own change.
 */
final class ChangesOfAddress {

    private static final PostalAddress IN_CRM = new PostalAddress("12 rue des Orfèvres", "69001", "Lyon", "FR");
    private static final PostalAddress IN_ACCOUNTING = new PostalAddress("8 quai de la Fosse", "44000", "Nantes", "FR");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HubRuntime runtime;
    private final Landscape landscape;
    private final Report report;

    ChangesOfAddress(HubRuntime runtime, Landscape landscape, Report report) {
        this.runtime = runtime;
        this.landscape = landscape;
        this.report = report;
    }

    /** Makes both changes; answers what to print. */
    String run() {
        List<GoldenRecord> customers = KnownCustomers.inEachOf(
                runtime.hub().goldenRecords(), List.of(landscape.crm(), landscape.erp(), landscape.accounting()), 2);
        if (customers.size() < 2) {
            report.check(
                    "two customers are known to all three systems",
                    false,
                    "%d; generate more records",
                    customers.size());
            return "No customer of all three systems.";
        }
        runtime.connectors().start();
        StringBuilder text = new StringBuilder();
        List<AddressChange> changes = List.of(
                change(customers.get(0), landscape.crm(), List.of(landscape.erp(), landscape.accounting()), IN_CRM),
                change(customers.get(1), landscape.accounting(), List.of(landscape.erp()), IN_ACCOUNTING));
        Map<Place, Long> before = new LinkedHashMap<>();
        for (AddressChange change : changes) {
            for (Place place : places(change)) {
                before.put(place, place.system().changes(place.key()));
            }
            text.append(follow(change));
        }
        awaitQuiet();
        before.forEach((place, changesBefore) -> {
            long made = place.system().changes(place.key()) - changesBefore;
            report.check(
                    place.system().name() + " " + place.key() + " changed once and was sent no echo",
                    made == 1,
                    "%d change(s), as the system counts them",
                    made);
        });
        return text.toString();
    }

    private String follow(AddressChange change) {
        Map<Place, Duration> arrived = change.follow();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%s: %s moves to %s, %s %s in %s%n",
                change.golden(),
                change.from().key(),
                change.address().street(),
                change.address().postcode(),
                change.address().town(),
                change.from().system().name()));
        for (Place place : change.to()) {
            Duration after = arrived.get(place);
            text.append(
                    after == null
                            ? String.format(
                                    "  → %s %s: not arrived%n", place.system().name(), place.key())
                            : String.format(
                                    Locale.ROOT,
                                    "  → %s %s after %.2f s%n",
                                    place.system().name(),
                                    place.key(),
                                    after.toNanos() / 1e9));
            report.check(
                    "the change in " + change.from().system().name() + " arrives in "
                            + place.system().name(),
                    after != null,
                    after == null ? "not within a minute" : "yes");
        }
        return text.toString();
    }

    private static AddressChange change(
            GoldenRecord customer, LandscapeSystem from, List<? extends LandscapeSystem> to, PostalAddress address) {
        return new AddressChange(
                customer.id(),
                Place.of(from, customer.members()),
                to.stream().map(system -> Place.of(system, customer.members())).toList(),
                address);
    }

    private static List<Place> places(AddressChange change) {
        List<Place> places = new ArrayList<>(change.to());
        places.add(change.from());
        return places;
    }

    /** Waits until nothing is under way to a target, so that an echo would have had its time. */
    private void awaitQuiet() {
        long start = System.nanoTime();
        while (underWay() > 0 && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(50_000_000L);
        }
        long waiting = underWay();
        report.check("every delivery was acknowledged", waiting == 0, "%d under way", waiting);
    }

    private long underWay() {
        return runtime.connectors().ledger().counts().values().stream()
                .mapToLong(states ->
                        states.getOrDefault(DeliveryState.PENDING, 0L) + states.getOrDefault(DeliveryState.SENT, 0L))
                .sum();
    }
}
