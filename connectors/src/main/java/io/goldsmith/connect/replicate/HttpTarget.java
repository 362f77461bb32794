package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.http.HttpAnswer;
import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.mapping.JsonRow;
import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.replicate.ConflictCheck.Verdict;
import io.goldsmith.mdm.source.Delivery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target that takes a record as {@code PUT}: the record is read with its ETag, compared with what the hub knows of it, the columns are
 * set in it, and it is written back if nobody changed it in between. A record that has it all already is not written. One that is to go is
 * {@code DELETE}d under the same guard.
 */
final class HttpTarget implements Target {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How often a record that was changed in between is read anew at once. */
    private static final int REREADS = 3;

    /** What a service says that takes nothing from anybody now: too many requests, bad gateway, unavailable, gateway timeout. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    private static final int PRECONDITION_FAILED = 412;

    private static final String NO_OBJECT = "the record must be a JSON object, but is something else";

    private final HttpService service;
    private final String resource;
    private final Duration patience;
    private final RecordMapping mapping;
    private final ConflictCheck conflicts;
    private final HttpCreation creation;
    private final HttpRePointing rePointing;
    private final int parallel;

    /**
     * @param resource the path above the record's key
     * @param patience how long an answer may take, at least
     * @param mapping how the service's records are read
     * @param creation how new records are made
     * @param rePointing how what hangs on a record is moved to another
     * @param parallel how many records are on their way at a time
     */
    HttpTarget(
            HttpService service,
            String resource,
            Duration patience,
            RecordMapping mapping,
            ConflictCheck conflicts,
            HttpCreation creation,
            HttpRePointing rePointing,
            int parallel) {
        this.service = service;
        this.resource = resource;
        this.patience = patience;
        this.mapping = mapping;
        this.conflicts = conflicts;
        this.creation = creation;
        this.rePointing = rePointing;
        this.parallel = parallel;
    }

    /** A pack has at most one letter for each record, so some can be on their way at a time. */
    @Override
    public List<Outcome> send(String carrier, List<Letter> pack) {
        AtomicReference<Outcome> unreachable = new AtomicReference<>();
        if (pack.size() == 1 || parallel == 1 || pack.stream().anyMatch(Letter::creates)) {
            return pack.stream().map(letter -> send(letter, unreachable)).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(parallel, pack.size()));
        try {
            List<Future<Outcome>> sent = pack.stream()
                    .map(letter -> threads.submit(() -> send(letter, unreachable)))
                    .toList();
            List<Outcome> outcomes = new ArrayList<>(pack.size());
            for (Future<Outcome> each : sent) {
                outcomes.add(each.get());
            }
            return outcomes;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while writing to " + service.address(), interrupted);
        } catch (ExecutionException failed) {
            throw new ConnectException("Writing to " + service.address() + " failed", failed.getCause());
        } finally {
            threads.shutdown();
        }
    }

    /** When one letter finds that nobody answers, those behind it are not tried. */
    private Outcome send(Letter letter, AtomicReference<Outcome> unreachable) {
        if (unreachable.get() != null) {
            return unreachable.get();
        }
        Outcome outcome = letter.creates() ? creation.create(letter) : send(letter);
        if (outcome instanceof Outcome.Unreachable) {
            unreachable.compareAndSet(null, outcome);
        }
        return outcome;
    }

    private Outcome send(Letter letter) {
        try {
            for (int i = 0; i < REREADS; i++) {
                Optional<Outcome> outcome = attempt(letter);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            return new Outcome.Failed("the record changes faster than it can be written", Duration.ZERO);
        } catch (ConnectException noAnswer) {
            return new Outcome.Unreachable(noAnswer.getMessage());
        } catch (JacksonException notJson) {
            return new Outcome.Failed(NO_OBJECT, Duration.ZERO);
        }
    }

    /** Reads the record and writes it; empty if somebody changed it in between. */
    private Optional<Outcome> attempt(Letter letter) {
        String path = path(letter.update().key());
        boolean deletes = letter.update().role().deletes();
        HttpAnswer read = service.get(path, "");
        if (deletes && isGone(read)) {
            return Optional.of(new Outcome.Deleted());
        }
        if (!read.isDone()) {
            return Optional.of(refused("reading the record", read));
        }
        if (!(JSON.readTree(read.body()) instanceof ObjectNode record)) {
            return Optional.of(new Outcome.Failed(NO_OBJECT, Duration.ZERO));
        }
        Delivery there = mapping.map(new JsonRow(path, record));
        if (there instanceof Delivery.RecordVersion version && version.deleted()) {
            return Optional.of(
                    deletes
                            ? new Outcome.Deleted()
                            : new Outcome.Refused("the system says that it has deleted the record"));
        }
        return deletes ? delete(letter, path, read, there) : write(letter, path, read, record, there);
    }

    private Optional<Outcome> delete(Letter letter, String path, HttpAnswer read, Delivery there) {
        Outcome outcome = conflicts.judgeDeletion(letter, there);
        if (!(outcome instanceof Outcome.Deleted)) {
            return Optional.of(outcome);
        }
        HttpAnswer deleted = service.delete(path, headers(letter, read));
        if (deleted.status() == PRECONDITION_FAILED) {
            return Optional.empty();
        }
        return Optional.of(deleted.isDone() || isGone(deleted) ? outcome : refused("deleting the record", deleted));
    }

    private Optional<Outcome> write(Letter letter, String path, HttpAnswer read, ObjectNode record, Delivery there) {
        Verdict verdict = conflicts.judge(letter, there);
        Optional<Outcome> unmoved = verdict.isConflict() ? Optional.empty() : rePointing.move(letter);
        if (unmoved.isPresent()) {
            return unmoved;
        }
        SortedMap<String, String> columns = verdict.with(letter.update().role().marks(), new JsonRow(path, record));
        if (columns.isEmpty()) {
            return Optional.of(verdict.outcome());
        }
        columns.forEach((pointer, text) -> set(record, pointer, text));
        HttpAnswer written = service.put(path, headers(letter, read), JSON.writeValueAsBytes(record));
        if (written.status() == PRECONDITION_FAILED) {
            return Optional.empty();
        }
        return Optional.of(written.isDone() ? verdict.outcome() : refused("writing the record", written));
    }

    private String path(String key) {
        return resource + "/" + encoded(key);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean repeatsCreations() {
        return creation.isRepeatable();
    }

    @Override
    public boolean lacks(String key) {
        HttpAnswer answer = service.get(path(key), "");
        boolean isGone = isGone(answer);
        if (!isGone && !answer.isDone()) {
            throw new ConnectException(
                    "Asking " + service.address() + resource + " for a record must be answered by 200"
                            + " or 404, but is answered by " + answer.status() + "; check the service's own log");
        }
        return isGone;
    }

    private static boolean isGone(HttpAnswer answer) {
        return answer.status() == 404 || answer.status() == 410;
    }

    @Override
    public Optional<Map<String, String>> texts(String key, Set<String> pointers) {
        HttpAnswer answer = service.get(path(key), "");
        if (!answer.isDone()) {
            return Optional.empty();
        }
        try {
            JsonRow row = new JsonRow(resource, JSON.readTree(answer.body()));
            Map<String, String> texts = new HashMap<>();
            pointers.forEach(pointer -> texts.put(pointer, row.text(pointer).orElse("")));
            return Optional.of(texts);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Map<String, String> headers(Letter letter, HttpAnswer read) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", letter.messageId());
        read.etag().ifPresent(etag -> headers.put("If-Match", etag));
        return headers;
    }

    static void set(ObjectNode record, String pointer, String text) {
        String[] steps = pointer.substring(1).split("/");
        ObjectNode node = record;
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode child = node.path(steps[i]);
            node = child instanceof ObjectNode object ? object : node.putObject(steps[i]);
        }
        if (text.isEmpty()) {
            node.putNull(steps[steps.length - 1]);
        } else {
            node.put(steps[steps.length - 1], text);
        }
    }

    static Outcome refused(String what, HttpAnswer answer) {
        String reason = what + " was answered by " + answer.status();
        if (answer.status() == 401 || answer.status() == 403) {
            return new Outcome.Unreachable(reason + "; check the token of the connector that reads it");
        }
        if (NOT_NOW.contains(answer.status())) {
            return new Outcome.Unreachable(reason, answer.retryAfter());
        }
        return answer.isRetriable() ? new Outcome.Failed(reason, answer.retryAfter()) : new Outcome.Refused(reason);
    }

    @Override
    public boolean isDivisible() {
        return true;
    }

    @Override
    public Duration patience() {
        return patience;
    }
}
