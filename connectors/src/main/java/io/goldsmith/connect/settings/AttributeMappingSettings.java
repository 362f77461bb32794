package io.goldsmith.connect.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How columns become one attribute, and back. Exactly one of {@code column}, {@code columns}, {@code constant} and {@code expression}
 * says where the values come from; at most one of {@code codes}, {@code codesFile}, {@code format}, {@code timestamp}, {@code number} and
 * {@code words} how one value is written.
 *
 * @param column one column
 * @param columns several columns: each a value of its own, unless {@code join} is given
 * @param constant the same value for every row
 * @param expression a JEXL expression over the row's columns
 * @param write how the columns of the expression are written back; empty: they are not
 * @param join what stands between several columns that make one value
 * @param split what stands between several values in one column
 * @param codes the source's codes and what they mean, for example {@code P: person}
 * @param codesFile a CSV file of the hub's folder that holds the same
 * @param unknownCode what becomes of a code that is in no table; default {@code reject}
 * @param format the patterns of a date in the source, tried in order, the first written; the attribute gets ISO dates
 * @param timestamp the values are points in time
 * @param number the values are numbers
 * @param words the values are words for yes and no; the key {@code boolean}
 * @param name the part of a full person name, as {@code DUPONT Jean-Pierre}, that the attribute takes
 * @param when only rows with that value in that column have the attribute
 */
public record AttributeMappingSettings(
        Optional<String> column,
        List<String> columns,
        Optional<String> constant,
        Optional<String> expression,
        Optional<WriteSettings> write,
        Optional<String> join,
        Optional<String> split,
        Map<String, String> codes,
        Optional<String> codesFile,
        UnknownCode unknownCode,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> format,

        Optional<TimestampFormatSettings> timestamp,
        Optional<NumberFormatSettings> number,
        @JsonProperty("boolean") Optional<BooleanFormatSettings> words,
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
        expression = Given.orEmpty(expression);
        write = Given.orEmpty(write);
        join = Given.orEmpty(join);
        split = Given.orEmpty(split);
        codes = Given.map(codes);
        codesFile = Given.orEmpty(codesFile);
        unknownCode = Given.or(unknownCode, UnknownCode.REJECT);
        format = Given.list(format);
        timestamp = Given.orEmpty(timestamp);
        number = Given.orEmpty(number);
        words = Given.orEmpty(words);
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
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                UnknownCode.REJECT,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** How many of column, columns, constant and expression it says; right is one. */
    public int origins() {
        return count(column.isPresent(), !columns.isEmpty(), constant.isPresent(), expression.isPresent());
    }

    /** How many ways of writing one value it says; right is one or none. */
    public int formats() {
        return count(
                !codes.isEmpty(),
                codesFile.isPresent(),
                !format.isEmpty(),
                timestamp.isPresent(),
                number.isPresent(),
                words.isPresent());
    }

    private static int count(boolean... said) {
        int count = 0;
        for (boolean one : said) {
            count += one ? 1 : 0;
        }
        return count;
    }
}
