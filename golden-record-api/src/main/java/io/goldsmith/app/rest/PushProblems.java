package io.goldsmith.app.rest;

import io.goldsmith.connect.push.PushRefusal;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers pushes that are not taken with problem documents. */
@RestControllerAdvice(assignableTypes = PushController.class)
class PushProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PushProblems.class);

    @ExceptionHandler
    ResponseEntity<byte[]> refused(PushRefusal refusal) {
        return answer(PushProblem.of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooLong(PushBody.TooLongException tooLong) {
        return answer(PushProblem.tooLong(tooLong.most()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unsupported(PushController.UnsupportedFormException form) {
        return answer(new PushProblem(415, "Unsupported form", form.getMessage()));
    }

    /** The sender went away while it sent, or sent something that is no HTTP. */
    @ExceptionHandler
    ResponseEntity<byte[]> unread(IOException broken) {
        return answer(new PushProblem(400, "Malformed request", "The body must arrive as a whole, but did not"));
    }

    /** Nothing was answered, so nothing is known to have landed: the same request may come again. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(RuntimeException failure) {
        LOG.warn("A push could not be landed: {}", failure.getClass().getSimpleName());
        LOG.debug("push failed", failure);
        return answer(new PushProblem(
                503,
                "Not landed",
                "The hub could not store what was sent; send the same request again",
                Duration.ofSeconds(5)));
    }

    private static ResponseEntity<byte[]> answer(PushProblem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.parseMediaType(PushProblem.MEDIA_TYPE));
        if (!problem.retryAfter().isZero()) {
            answer.header(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        if (problem.status() == 405) {
            answer.header(HttpHeaders.ALLOW, "POST");
        }
        return answer.body(problem.json());
    }
}
