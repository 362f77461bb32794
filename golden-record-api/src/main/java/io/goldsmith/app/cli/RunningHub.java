package io.goldsmith.app.cli;

import io.goldsmith.app.AppException;
import io.goldsmith.app.ServingFile;
import io.goldsmith.app.rest.ControlAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A hub that another process serves, reached by its control endpoints. */
final class RunningHub {

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
        URI address = serving.address().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_WORK)
                .header("Authorization", "Bearer " + serving.token().value())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
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
}
