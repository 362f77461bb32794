package io.goldsmith.samples.landscape;

import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers beside the content type
 * @param body what is written as JSON
 */
record Reply(int status, Map<String, String> headers, Object body) {

    static Reply ok(Object body) {
        return new Reply(200, Map.of(), body);
    }

    static Reply error(int status, String message) {
        return new Reply(status, Map.of(), Map.of("error", message));
    }
}
