package io.goldsmith.connect.message;

import io.goldsmith.connect.mapping.Row;

/** One thing that a system sent to a stream. */
public sealed interface Message {

    /** The name of the stream that it was sent to. */
    String stream();

    /** Content that is read as columns. */
    record Content(String stream, Row row) implements Message {}

    /**
     * No content: what has its key is deleted.
     *
     * @param marks what is known of the message beside its content
     */
    record Deletion(String stream, Row marks) implements Message {}

    /**
     * Something that cannot be read as columns.
     *
     * @param origin where it stands
     * @param reason what was expected and found, without values
     * @param payload the text as sent
     */
    record Broken(String stream, String origin, String reason, String payload) implements Message {

        /** Where it stands alone: values are personal data. */
        @Override
        public String toString() {
            return "Broken[" + origin + "]";
        }
    }
}
