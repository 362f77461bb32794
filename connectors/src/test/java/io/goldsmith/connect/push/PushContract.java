package io.goldsmith.connect.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.HubDatabase;
import io.goldsmith.connect.TestHub;
import io.goldsmith.connect.push.PushRefusal.Kind;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.RunState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What holds of pushing on every database. */
abstract class PushContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int AT_ONCE = 8;

    static final String YAML = """
            connectors:
              shop:
                kind: push
                source: crm
                tokens: ["${file:secrets/password}"]
                max-pending: 5000
                streams:
                  - name: customers
                    records:
                      key: /id
                      timestamp: /updatedAt
                      attributes: {party_type: {constant: person}, family_name: /name, birth_date: /born}
            """;

    @TempDir
    Path folder;

    private HubDatabase database;
    private TestHub hub;

    abstract HubDatabase database();

    @BeforeEach
    void open() {
        database = database();
        hub = TestHub.open(folder, YAML, database);
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private PushConnector shop() {
        return hub.connectors().push("shop").orElseThrow();
    }

    private static String customer(String key, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"born\":\"1980-01-01\",\"updatedAt\":\"2026-05-01T00:00:00Z\"}"
                .formatted(key, name);
    }

    private static PushRequest batch(Optional<String> idempotencyKey, String... items) {
        List<PushRequest.Item> upserts = new ArrayList<>();
        for (String item : items) {
            upserts.add(new PushRequest.Upsert(Optional.empty(), JSON.readTree(item)));
        }
        byte[] body = String.join("\n", items).getBytes(StandardCharsets.UTF_8);
        return new PushRequest(
                "customers", upserts, true, new PushRequest.Identity("POST customers", body), idempotencyKey);
    }

    private long versions() {
        return hub.hub().store().inTransaction(transaction -> {
            try (PreparedStatement query =
                            transaction.connection().prepareStatement("select count(*) from source_record_version");
                    var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private List<String> atOnce(IntStream numbers, IntFunction<PushRequest> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<Future<String>> answers = numbers.mapToObj(number -> threads.submit(() -> {
                        together.await();
                        return shop().land(request.apply(number));
                    }))
                    .toList();
            List<String> texts = new ArrayList<>();
            for (Future<String> answer : answers) {
                texts.add(answer.get());
            }
            return texts;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theSameRequestAtTheSameTimeIsLandedOnceAndAnsweredAlike() throws Exception {
        PushRequest request = batch(Optional.of("k"), customer("C1", "Un"), customer("C2", "Deux"));

        List<String> answers = atOnce(IntStream.range(0, AT_ONCE), number -> request);

        assertThat(answers).hasSize(AT_ONCE).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("\"landed\":2");
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void differentRequestsForOneNewRecordAllLand() throws Exception {
        List<String> answers = atOnce(
                IntStream.range(0, AT_ONCE),
                number -> batch(Optional.of("k" + number), customer("C1", "Nom" + number), customer("C2", "Deux")));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("{\"item\":0,\"outcome\":\"landed\"}"));
        assertThat(versions()).isEqualTo(AT_ONCE + 1);
    }

    @Test
    void anAnswerOutlivesTheHubAndIsForgottenAfterADay() {
        PushRequest request = batch(Optional.of("k"), customer("C1", "Un"));
        String answer = shop().land(request);
        hub.close();
        hub = TestHub.open(folder, YAML, database);

        assertThat(shop().land(request)).isEqualTo(answer).contains("\"landed\":1");

        hub.hub().store().inTransaction(transaction -> {
            try (PreparedStatement age =
                    transaction.connection().prepareStatement("update push_answer set answered_at = ?")) {
                age.setObject(
                        1, OffsetDateTime.now(ZoneOffset.UTC).minusHours(24).minusSeconds(1));
                return age.executeUpdate();
            }
        });
        // The key is free again, for another request too.
        assertThat(shop().land(batch(Optional.of("k"), customer("C1", "Un"), customer("C2", "Deux"))))
                .contains("\"unchanged\":1", "\"landed\":1");
        shop().tidy();
        assertThat(shop().land(request(customer("C3", "Trois")))).contains("\"landed\":1");
    }

    private static PushRequest request(String item) {
        return batch(Optional.empty(), item);
    }

    @Test
    void whatIsKeptOfARequestHasNoValueOfAPerson() {
        shop().land(batch(Optional.of("dupont@example.fr"), customer("C-DUPONT", "Dupont"), "{\"name\":\"Dupont\"}"));

        String kept = hub.hub().store().inTransaction(transaction -> {
            try (PreparedStatement query = transaction
                            .connection()
                            .prepareStatement("select key_digest || request_digest || answer from push_answer");
                    var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });

        assertThat(kept).contains("quarantined").doesNotContainIgnoringCase("dupont");
    }

    @Test
    void aBatchThatContradictsItselfLandsNothing() {
        PushRequest broken = new PushRequest(
                "customers",
                List.of(
                        new PushRequest.Upsert(Optional.empty(), JSON.readTree(customer("C1", "Un"))),
                        new PushRequest.Upsert(Optional.of("C9"), JSON.readTree(customer("C2", "Deux")))),
                true,
                new PushRequest.Identity("POST customers", new byte[] {1}),
                Optional.of("k"));

        assertThatThrownBy(() -> shop().land(broken))
                .isInstanceOfSatisfying(
                        PushRefusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Kind.CONTRADICTION));
        assertThat(versions()).isZero();
        assertThat(shop().land(batch(Optional.of("k"), customer("C1", "Un")))).contains("\"landed\":1");
    }

    @Test
    void whileTooMuchWaitsSendersAreAskedToWait() {
        hub.close();
        hub = TestHub.open(folder, YAML.replace("max-pending: 5000", "max-pending: 2"), database);
        shop().land(batch(Optional.empty(), customer("C1", "Un"), customer("C2", "Deux")));
        hub.close();
        hub = TestHub.open(folder, YAML.replace("max-pending: 5000", "max-pending: 2"), database);

        assertThatThrownBy(() -> shop().land(request(customer("C3", "Trois"))))
                .isInstanceOfSatisfying(PushRefusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.BUSY);
                    assertThat(refusal.retryAfter()).isPositive();
                });

        hub.connectors().settle("test");
        hub.close();
        hub = TestHub.open(folder, YAML.replace("max-pending: 5000", "max-pending: 2"), database);
        assertThat(shop().land(request(customer("C3", "Trois")))).contains("\"landed\":1");
    }

    @Test
    void aRunEndsWithTheHubAndTellsWhatWasPushed() {
        shop().land(batch(Optional.empty(), customer("C1", "Un"), customer("C1", "Un"), "{\"id\":\"C2\"}"));
        hub.close();
        hub = TestHub.open(folder, YAML, database);

        Run run = hub.hub().runs().latest(1).get(0);
        assertThat(run.name()).isEqualTo("shop");
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.counts())
                .containsEntry("read", 3L)
                .containsEntry("landed", 1L)
                .containsEntry("unchanged", 1L)
                .containsEntry("unreadable", 1L);
    }

    @Test
    void aBatchLandsInItsOrder() {
        String[] items = IntStream.range(0, 500)
                .mapToObj(i -> customer("C" + i % 250, "Nom" + i))
                .toArray(String[]::new);

        String answer = shop().land(batch(Optional.of("k"), items));

        assertThat(answer).contains("\"landed\":500");
        hub.connectors().settle("test");
        assertThat(hub.hub()
                        .goldenRecords()
                        .find(hub.hub()
                                .goldenRecords()
                                .goldenOf(new RecordId("crm", "C7"))
                                .orElseThrow())
                        .orElseThrow()
                        .attributes()
                        .first("family_name"))
                .contains("Nom257");
    }
}
