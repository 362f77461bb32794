package io.goldsmith.connect.file;

import java.util.Map;
import java.util.function.Consumer;

/** A connector whose files can name records that the hub asked their system to create. */
public interface ReturnsKeys {

    /**
     * From now on every file of a stream must have a column with the hub's golden id, empty for records that the hub did not ask for.
     *
     * @param stream of the connector's, of records in CSV
     * @param told is told the golden ids by source key, before the records are landed; at most as many as are landed at once
     */
    void tellKeys(String stream, String column, Consumer<Map<String, String>> told);
}
