package io.goldsmith.samples.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccountingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static Accounting accounting;

    @BeforeAll
    static void start() {
        Fixtures.filled(folder);
        accounting = Accounting.start(folder, Secrets.under(folder), 7);
    }

    @AfterAll
    static void stop() {
        accounting.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(accounting.baseUri() + path))
                .header("Authorization", "Bearer " + accounting.token());
    }

    /** As often as the service says that it is busy. */
    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        while (response.statusCode() == 503) {
            response = CLIENT.send(request.build(), BodyHandlers.ofString());
        }
        return response;
    }

    private static JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request(path).GET());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static HttpRequest.Builder put(String id, String body) {
        return request("/customers/" + id).PUT(BodyPublishers.ofString(body));
    }

    private static String tag(String id) throws IOException, InterruptedException {
        return send(request("/customers/" + id).GET())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static String movedTo(String id, String city) throws IOException, InterruptedException {
        return get("/customers/" + id).toString().replaceFirst("\"city\":\"[^\"]*\"", "\"city\":\"" + city + "\"");
    }

    @Test
    void pagesThroughAllCustomersInTheOrderOfTheirIds() throws Exception {
        List<String> ids = new ArrayList<>();
        int pages = 1;
        for (int page = 0; page < pages; page++) {
            JsonNode answer = get("/customers?page=" + page + "&size=40");
            assertThat(answer.get("page").asInt()).isEqualTo(page);
            pages = answer.get("pages").asInt();
            answer.get("items").forEach(item -> ids.add(item.get("id").asString()));
        }
        assertThat(ids)
                .hasSize(Files.readAllLines(folder.resolve("accounting/customers.jsonl"))
                        .size())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(get("/customers?page=99&size=40").get("items")).isEmpty();
    }

    @Test
    void givesTheCustomersUpdatedSince() throws Exception {
        accounting.changeAddress("K0000005", Fixtures.NEW_ADDRESS);
        String since = get("/customers/K0000005").get("updatedAt").asString();
        JsonNode items = get("/customers?updated_since=" + since).get("items");
        assertThat(items)
                .anySatisfy(item -> assertThat(item.get("id").asString()).isEqualTo("K0000005"));
        assertThat(items.size()).isLessThan(20);
        assertThat(accounting.customer("K0000005").orElseThrow()).containsEntry("city", "Brest");
    }

    @Test
    void asksForTheToken() throws Exception {
        HttpRequest.Builder without = HttpRequest.newBuilder(URI.create(accounting.baseUri() + "/customers"));
        assertThat(send(without).statusCode()).isEqualTo(401);
        assertThat(send(without.header("Authorization", "Bearer guess")).statusCode())
                .isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(URI.create(accounting.baseUri() + "/admin/repeated")))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPutWithTheRightTagChangesAndAStaleOneConflicts() throws Exception {
        String stale = tag("K0000001");
        String body = movedTo("K0000001", "Pau");
        HttpResponse<String> changed = send(put("K0000001", body).header("If-Match", stale));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().get().isNotEqualTo(stale);
        assertThat(send(put("K0000001", body).header("If-Match", stale)).statusCode())
                .isEqualTo(412);
        assertThat(send(put("K0000001", body)).statusCode()).isEqualTo(428);
        assertThat(accounting.changes("K0000001")).isOne();
    }

    @Test
    void theSameValuesAgainAreNoChange() throws Exception {
        String body = movedTo("K0000002", "Pau");
        send(put("K0000002", body).header("If-Match", tag("K0000002")));
        send(put("K0000002", body).header("If-Match", tag("K0000002")));
        assertThat(accounting.changes("K0000002")).isOne();
    }

    @Test
    void aRepeatedIdempotencyKeyChangesNothingEvenWithAStaleTag() throws Exception {
        String stale = tag("K0000003");
        String body = movedTo("K0000003", "Pau");
        long before = accounting.repeatedMessages();
        HttpRequest.Builder request =
                put("K0000003", body).header("If-Match", stale).header("Idempotency-Key", "message-3");
        assertThat(send(request).statusCode()).isEqualTo(200);
        assertThat(send(request).statusCode()).isEqualTo(200);
        accounting.restart();
        assertThat(send(put("K0000003", body).header("If-Match", stale).header("Idempotency-Key", "message-3"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(accounting.changes("K0000003")).isOne();
        assertThat(accounting.repeatedMessages()).isEqualTo(before + 2);
        assertThat(send(put("K0000003", movedTo("K0000003", "Albi"))
                                .header("If-Match", "*")
                                .header("Idempotency-Key", "message-3"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void keepsEveryAcknowledgedPutWhenItIsKilled() throws Exception {
        for (int i = 10; i < 40; i++) {
            String id = "K%07d".formatted(i);
            assertThat(send(put(id, movedTo(id, "Ville " + i)).header("If-Match", tag(id)))
                            .statusCode())
                    .isEqualTo(200);
        }
        URI before = accounting.baseUri();
        accounting.kill();
        accounting.restart();
        assertThat(accounting.baseUri()).isEqualTo(before);
        for (int i = 10; i < 40; i++) {
            assertThat(accounting.customer("K%07d".formatted(i)).orElseThrow()).containsEntry("city", "Ville " + i);
        }
    }

    @Test
    void aWrongRequestIsToldWhatWasExpected() throws Exception {
        assertThat(send(request("/customers/K9999999").GET()).statusCode()).isEqualTo(404);
        assertThat(send(put("K9999999", "{}").header("If-Match", "*")).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/customers?page=-1").GET()).statusCode()).isEqualTo(400);
        assertThat(send(request("/customers?size=100000").GET()).body()).contains("size must be between 1 and 1000");
        assertThat(send(request("/customers?updated_since=yesterday").GET()).statusCode())
                .isEqualTo(400);
        assertThat(send(put("K0000004", "{\"name\":1}").header("If-Match", "*")).statusCode())
                .isEqualTo(400);
        assertThat(send(put("K0000004", "not json").header("If-Match", "*")).statusCode())
                .isEqualTo(400);
        assertThat(send(put("K0000004", "null").header("If-Match", "*")).statusCode())
                .isEqualTo(400);
        assertThat(send(put("K0000004", "{\"id\":\"K0000006\"}").header("If-Match", "*"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(put("K0000004", "{\"phone\":\"" + "1".repeat(70_000) + "\"}")
                                .header("If-Match", "*"))
                        .statusCode())
                .isEqualTo(413);
        assertThat(send(request("/customers/K0000004").DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void someRequestsAreAnsweredBy503AndTheSeedDecidesWhich() throws Exception {
        accounting.restart();
        List<Boolean> first = outages(400);
        accounting.restart();
        assertThat(outages(400)).isEqualTo(first);
        assertThat(first.stream().filter(out -> out).count()).isBetween(2L, 30L);
    }

    private static List<Boolean> outages(int requests) throws IOException, InterruptedException {
        List<Boolean> outages = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            HttpResponse<String> response =
                    CLIENT.send(request("/customers/K0000001").build(), BodyHandlers.ofString());
            boolean out = response.statusCode() == 503;
            assertThat(response.headers().firstValue("Retry-After").isPresent()).isEqualTo(out);
            outages.add(out);
        }
        return outages;
    }
}
