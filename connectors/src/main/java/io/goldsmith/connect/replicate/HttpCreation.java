package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.http.HttpAnswer;
import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.CreateSettings;
import io.goldsmith.mdm.source.Delivery;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records in a service by {@code POST}. A service that knows a repeat by its {@code Idempotency-Key}, or that can be asked for the record
 * of a golden id, is asked again after a lost answer; of any other nobody knows then.
 */
final class HttpCreation {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The service says that it did nothing: too many requests, unavailable. */
    private static final Set<Integer> NOT_DONE = Set.of(429, 503);

    private final HttpService service;
    private final String resource;
    private final String items;
    private final RecordMapping mapping;
    private final CreateSettings settings;

    /** @param items JSON pointer to the items of a page, for an answer to {@code lookup} that is a page */
    HttpCreation(HttpService service, String resource, String items, RecordMapping mapping, CreateSettings settings) {
        this.service = service;
        this.resource = resource;
        this.items = items;
        this.mapping = mapping;
        this.settings = settings;
    }

    boolean isRepeatable() {
        return settings.idempotent() || settings.lookup().isPresent();
    }

    Outcome create(Letter letter) {
        try {
            Optional<Outcome> earlier = lookup(letter);
            return earlier.isPresent() ? earlier.get() : post(letter);
        } catch (ConnectException noAnswer) {
            return new Outcome.Unreachable(noAnswer.getMessage());
        } catch (JacksonException notJson) {
            return new Outcome.Failed("asking for the record of a golden id was answered by no JSON", Duration.ZERO);
        }
    }

    /** What is there of an earlier attempt, or why that cannot be told; empty if nothing is. */
    private Optional<Outcome> lookup(Letter letter) {
        if (settings.lookup().isEmpty()) {
            return Optional.empty();
        }
        String golden = letter.update().golden().id().toString();
        String[] asked = settings.lookup()
                .get()
                .replace("{id}", HttpTarget.encoded(golden))
                .split("\\?", 2);
        HttpAnswer answer = service.get(asked[0], asked.length > 1 ? asked[1] : "");
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        if (!answer.isDone()) {
            return Optional.of(HttpTarget.refused("asking for the record of a golden id", answer));
        }
        List<String> keys = keys(JSON.readTree(answer.body()));
        if (keys.size() > 1) {
            return Optional.of(new Outcome.Refused("several records have the golden id; leave it in one"));
        }
        return keys.stream().findFirst().map(this::created);
    }

    private List<String> keys(JsonNode answer) {
        List<JsonNode> records = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(records::add);
        } else if (answer.at(items).isArray()) {
            answer.at(items).forEach(records::add);
        } else {
            records.add(answer);
        }
        return records.stream()
                .flatMap(record -> new JsonRow(resource, record).text(mapping.keyColumn()).stream())
                .toList();
    }

    private Outcome post(Letter letter) {
        ObjectNode record = JSON.createObjectNode();
        letter.update().columns().forEach((pointer, text) -> {
            if (!text.isEmpty()) {
                HttpTarget.set(record, pointer, text);
            }
        });
        settings.ourKey()
                .ifPresent(pointer -> HttpTarget.set(
                        record, pointer, letter.update().golden().id().toString()));
        HttpAnswer answer;
        try {
            answer = service.post(
                    resource, Map.of("Idempotency-Key", letter.messageId()), JSON.writeValueAsBytes(record));
        } catch (ConnectException noAnswer) {
            boolean wasNeverSent = noAnswer.getCause() instanceof java.net.ConnectException;
            return wasNeverSent || isRepeatable()
                    ? new Outcome.Unreachable(noAnswer.getMessage())
                    : new Outcome.Uncertain("the service did not answer");
        }
        if (answer.isDone()) {
            return key(answer)
                    .map(this::created)
                    .orElseGet(() -> new Outcome.Uncertain("it was created, and the answer names no key"));
        }
        boolean mayBeDone = answer.status() >= 500 && !NOT_DONE.contains(answer.status());
        return mayBeDone && !isRepeatable()
                ? new Outcome.Uncertain("creating the record was answered by " + answer.status())
                : HttpTarget.refused("creating the record", answer);
    }

    private Optional<String> key(HttpAnswer answer) {
        Optional<String> inBody = Optional.empty();
        try {
            inBody = new JsonRow(resource, JSON.readTree(answer.body())).text(settings.keyAnswer());
        } catch (JacksonException noJson) {
            // Then the location has it.
        }
        return inBody.or(() -> answer.location()
                .map(location -> location.split("[?#]", 2)[0])
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8))
                .filter(key -> !key.isEmpty()));
    }

    /** With the record as the service has it, which is more than what was sent; without, if it does not answer now. */
    private Outcome created(String key) {
        Optional<Delivery.RecordVersion> there = Optional.empty();
        try {
            HttpAnswer read = service.get(resource + "/" + HttpTarget.encoded(key), "");
            if (read.isDone()
                    && mapping.map(new JsonRow(resource, JSON.readTree(read.body())))
                            instanceof Delivery.RecordVersion version) {
                there = Optional.of(version);
            }
        } catch (ConnectException | JacksonException later) {
            // The record is landed as it was written, and as it is when it is extracted.
        }
        return new Outcome.Created(key, there);
    }
}
