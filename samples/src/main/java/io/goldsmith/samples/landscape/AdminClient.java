package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import io.goldsmith.samples.generate.PostalAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the {@link AdminApi} of a system. */
final class AdminClient {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String system;
    private final String token;

    AdminClient(String system, String token) {
        this.system = system;
        this.token = token;
    }

    Optional<Map<String, String>> customer(URI base, String key) {
        HttpResponse<String> response = send(request(base, "customers/" + key).GET());
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        read(response)
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asString()));
        return Optional.of(values);
    }

    long count(URI base, String path, String field) {
        return read(send(request(base, path).GET())).get(field).asLong();
    }

    void changeAddress(URI base, String key, PostalAddress address) {
        read(send(request(base, "customers/" + key + "/address")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(address)))));
    }

    private HttpRequest.Builder request(URI base, String path) {
        return HttpRequest.newBuilder(base.resolve(AdminApi.PATH + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return client.send(built, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new SamplesException(
                    "The " + system + " at " + built.uri()
                            + " does not answer: is its process alive? Restart it with restart().",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SamplesException("The request to the " + system + " was interrupted.", e);
        }
    }

    private JsonNode read(HttpResponse<String> response) {
        JsonNode body = MAPPER.readTree(response.body());
        if (response.statusCode() != 200) {
            throw new SamplesException("The %s answered %d to %s: %s"
                    .formatted(
                            system,
                            response.statusCode(),
                            response.uri(),
                            body.path("error").asString("")));
        }
        return body;
    }
}
