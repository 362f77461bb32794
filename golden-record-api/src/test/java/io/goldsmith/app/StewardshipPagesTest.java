package io.goldsmith.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.stewardship.Task;
import io.goldsmith.mdm.stewardship.TaskKind;
import io.goldsmith.mdm.stewardship.TaskOpening;
import io.goldsmith.mdm.stewardship.TaskState;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The console of a hub in which possible duplicates need four eyes, with tasks and decisions of every kind. */
class StewardshipPagesTest {

    @TempDir
    private static Path folder;

    private static SampleHub sample;
    private static Hub hub;
    private static ConsoleServer server;
    private static ConsoleClient steward;

    @BeforeAll
    static void start() {
        sample = SampleHub.filled(folder, "stewardship: {four-eyes: [possible-duplicate]}\n");
        hub = sample.runtime().hub();
        server = ConsoleServer.start(sample.runtime(), 0);
        steward = ConsoleClient.signedIn(server.address(), SampleHub.STEWARD, SampleHub.STEWARD_PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
        sample.close();
    }

    private static Task first(TaskKind kind) {
        return hub.stewardship().queue(TaskState.OPEN, Optional.of(kind), 0, 1).get(0);
    }

    private static HttpResponse<String> answer(long id, String how) {
        int revision = hub.stewardship().task(id).orElseThrow().revision();
        return steward.post("tasks/" + id + "/" + how, Map.of("revision", String.valueOf(revision)));
    }

    /** The page to which an answer leads. */
    private static String followed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return steward.get(response.headers()
                        .firstValue("Location")
                        .map(URI::create)
                        .map(URI::getPath)
                        .orElseThrow())
                .body();
    }

    @Test
    void saysClearlyThatTheSameStewardCannotConfirmTheirOwnAnswer() {
        Task task = first(TaskKind.POSSIBLE_DUPLICATE);
        steward.get("tasks/" + task.id());
        assertThat(followed(answer(task.id(), "accept"))).contains("takes effect when another steward");

        HttpResponse<String> again = answer(task.id(), "accept");

        assertThat(followed(again)).contains("Nothing was decided", "four eyes", "Proposed by anna", "Same customer");
        assertThat(hub.stewardship().task(task.id()).orElseThrow().state()).isEqualTo(TaskState.PROPOSED);
        assertThat(sample.goldenOf(task.left().orElseThrow()))
                .isNotEqualTo(sample.goldenOf(task.right().orElseThrow()));
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskKind.class,
            names = {
                "CLUSTER_CONFLICT",
                "SURVIVORSHIP_CONFLICT",
                "DATA_QUALITY",
                "FAILED_DELIVERY",
                "REPLICATION_CONFLICT",
                "PRIVACY_REQUEST"
            })
    void showsATaskOfEveryKind(TaskKind kind) {
        GoldenId golden = sample.goldenOf(SampleHub.LEFEBVRE);
        hub.store().inTransaction(transaction -> {
            new TaskOpening(hub.store()).open(transaction, kind, "of " + kind, golden, 7, "what to look at");
            return null;
        });

        Task task = first(kind);

        assertThat(steward.get("tasks/" + task.id()).body()).contains("what to look at");
        assertThat(steward.get("tasks?kind=" + kind.name()).body()).contains("tasks/" + task.id());
        assertThat(steward.get("tasks/next?after=" + task.id()).statusCode()).isEqualTo(302);
        assertThat(steward.get("golden/" + golden).statusCode()).isEqualTo(200);
    }

    @Test
    void aConflictWithATargetIsAnsweredInTheConsole() {
        GoldenId golden = sample.goldenOf(SampleHub.LEFEBVRE);
        hub.store().inTransaction(transaction -> {
            new TaskOpening(hub.store())
                    .open(transaction, TaskKind.REPLICATION_CONFLICT, "erp|" + golden, golden, 60, "E1 changed there");
            return null;
        });
        Task task = first(TaskKind.REPLICATION_CONFLICT);
        assertThat(steward.get("tasks/" + task.id()).body())
                .contains("Write the golden values", "Leave the target as it is", "golden/" + golden);

        assertThat(followed(answer(task.id(), "reject"))).contains("keeps what it has of " + golden);

        assertThat(hub.stewardship().task(task.id()).orElseThrow().state()).isEqualTo(TaskState.REJECTED);
    }

    @Test
    void anAnswerAboutASampleSaysThatItChangesNothing() {
        hub.labelSampling().draw(1, 10, SampleHub.STEWARD);
        Task task = first(TaskKind.SAMPLE_REVIEW);
        assertThat(steward.get("tasks/" + task.id()).body()).contains("the answer changes nothing");

        assertThat(followed(answer(task.id(), "reject"))).contains("Noted for the sample");

        assertThat(hub.stewardship().task(task.id()).orElseThrow().state()).isEqualTo(TaskState.REJECTED);
    }

    @Test
    void callsEveryDecisionByItsName() {
        GoldenId golden = sample.goldenOf(SampleHub.LEFEBVRE);
        hub.pins()
                .pin(
                        golden,
                        "given_name",
                        AttributeValues.of(Map.of("given_name", List.of("Jean"))),
                        Optional.empty(),
                        SampleHub.STEWARD,
                        "");
        assertThat(steward.get("golden/" + golden).body())
                .contains("Value pinned")
                .doesNotContain("Different customers");

        hub.decisions().unlink(SampleHub.LEFEBVRE, SampleHub.STEWARD, "");

        assertThat(steward.get("golden/" + sample.goldenOf(SampleHub.LEFEBVRE)).body())
                .contains("Record taken out of a customer")
                .doesNotContain("Different customers");
    }
}
