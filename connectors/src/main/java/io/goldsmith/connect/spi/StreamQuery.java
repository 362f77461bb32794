package io.goldsmith.connect.spi;

import java.util.Optional;
import java.util.Set;

/**
 * What is read of a system.
 *
 * @param stream the stream's name in the configuration, for messages
 * @param from where the system has it, as the configuration says: the kind gives it its meaning
 * @param columns the columns that the mapping reads; empty: all that there are. More may be handed over
 * @param position where to begin, as an earlier reading said; empty: at the beginning
 */
public record StreamQuery(String stream, String from, Set<String> columns, Optional<String> position) {

    public StreamQuery {
        columns = Set.copyOf(columns);
    }
}
