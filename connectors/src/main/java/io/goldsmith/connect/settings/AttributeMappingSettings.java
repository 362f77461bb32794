package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How columns become one attribute, and back. Exactly one of {@code column}, {@code columns} and {@code constant} says where the values come from.
 *
 * @param column one column
 * @param columns several columns: each a value of its own, unless {@code join} is given
 * @param constant the same value for every row
 * @param join what stands between several columns that make one value
 * @param split what stands between several values in one column
 * @param codes the source's codes and what they mean, for example {@code P: person}
 * @param format the pattern of a date in the source; the attribute gets ISO dates
 * @param name the part of a full person name, as {@code DUPONT Jean-Pierre}, that the attribute takes
 * @param when only rows with that value in that column have the attribute
 */
public record AttributeMappingSettings(
        Optional<String> column,
        List<String> columns,
        Optional<String> constant,
        Optional<String> join,
        Optional<String> split,
        Map<String, String> codes,
        Optional<String> format,
        Optional<NamePart> name,
        Optional<Condition> when) {

    /**
     * A condition on a row.
     *
     * @param column the column
     * @param is the value that it must have
     */
    public record Condition(String column, String is) {}

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public AttributeMappingSettings {
        column = Given.orEmpty(column);
        columns = Given.list(columns);
        constant = Given.orEmpty(constant);
        join = Given.orEmpty(join);
        split = Given.orEmpty(split);
        codes = Given.map(codes);
        format = Given.orEmpty(format);
        name = Given.orEmpty(name);
        when = Given.orEmpty(when);
    }

    /** A bare column name stands for the column as it is. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AttributeMappingSettings column(String column) {
        return new AttributeMappingSettings(
                Optional.of(column),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
