package io.goldsmith.app.cli;

import io.goldsmith.app.AppException;
import io.goldsmith.app.ServingFile;
import io.goldsmith.app.rest.ControlAnswer;
import io.goldsmith.app.rest.ControlProgress;
import io.goldsmith.app.rest.QuarantineQuery;
import io.goldsmith.connect.StageProgress;
import io.goldsmith.connect.replicate.DeliveryFilter;
import io.goldsmith.connect.replicate.ReconciliationRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A hub that another process serves, reached by its control endpoints. */
final class RunningHub {

    private static final Logger LOG = LoggerFactory.getLogger(RunningHub.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WORK = Duration.ofHours(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServingFile serving;

    RunningHub(ServingFile serving) {
        this.serving = serving;
    }

    ControlAnswer extract(String connector) {
        return post("control/extract/" + segment(connector));
    }

    /** @param progress told how far it is, about each second */
    ControlAnswer reconcile(String target, ReconciliationRequest request, boolean json, StageProgress progress) {
        String path = "control/reconcile/" + segment(target);
        ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
        asking.scheduleWithFixedDelay(() -> tell(path, progress), 1, 1, TimeUnit.SECONDS);
        try {
            return post(path + "?repair=" + request.repair() + "&values=" + request.values() + "&most=" + request.most()
                    + "&json=" + json);
        } finally {
            asking.shutdownNow();
        }
    }

    /** Tells how far work is; that nobody can say so now is no reason to give up the work. */
    private void tell(String path, StageProgress progress) {
        try {
            HttpResponse<String> response = send(request(path).GET().build());
            ControlProgress told = JSON.readValue(response.body(), ControlProgress.class);
            if (!told.stage().isEmpty()) {
                progress.report(told.stage(), told.done(), told.total());
            }
        } catch (IOException | JacksonException unknown) {
            LOG.debug("how far the running hub is cannot be told: {}", unknown.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    ControlAnswer deliveries(String target, DeliveryFilter filter, int most, boolean replay) {
        StringBuilder path = new StringBuilder("control/deliveries/" + segment(target) + "?most=" + most + "&replay="
                + replay + "&states="
                + filter.states().stream().map(Enum::name).collect(Collectors.joining(",")));
        filter.id().ifPresent(id -> path.append("&id=").append(id));
        filter.goldenId().ifPresent(golden -> path.append("&golden=").append(golden));
        filter.reason().ifPresent(text -> path.append("&reason=").append(segment(text)));
        filter.since().ifPresent(since -> path.append("&since=").append(segment(since.toString())));
        return post(path.toString());
    }

    ControlAnswer quarantine(QuarantineQuery query, int most, boolean replay, boolean values) {
        StringBuilder path =
                new StringBuilder("control/quarantine?most=" + most + "&replay=" + replay + "&values=" + values);
        query.id().ifPresent(id -> path.append("&id=").append(id));
        query.source().ifPresent(source -> path.append("&source=").append(segment(source)));
        query.rule().ifPresent(rule -> path.append("&rule=").append(segment(rule)));
        return post(path.toString());
    }

    ControlAnswer whatIf() {
        return post("control/what-if");
    }

    ControlAnswer retrain(boolean dryRun) {
        return post("control/retrain?dryRun=" + dryRun);
    }

    ControlAnswer held() {
        return post("control/held");
    }

    ControlAnswer approve(long id, String person) {
        return post("control/held/" + id + "/approve/" + segment(person));
    }

    ControlAnswer dismiss(long id, String person) {
        return post("control/held/" + id + "/dismiss/" + segment(person));
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ControlAnswer loadDmp() {
        return post("control/load-dmp");
    }

    ControlAnswer doctor(boolean rebuild) {
        return post(rebuild ? "control/doctor/rebuild" : "control/doctor/check");
    }

    private ControlAnswer post(String path) {
        HttpRequest request =
                request(path).POST(HttpRequest.BodyPublishers.noBody()).build();
        try {
            HttpResponse<String> response = send(request);
            if (response.statusCode() != 200) {
                throw new AppException("The running hub at " + serving.address() + " answered " + response.statusCode()
                        + " instead of 200; its log says why.");
            }
            return JSON.readValue(response.body(), ControlAnswer.class);
        } catch (IOException | JacksonException failure) {
            throw new AppException(
                    "The running hub at " + serving.address() + " did not answer as expected ("
                            + failure.getClass().getSimpleName()
                            + "). Check that it still runs; if not, delete data/serving.json and try again.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AppException("Interrupted while the running hub worked; it goes on.", interrupted);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(serving.address().resolve(path))
                .timeout(LONGEST_WORK)
                .header("Authorization", "Bearer " + serving.token().value());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
