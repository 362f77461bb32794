package io.goldsmith.app.rest;

import io.goldsmith.connect.push.PushRefusal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem document (RFC 9457): what was expected of a request, what was found, without values.
 *
 * @param status the HTTP status
 * @param title what kind of problem it is, always the same for a status
 * @param retryAfter when to send the request again; zero if that would not help
 */
public record PushProblem(int status, String title, String detail, Duration retryAfter) {

    /** The type of its text. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One that stays if the same is sent again. */
    public PushProblem(int status, String title, String detail) {
        this(status, title, detail, Duration.ZERO);
    }

    /** Nothing shows whose the request is. */
    public static PushProblem unauthorised() {
        return new PushProblem(
                401,
                "Unauthorised",
                "A request must have the header Authorization with a bearer token of its connector, or the signature of its"
                        + " webhooks, but has neither, or a wrong one");
    }

    /** A body is longer than is read. */
    public static PushProblem tooLong(int most) {
        return new PushProblem(413, "Too long", "A body must have at most " + most + " bytes, but has more");
    }

    static PushProblem of(PushRefusal refusal) {
        return switch (refusal.kind()) {
            case MALFORMED -> new PushProblem(400, "Malformed request", refusal.getMessage());
            case UNKNOWN -> new PushProblem(404, "Not found", refusal.getMessage());
            case NOT_BY_KEY -> new PushProblem(405, "Not by key", refusal.getMessage());
            case CONTRADICTION -> new PushProblem(422, "Contradiction", refusal.getMessage());
            case TOO_LONG -> new PushProblem(413, "Too long", refusal.getMessage());
            case BUSY -> new PushProblem(429, "Too many requests", refusal.getMessage(), refusal.retryAfter());
        };
    }

    /** Its JSON, in UTF-8. */
    public byte[] json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "about:blank");
        document.put("title", title);
        document.put("status", status);
        document.put("detail", detail);
        return JSON.writeValueAsBytes(document);
    }
}
