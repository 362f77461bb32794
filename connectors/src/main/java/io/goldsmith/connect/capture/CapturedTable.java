package io.goldsmith.connect.capture;

import java.util.Optional;
import java.util.Set;

/**
 * A table whose changes are captured.
 *
 * @param stream the stream that it is
 * @param from its name in the configuration
 * @param qualifiedName its name at the server, with its schema
 * @param id its object id
 * @param columns those that the mapping reads, in lower case, without marks
 * @param recordKey the column with the source key, in lower case; empty if the stream holds no records
 */
record CapturedTable(
        String stream, String from, String qualifiedName, long id, Set<String> columns, Optional<String> recordKey) {

    CapturedTable {
        columns = Set.copyOf(columns);
    }
}
