package io.goldsmith.bench.connect;

import io.goldsmith.bench.figure.BenchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A system that sends each change to the hub's web service. */
final class Pushes {

    private final URI hub;
    private final HttpClient client = HttpClient.newHttpClient();

    Pushes(URI hub) {
        this.hub = hub;
    }

    /** A person moves; landed when this returns. */
    void move(Person person, int number) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("id", person.key())
                .put("given", person.givenName())
                .put("family", person.familyName())
                .put("born", person.birthDate())
                .put("email", person.email())
                .put("street", Person.street(number))
                .put("updatedAt", Instant.now().toString());
        HttpRequest request = HttpRequest.newBuilder(hub.resolve("/api/push/shop/persons/" + person.key()))
                .header("Authorization", "Bearer " + ServedFolder.TOKEN)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BenchException("A push must be answered by 200, but is answered by " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new BenchException("The hub of the benchmark takes no pushes.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("The benchmark was interrupted; run it again.", e);
        }
    }
}
