package io.goldsmith.connect.spi;

/**
 * A column that a source says it has.
 *
 * @param name as a mapping writes it
 * @param kind what the source says that it holds; {@link Kind#TEXT} where it says nothing
 * @param isKey whether the source says that it tells rows apart by itself
 */
public record SampledColumn(String name, Kind kind, boolean isKey) {

    /** What a source can say of a column's values. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        TIMESTAMP
    }

    /** A column of which only the name is known. */
    public static SampledColumn named(String name) {
        return new SampledColumn(name, Kind.TEXT, false);
    }
}
