package io.goldsmith.connect.camel;

import io.goldsmith.connect.message.Message;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** What one exchange holds, message by message. */
interface Body extends Closeable {

    /** Holds nothing. */
    Body NONE = new Body() {
        @Override
        public Optional<Message> next() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    };

    /**
     * The next message.
     *
     * @return empty if there is none any more
     * @throws IOException if the body cannot be read on; what was read before stands
     */
    Optional<Message> next() throws IOException;
}
