package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import java.util.Optional;

/**
 * How the columns of an expression are written back. Exactly one of the two is there.
 *
 * @param only the expression of the only column, over the attributes of the stream
 * @param byColumn the expressions by column
 */
public record WriteSettings(Optional<String> only, Map<String, String> byColumn) {

    public WriteSettings {
        only = Given.orEmpty(only);
        byColumn = Given.map(byColumn);
    }

    /** A bare expression stands for that of the only column. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WriteSettings only(String expression) {
        return new WriteSettings(Optional.of(expression), Map.of());
    }

    /** One expression for each column. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static WriteSettings byColumn(Map<String, String> expressions) {
        return new WriteSettings(Optional.empty(), expressions);
    }
}
