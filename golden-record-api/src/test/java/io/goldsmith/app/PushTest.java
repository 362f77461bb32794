package io.goldsmith.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.publish.ChangeEvent;
import io.goldsmith.mdm.run.Run;
import io.goldsmith.mdm.run.RunState;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The web service for systems that push, by real HTTP, on a real hub that runs its schedules. */
class PushTest {

    private static final String TOKEN = "token-of-the-shop-1";
    private static final String NEXT_TOKEN = "token-of-the-shop-2";
    private static final String SECRET = "signs-what-the-shop-sends";
    private static final String TILL_TOKEN = "token-of-the-tills";

    private static final Path GUIDE = Path.of("..", "docs", "push.md");

    private static final String TILLS = """
              tills:
                kind: push
                source: accounting
                tokens: ["${file:secrets/till-token}"]
                rate-limit: 2/h
                streams:
                  - name: customers
                    records: {key: /id, timestamp: /updatedAt, attributes: {family_name: /name}}
            """;

    @TempDir
    private static Path folder;

    private static SampleHub hub;
    private static ConsoleServer server;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        Path secrets = Files.createDirectories(folder.resolve("hub").resolve("secrets"));
        Files.writeString(secrets.resolve("push-token"), TOKEN + "\n");
        Files.writeString(secrets.resolve("push-token-next"), NEXT_TOKEN + "\n");
        Files.writeString(secrets.resolve("push-signature"), SECRET + "\n");
        Files.writeString(secrets.resolve("till-token"), TILL_TOKEN + "\n");
        String documented = blocks("yaml").get(0).replace("rate-limit: 50/s", "max-batch: 300");
        hub = SampleHub.filled(folder, documented + TILLS);
        hub.runtime().connectors().start();
        server = ConsoleServer.start(hub.runtime(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        hub.close();
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        return found.results().map(block -> block.group(1)).toList();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve("api/push/" + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HttpResponse<String> put(String key, String body) {
        return send(request("shop/customers/" + key).PUT(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(String body) {
        return send(request("shop/customers").POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private static String customer(String key, String family, String born, String updated) {
        return "{\"id\":\"%s\",\"name\":{\"given\":\"Lou\",\"family\":\"%s\"},\"born\":\"%s\",\"updatedAt\":\"%s\"}"
                .formatted(key, family, born, updated);
    }

    private static String customer(String key) {
        return customer(key, "Nom" + key, "1980-01-01", "2026-05-01T00:00:00Z");
    }

    private static void awaitStatus(String key, String status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(get("shop/customers/" + key).body()).contains("\"status\":\"" + status + "\""));
    }

    private static String hmac(String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String detail) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":" + status, detail);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aPushedRecordIsResolvedAtOnce() {
        for (String key : List.of("P1", "P2", "P3")) {
            assertThat(put(key, customer(key)).body()).isEqualTo("{\"outcome\":\"landed\"}");
            awaitStatus(key, "resolved");
        }

        GoldenId golden = hub.goldenOf(new RecordId("crm", "P1"));
        assertThat(get("shop/customers/P1").body()).contains("\"goldenId\":\"" + golden + "\"");
        assertThat(hub.runtime().hub().outbox().after(0, 1_000))
                .extracting(ChangeEvent::cause)
                .anyMatch(cause -> cause.contains("pushed records"));
    }

    @Test
    void theAnswerTellsWhatBecameOfIt() {
        assertThat(put("V1", customer("V1")).body()).contains("landed");
        assertThat(put("V1", customer("V1")).body()).contains("unchanged");
        assertThat(put("V1", customer("V1", "Autre", "1980-01-01", "2020-01-01T00:00:00Z"))
                        .body())
                .contains("stale");
        assertThat(put("V1", customer("V1", "Autre", "2999-01-01", "2026-06-01T00:00:00Z"))
                        .body())
                .contains("quarantined", "birth-date-not-in-future")
                .doesNotContain("Autre", "2999");
        awaitStatus("V1", "quarantined");
        assertThat(get("shop/customers/V1").body()).contains("goldenId", "birth-date-not-in-future");
        assertThat(put("V2", "{\"name\":{\"family\":\"Sans\"}}").body())
                .contains("quarantined", "column /updatedAt must have a value");
    }

    @Test
    void aDeletedRecordIsDeletedAndMayComeBack() {
        put("D1", customer("D1"));
        awaitStatus("D1", "resolved");

        HttpResponse<String> deleted =
                send(request("shop/customers/D1?at=2026-05-02T00:00:00Z").DELETE());
        assertThat(deleted.body()).contains("landed");
        awaitStatus("D1", "deleted");
        assertThat(put("D1", customer("D1")).body()).contains("outcome").doesNotContain("landed");
        assertThat(put("D1", customer("D1", "Retour", "1980-01-01", "2026-05-03T00:00:00Z"))
                        .body())
                .contains("landed");
        awaitStatus("D1", "resolved");
    }

    @Test
    void aKeyThatNoPathCanHaveGoesIntoTheParameter() {
        HttpResponse<String> sent =
                send(request("shop/customers?key=A%2F7%3B%25").PUT(BodyPublishers.ofString(customer("A/7;%"))));

        assertThat(sent.body()).contains("landed");
        assertThat(hub.runtime().hub().sourceRecords().idOf(new RecordId("crm", "A/7;%")))
                .isPresent();
        assertThat(get("shop/customers?key=A%2F7%3B%25").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aBatchIsAnsweredItemByItem(String type) {
        String prefix = "B" + type.length();
        List<String> items = List.of(
                customer(prefix + "1"),
                customer(prefix + "2", "Demain", "2999-01-01", "2026-05-01T00:00:00Z"),
                customer(prefix + "1"),
                "{\"id\":\"" + prefix + "1\",\"status\":\"Deleted\",\"updatedAt\":\"2026-05-04T00:00:00Z\"}",
                "{\"name\":{\"family\":\"Personne\"}}");
        String body = type.endsWith("ndjson") ? String.join("\n", items) : "[" + String.join(",", items) + "]";

        HttpResponse<String> response =
                send(HttpRequest.newBuilder(server.address().resolve("api/push/shop/customers"))
                        .header("Authorization", "bearer " + NEXT_TOKEN)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));

        assertThat(response.body())
                .contains("{\"item\":0,\"outcome\":\"landed\"}")
                .contains("{\"item\":1,\"outcome\":\"quarantined\",\"reasons\":[\"birth-date-not-in-future")
                .contains("{\"item\":2,\"outcome\":\"unchanged\"}")
                .contains("{\"item\":3,\"outcome\":\"landed\"}")
                .contains("{\"item\":4,\"outcome\":\"quarantined\",\"reasons\":[\"column /")
                .contains("\"counts\":{\"landed\":2,\"unchanged\":1,\"stale\":0,\"quarantined\":2,\"suppressed\":0}")
                .doesNotContain("Demain", "Personne");
        awaitStatus(prefix + "1", "deleted");
    }

    @Test
    void ordersComeByPostAlone() {
        String order = "{\"order\":\"O7\",\"customer\":\"C1\",\"date\":\"2026-05-01\",\"amount\":\"12.50\"}";

        assertThat(send(request("shop/orders").POST(BodyPublishers.ofString(order)))
                        .body())
                .contains("\"landed\":1");
        assertProblem(send(request("shop/orders/O7").PUT(BodyPublishers.ofString(order))), 405, "by POST");
        assertProblem(get("shop/orders/O7"), 405, "by POST");
    }

    @Test
    void theSameRequestUnderTheSameKeyGetsTheSameAnswer() {
        String body = customer("I1");
        HttpRequest.Builder first =
                request("shop/customers/I1").header("Idempotency-Key", "once").PUT(BodyPublishers.ofString(body));
        assertThat(send(first).body()).contains("landed");
        assertThat(send(first).body()).contains("landed");
        // Without the key it is known for what it is.
        assertThat(put("I1", body).body()).contains("unchanged");

        assertProblem(
                send(request("shop/customers/I1")
                        .header("Idempotency-Key", "once")
                        .PUT(BodyPublishers.ofString(customer("I1", "Autre", "1980-01-01", "2026-06-01T00:00:00Z")))),
                422,
                "another request came under this one");
        assertProblem(
                send(request("shop/customers/I2")
                        .header("Idempotency-Key", "once")
                        .PUT(BodyPublishers.ofString(body))),
                422,
                "another request");
        assertThat(hub.runtime().hub().sourceRecords().idOf(new RecordId("crm", "I2")))
                .isEmpty();
    }

    @Test
    void nothingOpensItButItsOwnToken() {
        for (String header : List.of("", "Bearer wrong", "Bearer " + TILL_TOKEN, "Basic " + TOKEN, "Bearer")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.address().resolve("api/push/shop/customers/X1"))
                    .header("Content-Type", "application/json");
            if (!header.isEmpty()) {
                request.header("Authorization", header);
            }
            HttpResponse<String> refused = send(request.PUT(BodyPublishers.ofString(customer("X1"))));
            assertProblem(refused, 401, "bearer token");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        }
        assertProblem(get("nowhere/customers/X1"), 401, "bearer token");
        assertProblem(get(""), 401, "bearer token");
        // And it opens nothing else.
        HttpResponse<String> console =
                send(HttpRequest.newBuilder(server.address().resolve("golden"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .GET());
        assertThat(console.statusCode()).isEqualTo(302);
        HttpResponse<String> control =
                send(HttpRequest.newBuilder(server.address().resolve("control/held"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(BodyPublishers.noBody()));
        assertThat(control.statusCode()).isEqualTo(401);
        assertThat(hub.runtime().hub().sourceRecords().idOf(new RecordId("crm", "X1")))
                .isEmpty();
    }

    @Test
    void aSignedWebhookIsTakenAndAForgedOneIsNot() throws Exception {
        String body = customer("W1");
        HttpRequest.Builder plain = HttpRequest.newBuilder(server.address().resolve("api/push/shop/customers"))
                .header("Content-Type", "application/json");

        assertThat(send(plain.copy()
                                .header("X-Shop-Signature", "sha256=" + hmac(body))
                                .POST(BodyPublishers.ofString(body)))
                        .body())
                .contains("\"landed\":1");
        String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hmac(body)));
        assertThat(send(plain.copy().header("X-Shop-Signature", base64).POST(BodyPublishers.ofString(body)))
                        .body())
                .contains("\"unchanged\":1");
        assertProblem(
                send(plain.copy().header("X-Shop-Signature", hmac(body)).POST(BodyPublishers.ofString(body + " "))),
                401,
                "signature");
        assertProblem(
                send(plain.copy().header("X-Shop-Signature", "sha256=zz").POST(BodyPublishers.ofString(body))),
                401,
                "signature");
        // What a signature does not cover it does not open.
        assertProblem(
                send(HttpRequest.newBuilder(server.address().resolve("api/push/shop/customers/W1"))
                        .header("X-Shop-Signature", hmac(""))
                        .DELETE()),
                401,
                "signature");
        assertProblem(
                send(HttpRequest.newBuilder(server.address().resolve("api/push/shop/customers/W2"))
                        .header("Content-Type", "application/json")
                        .header("X-Shop-Signature", hmac(customer("W2")))
                        .PUT(BodyPublishers.ofString(customer("W2")))),
                401,
                "signature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"id\":\"M1\"}, 7]|Item 1 must be a JSON object",
                "{\"id\":\"Dupont\"|must be JSON in UTF-8",
                "{\"id\":\"M1\"} {\"id\":\"M2\"}|must be JSON in UTF-8",
                "[]|must have an item",
                "\"text\"|must be a JSON object"
            })
    void whatIsNoBatchIsRefusedAsAWhole(String body, String detail) {
        HttpResponse<String> response = post(body);

        assertProblem(response, 400, detail);
        assertThat(response.body()).doesNotContain("Dupont");
    }

    @Test
    void boundsAreKept() {
        assertProblem(put("L1", customer("L1", "x".repeat(1 << 20), "", "2026-05-01T00:00:00Z")), 413, "1048576 bytes");
        String many = IntStream.rangeClosed(0, 300)
                .mapToObj(i -> customer("L" + i))
                .collect(Collectors.joining(",", "[", "]"));
        assertProblem(post(many), 413, "at most 300 items, but has 301");
        assertThat(hub.runtime().hub().sourceRecords().idOf(new RecordId("crm", "L0")))
                .isEmpty();
        assertProblem(put("K".repeat(257), "{\"updatedAt\":\"2026-05-01T00:00:00Z\"}"), 400, "1 to 256 characters");
        assertProblem(put("L1", customer("L2")), 422, "must be the one in the body at /id");
        assertProblem(get("shop/nothing/L1"), 404, "customers, orders");
        assertProblem(get("shop/customers/never-sent"), 404, "no record of this key");
        assertProblem(get("shop/customers"), 400, "path or in the parameter");
        assertProblem(get("shop/customers/a/b/c"), 404, "POST /api/push");
        assertProblem(
                send(HttpRequest.newBuilder(server.address().resolve("api/push/shop/customers"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("id=1"))),
                415,
                "application/json");
        assertProblem(send(request("shop/customers/L1?at=tomorrow").DELETE()), 400, "parameter at");
    }

    @Test
    void whoSendsTooOftenIsToldWhenToComeAgain() {
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            responses.add(send(HttpRequest.newBuilder(server.address().resolve("api/push/tills/customers/T" + i))
                    .header("Authorization", "Bearer " + TILL_TOKEN)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("{\"name\":\"Till\",\"updatedAt\":\"2026-05-01T00:00:00Z\"}"))));
        }

        assertThat(responses.get(0).statusCode()).isEqualTo(200);
        assertThat(responses.get(1).statusCode()).isEqualTo(200);
        assertProblem(responses.get(2), 429, "2/h");
        assertThat(responses.get(2).headers().firstValue("Retry-After")).contains("3600");
    }

    @Test
    void pushesBelongToARunOfTheConnector() {
        put("R1", customer("R1"));

        assertThat(hub.runtime().hub().runs().latest(100))
                .extracting(Run::name, Run::state)
                .contains(tuple("shop", RunState.RUNNING));
    }

    @Test
    void theGuidesExamplesDoWhatItSays() throws Exception {
        Assumptions.assumeTrue(found("curl") && found("openssl"), "needs curl and openssl");
        List<String> commands = blocks("sh");
        List<String> answers = blocks("json");
        assertThat(commands).hasSameSizeAs(answers).isNotEmpty();
        for (int i = 0; i < commands.size(); i++) {
            Pattern expected = Pattern.compile(List.of(answers.get(i).trim().split("…", -1)).stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
            String command = commands.get(i);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(shell(command)).as(command).matches(expected));
        }
    }

    private static boolean found(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
    }

    private static String shell(String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                "-c",
                command.replace("http://localhost:8080/", server.address().toString()));
        builder.environment().put("TOKEN", TOKEN);
        builder.environment().put("SECRET", SECRET);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
