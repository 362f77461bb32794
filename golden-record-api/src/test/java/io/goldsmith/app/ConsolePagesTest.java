package io.goldsmith.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.rest.ControlToken;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.Decision;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console and the control endpoints by real HTTP, on a real hub. */
class ConsolePagesTest {

    @TempDir
    private static Path folder;

    private static SampleHub hub;
    private static ConsoleServer server;
    // Signed in once: checking a password takes its time by design.
    private static ConsoleClient steward;
    private static ConsoleClient viewer;

    @BeforeAll
    static void start() {
        hub = SampleHub.filled(folder);
        server = ConsoleServer.start(hub.runtime(), 0);
        steward = ConsoleClient.signedIn(server.address(), SampleHub.STEWARD, SampleHub.STEWARD_PASSWORD);
        viewer = ConsoleClient.signedIn(server.address(), SampleHub.VIEWER, SampleHub.VIEWER_PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
        hub.close();
    }

    private static List<Task> openTasks() {
        return hub.runtime().hub().stewardship().queue(TaskState.OPEN, Optional.of(TaskKind.POSSIBLE_DUPLICATE), 0, 50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "golden", "golden?q=lefebvre", "tasks", "quarantine", "deliveries", "runs", "golden/G-1"})
    void showsNoPageBeforeSigningIn(String page) {
        HttpResponse<String> response = new ConsoleClient(server.address()).get(page);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "golden",
                "golden?q=lefebvre",
                "golden?q=lefebvre&page=99999999",
                "tasks",
                "tasks?state=REJECTED&kind=&page=-3",
                "quarantine",
                "deliveries",
                "deliveries?target=nowhere&state=DEAD",
                "runs"
            })
    void showsEveryPageToAViewer(String page) {
        HttpResponse<String> response = viewer.get(page);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<h1>").doesNotContain("th:");
    }

    @Test
    void refusesAWrongPasswordWithoutSayingWhichPartIsWrong() {
        ConsoleClient client = new ConsoleClient(server.address());
        client.get("login");

        HttpResponse<String> wrongPassword = client.post("login", Map.of("username", "anna", "password", "wrong"));
        HttpResponse<String> wrongName = client.post("login", Map.of("username", "nobody", "password", "wrong"));

        assertThat(wrongPassword.headers().firstValue("Location"))
                .isEqualTo(wrongName.headers().firstValue("Location"))
                .get()
                .asString()
                .endsWith("/login?error");
        assertThat(client.get("").statusCode()).isEqualTo(302);
    }

    @Test
    void makesSomeoneWhoGuessesPasswordsWait() {
        ConsoleClient client = new ConsoleClient(server.address());
        client.get("login");
        for (int attempt = 0; attempt < 5; attempt++) {
            client.post("login", Map.of("username", "guessed", "password", "wrong" + attempt));
        }

        HttpResponse<String> response = client.post("login", Map.of("username", "guessed", "password", "wrong"));

        assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/login?wait");
    }

    @Test
    void sendsHeadersThatKeepForeignScriptsAndFramesOut() {
        HttpResponse<String> response = steward.get("");

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.body()).doesNotContain("style=\"").doesNotContainPattern("\\son[a-z]+=\"");
    }

    @Test
    void keepsTheSessionCookieFromScriptsAndForeignSites() {
        HttpResponse<String> response = new ConsoleClient(server.address()).get("login");

        assertThat(response.headers().firstValue("Set-Cookie")).get().asString().contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void findsACustomerAndShowsWhereItsValuesComeFrom() {
        GoldenId golden = hub.goldenOf(SampleHub.LEFEBVRE);

        assertThat(steward.get("golden?q=lefeb").body()).contains("golden/" + golden);
        assertThat(steward.get("golden/" + golden).body())
                .contains("Golden values", "crm:C1", "accounting:A1", "Most recent", "2 place Bellecour")
                .contains("120.50", "Ateliers Garnier SARL", "load of crm");
    }

    @Test
    void saysWhatReferenceDataSayOfAValue() {
        String page =
                steward.get("golden/" + hub.goldenOf(new RecordId("crm", "C6"))).body();

        assertThat(page)
                .contains("Verified by sirene/units of 1 Feb 2026")
                .contains("Not quite as in sirene/units of 1 Feb 2026", "LES ATELIERS GARNIERS");
    }

    @Test
    void escapesWhatASourceDelivers() {
        String page = steward.get("golden/" + hub.goldenOf(SampleHub.SCRIPTED)).body();

        assertThat(page)
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<b>Haute");
    }

    @Test
    void saysKindlyThatAPageIsNotThere() {

        for (String page : List.of("golden/G-999999", "golden/nonsense", "tasks/999999", "nowhere")) {
            HttpResponse<String> response = steward.get(page);
            assertThat(response.statusCode()).as(page).isEqualTo(404);
            assertThat(response.body()).as(page).contains("Not here").doesNotContain("Exception");
        }
        assertThat(steward.get("tasks/abc").statusCode()).isEqualTo(400);
    }

    @Test
    void mergesWhatAStewardHoldsToBeOneCustomerAndTakesItBack() {
        Task task = openTasks().get(0);
        assertThat(steward.get("tasks/" + task.id()).body()).contains("Same customer", "Why the hub thinks so");

        HttpResponse<String> response = steward.post(
                "tasks/" + task.id() + "/accept",
                Map.of("revision", String.valueOf(task.revision()), "comment", "same handwriting"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(hub.goldenOf(task.left().orElseThrow()))
                .isEqualTo(hub.goldenOf(task.right().orElseThrow()));
        GoldenId merged = hub.goldenOf(task.left().orElseThrow());
        assertThat(steward.get("golden/" + merged).body()).contains("same handwriting", "Take back");
        Decision decision =
                hub.runtime().hub().stewardship().decisionsOf(merged).get(0);
        assertThat(decision.madeBy()).isEqualTo(SampleHub.STEWARD);

        steward.post("decisions/" + decision.id() + "/undo", Map.of("golden", merged.toString()));

        assertThat(hub.goldenOf(task.left().orElseThrow()))
                .isNotEqualTo(hub.goldenOf(task.right().orElseThrow()));
    }

    @Test
    void decidesNothingOnATaskThatChangedMeanwhile() {
        Task task = openTasks().get(openTasks().size() - 1);
        steward.get("tasks/" + task.id());

        HttpResponse<String> response =
                steward.post("tasks/" + task.id() + "/reject", Map.of("revision", String.valueOf(task.revision() + 7)));

        assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/tasks/" + task.id());
        assertThat(steward.get("tasks/" + task.id()).body()).contains("Nothing was decided");
        assertThat(hub.runtime()
                        .hub()
                        .stewardship()
                        .task(task.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.OPEN);
    }

    @Test
    void letsAViewerDecideNothing() {
        Task task = openTasks().get(0);
        assertThat(viewer.get("tasks/" + task.id()).body())
                .doesNotContain("/accept")
                .doesNotContain("/reject");

        for (String path : List.of(
                "tasks/" + task.id() + "/accept", "decisions/1/undo", "quarantine/replay", "deliveries/1/replay")) {
            assertThat(viewer.post(path, Map.of("revision", "1")).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(hub.runtime()
                        .hub()
                        .stewardship()
                        .task(task.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.OPEN);
    }

    @Test
    void refusesAFormThatNoPageOfOursSent() {
        Task task = openTasks().get(0);

        HttpResponse<String> response = steward.postWithoutToken(
                "tasks/" + task.id() + "/accept", Map.of("revision", String.valueOf(task.revision())));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Not yours to do");
        assertThat(hub.runtime()
                        .hub()
                        .stewardship()
                        .task(task.id())
                        .orElseThrow()
                        .state())
                .isEqualTo(TaskState.OPEN);
    }

    @Test
    void showsWhyRecordsWaitInQuarantineAndReplaysThem() {
        assertThat(steward.get("quarantine").body()).contains("birth-date-not-in-future", "clients.csv:71");

        HttpResponse<String> response = steward.post("quarantine/replay", Map.of("page", "0"));

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(steward.get("quarantine").body()).contains("0 passed", "birth-date-not-in-future");
    }

    @Test
    void answersTheHealthQuestionWithoutATokenAndNothingElse() throws Exception {
        assertThat(control("GET", "actuator/health", "").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(control("GET", "actuator/env", "").statusCode()).isEqualTo(401);
    }

    @Test
    void opensTheControlEndpointsToTheTokenInTheServingFileAlone() throws Exception {
        ControlToken token =
                ServingFile.find(folder.resolve("hub")).orElseThrow().token();

        assertThat(control("POST", "control/load-dmp", "").statusCode()).isEqualTo(401);
        assertThat(control("POST", "control/load-dmp", ControlToken.random().value())
                        .statusCode())
                .isEqualTo(401);
        assertThat(control("POST", "control/extract/nowhere", token.value()).body())
                .contains("WRONG", "There is no connector nowhere");
        assertThat(control("POST", "control/load-dmp", token.value()).body()).contains("Privacy report");
        assertThat(steward.get("").body()).contains("k-anonymity");
    }

    @Test
    void hidesTheServingFileFromOtherUsers() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("hub/data/serving.json")))
                .hasSize(2)
                .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }

    private static HttpResponse<String> control(String method, String path, String token) throws Exception {
        URI address = server.address().resolve(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
