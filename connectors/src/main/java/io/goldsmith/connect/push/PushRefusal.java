package io.goldsmith.connect.push;

import io.goldsmith.connect.ConnectException;
import java.time.Duration;

/** A request that is not taken; nothing of it was landed. The message says what was expected, without values. */
public final class PushRefusal extends ConnectException {

    private static final long serialVersionUID = 1L;

    /** Why it is not taken. */
    public enum Kind {
        /** It cannot be read, or breaks a bound of the interface. */
        MALFORMED,
        /** There is no such stream or record. */
        UNKNOWN,
        /** What the stream holds is not pushed this way. */
        NOT_BY_KEY,
        /** It contradicts itself, or what was sent under its idempotency key. */
        CONTRADICTION,
        /** It is too long. */
        TOO_LONG,
        /** There are too many requests, or too much waits already: send it again later. */
        BUSY
    }

    private final Kind kind;
    private final Duration retryAfter;

    public PushRefusal(Kind kind, String message) {
        this(kind, message, Duration.ZERO);
    }

    /** @param retryAfter when it may be sent again; zero: not as it is */
    PushRefusal(Kind kind, String message, Duration retryAfter) {
        super(message);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    /** How long to wait before it is sent again; zero if that would not help. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
