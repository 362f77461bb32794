package io.goldsmith.connect.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a system sends at once: it is landed as a whole or not at all.
 *
 * @param stream the stream's name
 * @param items what it sends, in its order
 * @param isBatch whether each item is answered for by its place; otherwise there is one
 * @param identity what tells it from other requests: its method and address, and its body
 * @param idempotencyKey under which it may come again
 */
public record PushRequest(
        String stream, List<Item> items, boolean isBatch, Identity identity, Optional<String> idempotencyKey) {

    /** One thing that is sent. */
    public sealed interface Item {}

    /**
     * A record, an order or a relation as the system has it.
     *
     * @param key its key, where the address says it; empty: the content does
     */
    public record Upsert(Optional<String> key, JsonNode content) implements Item {

        /** No values: they are personal data. */
        @Override
        public String toString() {
            return "Upsert";
        }
    }

    /**
     * A record that the system has deleted.
     *
     * @param at when it did
     */
    public record Deletion(String key, Instant at) implements Item {}

    /** What tells a request from others. */
    public record Identity(String address, byte[] body) {

        String digest() {
            return Digests.sha256((address + "\n").getBytes(StandardCharsets.UTF_8), body);
        }
    }

    public PushRequest {
        items = List.copyOf(items);
    }
}
