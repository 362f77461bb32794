package io.goldsmith.app.rest;

import io.goldsmith.connect.Connectors;
import io.goldsmith.connect.push.PushConnector;
import io.goldsmith.connect.push.PushRefusal;
import io.goldsmith.connect.push.PushRefusal.Kind;
import io.goldsmith.connect.push.PushRequest;
import io.goldsmith.connect.push.PushStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The web service for systems that send by themselves. A key stands in the path, or, where it has characters that a path cannot have, in the
 * parameter {@code key}.
 */
@RestController
@RequestMapping("/api/push")
class PushController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_IDEMPOTENCY_KEY = 255;

    private final Connectors connectors;
    private final Clock clock;

    PushController(Connectors connectors, Clock clock) {
        this.connectors = connectors;
        this.clock = clock;
    }

    @PutMapping({"/{connector}/{stream}/{key}", "/{connector}/{stream}"})
    ResponseEntity<byte[]> put(
            @PathVariable String connector,
            @PathVariable String stream,
            @PathVariable(required = false) String key,
            @RequestParam(name = "key", required = false) String keyParameter,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String idempotencyKey,
            HttpServletRequest request)
            throws IOException {
        requireForm(request);
        String wanted = key(key, keyParameter);
        byte[] body = PushBody.read(request.getInputStream(), PushConnector.GREATEST_RECORD);
        return answer(
                connector,
                new PushRequest(
                        stream,
                        List.of(PushBody.single(Optional.of(wanted), body)),
                        false,
                        new PushRequest.Identity("PUT " + stream + " " + wanted, body),
                        idempotencyKey(idempotencyKey)));
    }

    /** @param at when the system deleted the record; without it now */
    @DeleteMapping({"/{connector}/{stream}/{key}", "/{connector}/{stream}"})
    ResponseEntity<byte[]> delete(
            @PathVariable String connector,
            @PathVariable String stream,
            @PathVariable(required = false) String key,
            @RequestParam(name = "key", required = false) String keyParameter,
            @RequestParam(required = false) String at,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String idempotencyKey) {
        String wanted = key(key, keyParameter);
        return answer(
                connector,
                new PushRequest(
                        stream,
                        List.of(new PushRequest.Deletion(wanted, instant(at))),
                        false,
                        new PushRequest.Identity("DELETE " + stream + " " + wanted + " " + at, new byte[0]),
                        idempotencyKey(idempotencyKey)));
    }

    @PostMapping("/{connector}/{stream}")
    ResponseEntity<byte[]> post(
            @PathVariable String connector,
            @PathVariable String stream,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) String idempotencyKey,
            HttpServletRequest request)
            throws IOException {
        PushBody.Form form = requireForm(request);
        PushConnector pushed = connector(connector);
        byte[] body = PushBody.read(request.getInputStream(), pushed.greatestBatch());
        return answer(
                connector,
                new PushRequest(
                        stream,
                        PushBody.batch(form, body, pushed.greatestBatchItems()),
                        true,
                        new PushRequest.Identity("POST " + stream, body),
                        idempotencyKey(idempotencyKey)));
    }

    @GetMapping({"/{connector}/{stream}/{key}", "/{connector}/{stream}"})
    Map<String, Object> status(
            @PathVariable String connector,
            @PathVariable String stream,
            @PathVariable(required = false) String key,
            @RequestParam(name = "key", required = false) String keyParameter) {
        PushStatus status = connector(connector).status(stream, key(key, keyParameter));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", status.state().word());
        status.golden().ifPresent(golden -> answer.put("goldenId", golden.toString()));
        if (!status.reasons().isEmpty()) {
            answer.put("reasons", status.reasons());
        }
        return answer;
    }

    @RequestMapping("/**")
    void other() {
        throw new PushRefusal(
                Kind.UNKNOWN,
                "Requests must be PUT, DELETE or GET /api/push/{connector}/{stream}/{key}, or POST"
                        + " /api/push/{connector}/{stream}, but this one is none of them");
    }

    private ResponseEntity<byte[]> answer(String connector, PushRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(connector(connector).land(request).getBytes(StandardCharsets.UTF_8));
    }

    private PushConnector connector(String name) {
        return connectors
                .push(name)
                .orElseThrow(() -> new PushRefusal(Kind.UNKNOWN, "There is no such connector of kind push"));
    }

    private static PushBody.Form requireForm(HttpServletRequest request) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new UnsupportedFormException("A body must come as it is, but has a Content-Encoding");
        }
        return PushBody.form(request.getContentType())
                .orElseThrow(
                        () -> new UnsupportedFormException(
                                "The Content-Type must be application/json, or application/x-ndjson for a batch, but is another"));
    }

    /** A body in a form that is not read. */
    static final class UnsupportedFormException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsupportedFormException(String message) {
            super(message);
        }
    }

    private static String key(String inPath, String parameter) {
        if ((inPath == null) == (parameter == null)) {
            throw new PushRefusal(
                    Kind.MALFORMED,
                    "The record's key must stand in the path or in the parameter key, once, but does not");
        }
        return inPath == null ? parameter : inPath;
    }

    private Instant instant(String text) {
        try {
            return text == null ? clock.instant() : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException wrongForm) {
            throw new PushRefusal(
                    Kind.MALFORMED, "The parameter at must be a time such as 2026-05-17T08:30:00Z, but is none");
        }
    }

    private static Optional<String> idempotencyKey(String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_IDEMPOTENCY_KEY)) {
            throw new PushRefusal(
                    Kind.MALFORMED,
                    "An Idempotency-Key must have 1 to " + LONGEST_IDEMPOTENCY_KEY + " characters, but has not");
        }
        return Optional.ofNullable(text);
    }
}
