package io.goldsmith.connect.spi;

import io.goldsmith.connect.mapping.Row;

/** What was found where a row should be. */
public sealed interface SampledRow {

    /** A row. */
    record Readable(Row row) implements SampledRow {}

    /**
     * Something that cannot be read as columns.
     *
     * @param origin where it stands
     * @param reason what was expected and found, without values
     * @param payload the text as delivered
     */
    record Unreadable(String origin, String reason, String payload) implements SampledRow {

        /** Where it stands alone: values are personal data. */
        @Override
        public String toString() {
            return "Unreadable[" + origin + "]";
        }
    }
}
