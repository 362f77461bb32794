package io.goldsmith.connect.camel;

import io.goldsmith.connect.message.JsonMessage;
import io.goldsmith.connect.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;

/** A JSON object, or an array of them. It is read as a whole, up to the largest message. */
final class JsonBody implements Body {

    private final Iterator<Message> messages;

    JsonBody(Origin origin, Optional<InputStream> content) throws IOException {
        if (content.isEmpty()) {
            this.messages = JsonMessage.all(origin.stream(), origin.place(), origin.marks(), Optional.empty())
                    .iterator();
            return;
        }
        try (InputStream open = content.get()) {
            byte[] bytes = open.readNBytes(JsonMessage.LARGEST + 1);
            this.messages = JsonMessage.all(
                            origin.stream(),
                            origin.place(),
                            origin.marks(),
                            bytes.length == 0 ? Optional.empty() : Optional.of(bytes))
                    .iterator();
        }
    }

    @Override
    public Optional<Message> next() {
        return messages.hasNext() ? Optional.of(messages.next()) : Optional.empty();
    }

    @Override
    public void close() {
        // Read and closed already.
    }
}
