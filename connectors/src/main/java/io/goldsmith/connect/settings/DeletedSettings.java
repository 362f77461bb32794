package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What tells a row of a record that the source has deleted: a column, by itself or with the values that say so.
 *
 * @param column the column
 * @param is the values, in any case; none: any value, such as the time of the deletion
 */
public record DeletedSettings(String column, List<String> is) {

    @JsonCreator
    public DeletedSettings(@JsonProperty("column") String column, @JsonProperty("is") List<String> is) {
        this.column = column;
        this.is = Given.list(is);
    }

    /** Written as a name alone. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DeletedSettings of(String column) {
        return new DeletedSettings(column, List.of());
    }
}
