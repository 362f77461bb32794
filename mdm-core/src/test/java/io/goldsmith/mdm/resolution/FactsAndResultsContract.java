package io.goldsmith.mdm.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.reference.EditionLoad;
import io.goldsmith.mdm.reference.ReferenceEntry;
import io.goldsmith.mdm.reference.ReferenceException;
import io.goldsmith.mdm.reference.ReferenceLayout;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.stewardship.ContradictionException;
import io.goldsmith.mdm.stewardship.InapplicableDecisionException;
import io.goldsmith.mdm.stewardship.StaleDecisionException;
import io.goldsmith.mdm.store.ConflictException;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to a hub, in whatever order and by however many hands, its results are what a hub computes that is handed nothing but
 * the facts: source record versions, orders, decisions, pins and what reference data said, under the rules in force at the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FactsAndResultsContract {

    private static final int HANDS = 4;
    private static final int ACTS_OF_A_HAND = 15;
    private static final int RECORDS = 24;

    private static final List<String> FACTS = List.of(
            "source_record",
            "source_record_version",
            "customer_order",
            "relation",
            "written_value",
            "decision",
            "decision_record",
            "pin",
            "verification");

    /** In all of them: an order may make a customer, who is inactive a year later; an address that reference data have wins. */
    private static final UnaryOperator<String> LIFECYCLE =
            yaml -> yaml.replace("model:\n  attributes:\n", "model:\n  attributes:\n    lifecycle: {type: code}\n")
                    + "    address: {strategy: trust-score}\n"
                    + "lifecycle: {attribute: lifecycle, inactive-after: P1Y}\n"
                    + "verification: {address: {gain: 30, use-corrected: true}}\n";

    /** The rules that a hub goes through. */
    private static final List<UnaryOperator<String>> RULES = List.of(
            UnaryOperator.identity(),
            yaml -> yaml.replace("automatic: 0.95, review: 0.5", "automatic: 0.999, review: 0.2"),
            yaml -> yaml.replace("default: {strategy: most-recent}", "default: {strategy: most-complete}")
                    .replace("- keys: [{attribute: email}]", "- keys: [{attribute: town}]"));

    abstract DatabaseSettings newDatabase();

    private static ResolutionWorld world(DatabaseSettings database, UnaryOperator<String> rules) {
        return ResolutionWorld.open(
                database, Clock.fixed(ResolutionWorld.NOW, ZoneOffset.UTC), yaml -> LIFECYCLE.apply(rules.apply(yaml)));
    }

    /** What is compared: everything but golden ids and what depends on them. */
    private record Results(
            Map<String, String> golden, List<String> references, List<String> pairs, List<String> tasks, long keys) {

        static Results of(ResolutionWorld world) {
            return new Results(
                    world.results(),
                    rows(world, "select record_id, origin, weight from cross_reference"),
                    rows(world, "select left_record, right_record, weight, grade from scored_pair"),
                    rows(
                            world,
                            "select kind, left_record, right_record, weight from stewardship_task where state = 'OPEN'"),
                    world.count("blocking_key"));
        }

        private static List<String> rows(ResolutionWorld world, String sql) {
            return world.hub().store().inTransaction(transaction -> {
                List<String> rows = new ArrayList<>();
                try (Statement statement = transaction.connection().createStatement();
                        ResultSet row = statement.executeQuery(sql)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        StringBuilder text = new StringBuilder();
                        for (int column = 1; column <= columns; column++) {
                            text.append(row.getString(column)).append(' ');
                        }
                        rows.add(text.toString());
                    }
                }
                Collections.sort(rows);
                return rows;
            });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void resultsAreWhatTheFactsSay(long seed) throws Exception {
        DatabaseSettings database = newDatabase();
        for (int phase = 0; phase < RULES.size(); phase++) {
            try (ResolutionWorld world = world(database, RULES.get(phase))) {
                world.hub().resolution().resolvePending("rules", ResolutionProgress.NONE);
                live(world.hub(), seed * 31 + phase);
                Results results = Results.of(world);
                assertThat(results.golden()).isNotEmpty();
                assertThat(results).as("phase %d", phase).isEqualTo(recomputed(world, RULES.get(phase)));
                ConsistencyReport report = world.hub().consistencyCheck().run(ResolutionProgress.NONE);
                assertThat(report.isSound()).as(report.toString()).isTrue();
            }
        }
    }

    private Results recomputed(ResolutionWorld world, UnaryOperator<String> rules) {
        try (ResolutionWorld fresh = world(newDatabase(), rules)) {
            for (String table : FACTS) {
                copy(world.hub(), fresh.hub(), table);
            }
            fresh.execute("update source_record set state = 'PENDING', resolved_version = 0");
            fresh.resolution(0).resolvePending("from the facts", ResolutionProgress.NONE);
            return Results.of(fresh);
        }
    }

    private static void copy(Hub from, Hub to, String table) {
        from.store().inTransaction(reading -> {
            try (Statement statement = reading.connection().createStatement();
                    ResultSet row = statement.executeQuery("select * from " + table)) {
                int columns = row.getMetaData().getColumnCount();
                String parameters = String.join(", ", Collections.nCopies(columns, "?"));
                to.store().inTransaction(writing -> {
                    try (PreparedStatement insert = writing.connection()
                            .prepareStatement("insert into " + table + " values (" + parameters + ")")) {
                        while (row.next()) {
                            for (int column = 1; column <= columns; column++) {
                                insert.setObject(column, row.getObject(column));
                            }
                            insert.executeUpdate();
                        }
                    }
                    return null;
                });
            }
            return null;
        });
    }

    /** Several hands act on the hub at once. */
    private static void live(Hub hub, long seed) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        try {
            List<Future<?>> lives = new ArrayList<>();
            for (int hand = 0; hand < HANDS; hand++) {
                Random random = new Random(seed * HANDS + hand);
                lives.add(hands.submit(() -> {
                    for (int act = 0; act < ACTS_OF_A_HAND; act++) {
                        act(hub, random);
                    }
                }));
            }
            for (Future<?> life : lives) {
                life.get();
            }
        } finally {
            hands.shutdownNow();
        }
        hub.resolution().resolvePending("the rest", ResolutionProgress.NONE);
        hub.verification().verifyDue();
        hub.resolution().evaluateDue();
    }

    private static void act(Hub hub, Random random) {
        RecordId one = record(random);
        RecordId other = record(random);
        try {
            switch (random.nextInt(18)) {
                case 0 -> hub.decisions().merge(one, other, "sam", "");
                case 1 -> hub.decisions().notDuplicate(one, other, "sam", "");
                case 2 -> hub.decisions().link(one, other, "sam", "");
                case 3 -> hub.decisions().unlink(one, "sam", "");
                case 4 -> hub.decisions().unmerge(List.of(one), "sam", "");
                case 5 ->
                    hub.pins()
                            .pin(
                                    one,
                                    "given_name",
                                    AttributeValues.of(Map.of("given_name", List.of("Pia" + random.nextInt(9)))),
                                    Optional.empty(),
                                    "sam",
                                    "");
                case 6 -> undoOne(hub, one);
                case 7 -> hub.resolution().resolvePending("in between", ResolutionProgress.NONE);
                case 8 -> order(hub, one, random);
                case 9 -> hub.resolution().evaluateDue();
                case 10 -> edition(hub, random);
                case 11, 12 -> hub.verification().verifyDue();
                default -> upsert(hub, one, random);
            }
        } catch (ContradictionException
                | InapplicableDecisionException
                | StaleDecisionException
                | ReferenceException
                | ConflictException refused) {
            assertThat(refused).isInstanceOf(MdmException.class);
        }
    }

    /** Of few addresses: what one edition has the next may lack. Where two begin at once, one is given up. */
    private static void edition(Hub hub, Random random) {
        try (EditionLoad load =
                hub.referenceData().begin("ban/35", ReferenceLayout.ADDRESSES, LocalDate.of(2026, 5, 1))) {
            List<ReferenceEntry> entries = new ArrayList<>();
            for (int number = 1; number < 9; number++) {
                if (random.nextInt(3) > 0) {
                    entries.add(new ReferenceEntry.Address(
                            "35_" + number, "" + number, "", "Rue Haute", "35000", "Town" + random.nextInt(3)));
                }
            }
            load.add(entries);
            load.complete();
        }
    }

    private static void undoOne(Hub hub, RecordId record) {
        hub.goldenRecords()
                .goldenOf(record)
                .flatMap(golden -> hub.decisions().of(golden).stream()
                        .filter(decision -> decision.undoneBy().isEmpty())
                        .findFirst())
                .ifPresent(decision -> hub.decisions().undo(decision.id(), "sam"));
    }

    /** One of few, so that some move to another customer; some are older than the period after which a customer is inactive. */
    private static void order(Hub hub, RecordId customer, Random random) {
        hub.intake()
                .land(
                        1,
                        List.of(new Delivery.Order(
                                customer.source(),
                                "o" + random.nextInt(12),
                                customer.key(),
                                LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_200)),
                                BigDecimal.TEN,
                                "")));
    }

    /** In any order of the source's own time, so that some come late. */
    private static void upsert(Hub hub, RecordId id, Random random) {
        if (random.nextInt(8) == 0) {
            hub.intake()
                    .land(
                            1,
                            List.of(ResolutionWorld.deleted(
                                    id.toString(), ResolutionWorld.JANUARY.plus(time(random)))));
        } else {
            hub.intake()
                    .land(
                            1,
                            List.of(ResolutionWorld.person(
                                    id.toString(),
                                    ResolutionWorld.JANUARY.plus(time(random)),
                                    "given_name",
                                    List.of("Anna", "Paul", "Zoé").get(random.nextInt(3)),
                                    "family_name",
                                    List.of("Martin", "Durand").get(random.nextInt(2)),
                                    "birth_date",
                                    "198" + random.nextInt(2) + "-05-06",
                                    "email",
                                    "m" + random.nextInt(6) + "@example.org",
                                    "street",
                                    random.nextInt(9) + (random.nextBoolean() ? " rue Haute" : " rue Hatue"),
                                    "postcode",
                                    "35000",
                                    "town",
                                    "Town" + random.nextInt(5))));
        }
        hub.resolution().resolve(hub.sourceRecords().idOf(id).orElseThrow(), "upsert");
    }

    private static Duration time(Random random) {
        return Duration.ofMinutes(random.nextInt(100_000));
    }

    private static RecordId record(Random random) {
        int number = random.nextInt(RECORDS);
        return ResolutionWorld.id(List.of("crm", "erp", "accounting").get(number % 3) + ":" + number);
    }
}
