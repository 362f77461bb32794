package io.goldsmith.connect.replicate;

import io.goldsmith.connect.http.HttpAnswer;
import io.goldsmith.connect.http.HttpService;
import io.goldsmith.connect.replicate.Target.Letter;
import io.goldsmith.connect.settings.CallSettings;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a service to move what hangs on a record that lost to the one that goes on. The request has an {@code Idempotency-Key} of its own, the same in
 * every attempt of a delivery.
 *
 * @param call what to ask for; empty: nothing
 */
record HttpRePointing(HttpService service, Optional<CallSettings> call) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Moves what a letter says, if it says so.
     *
     * @return why it is not done; empty if it is, or nothing is to be
     */
    Optional<Outcome> move(Letter letter) {
        Optional<String> survivor = letter.update().role().survivor();
        if (survivor.isEmpty() || call.isEmpty()) {
            return Optional.empty();
        }
        String from = letter.update().key();
        String to = survivor.get();
        ObjectNode body = JSON.createObjectNode();
        call.get().with().forEach((pointer, text) -> HttpTarget.set(body, pointer, filled(text, from, to)));
        String path = filled(call.get().path(), HttpTarget.encoded(from), HttpTarget.encoded(to));
        Map<String, String> headers = Map.of("Idempotency-Key", letter.messageId() + "-re-point");
        byte[] json = JSON.writeValueAsBytes(body);
        HttpAnswer answer = call.get().method() == CallSettings.Method.PUT
                ? service.put(path, headers, json)
                : service.post(path, headers, json);
        return answer.isDone()
                ? Optional.empty()
                : Optional.of(HttpTarget.refused("moving what hangs on the record to the one that goes on", answer));
    }

    private static String filled(String text, String from, String to) {
        // In one pass, so that a key that looks like a place is left alone.
        StringBuilder filled = new StringBuilder();
        for (String part : text.split("(?=\\{from}|\\{to})|(?<=\\{from}|\\{to})")) {
            filled.append(part.equals("{from}") ? from : part.equals("{to}") ? to : part);
        }
        return filled.toString();
    }
}
