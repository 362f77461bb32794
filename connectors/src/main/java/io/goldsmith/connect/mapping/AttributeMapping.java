package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.NamePart;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How columns become the values of one attribute, and back. */
sealed interface AttributeMapping {

    /** The values in a row, none if the row does not have the attribute. */
    List<String> read(Row row);

    /** The columns that it reads. */
    Set<String> columns();

    /** Whether values can be written back. */
    boolean isReversible();

    /**
     * Writes values back.
     *
     * @param values the attribute's values, none to empty the columns
     * @param into column to text; empty text empties the column
     */
    void write(List<String> values, Map<String, String> into);

    /**
     * The mapping that the settings describe.
     *
     * @throws IllegalArgumentException if they contradict themselves
     */
    static AttributeMapping of(String attribute, AttributeMappingSettings settings) {
        int sources = (settings.column().isPresent() ? 1 : 0)
                + (settings.columns().isEmpty() ? 0 : 1)
                + (settings.constant().isPresent() ? 1 : 0);
        if (sources != 1) {
            throw new IllegalArgumentException("The mapping of attribute '" + attribute
                    + "' must have exactly one of column, columns, constant, but has " + sources);
        }
        AttributeMapping mapping = unconditional(settings);
        return settings.when()
                .<AttributeMapping>map(when -> new Conditional(when.column(), when.is(), mapping))
                .orElse(mapping);
    }

    private static AttributeMapping unconditional(AttributeMappingSettings settings) {
        ValueFormat format = ValueFormat.of(settings);
        if (settings.constant().isPresent()) {
            return new Constant(settings.constant().get());
        }
        if (settings.column().isPresent()) {
            String column = settings.column().get();
            return settings.name()
                    .<AttributeMapping>map(part -> new FullName(column, part))
                    .orElseGet(() -> new OneColumn(column, settings.split(), format));
        }
        return settings.join()
                .<AttributeMapping>map(join -> new Joined(settings.columns(), join))
                .orElseGet(() -> new Several(settings.columns(), format));
    }

    /** The same value for every row. */
    record Constant(String value) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            return List.of(value);
        }

        @Override
        public Set<String> columns() {
            return Set.of();
        }

        @Override
        public boolean isReversible() {
            return false;
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            throw new UnsupportedOperationException("A constant is not written back");
        }
    }

    /** One column, with one value or several. */
    record OneColumn(String column, Optional<String> split, ValueFormat format) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            return row.text(column).map(this::values).orElse(List.of());
        }

        private List<String> values(String text) {
            if (split.isEmpty()) {
                return List.of(format.read(column, text));
            }
            return Splitting.on(split.get(), text).stream()
                    .map(part -> format.read(column, part))
                    .toList();
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public boolean isReversible() {
            return true;
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            List<String> texts =
                    values.stream().map(format::write).flatMap(Optional::stream).toList();
            if (texts.isEmpty() && !values.isEmpty()) {
                return; // the source has no word for it: better left alone than emptied
            }
            into.put(
                    column,
                    split.map(separator -> String.join(separator, texts)).orElse(texts.isEmpty() ? "" : texts.get(0)));
        }
    }

    /** Several columns, each a value of its own. */
    record Several(List<String> from, ValueFormat format) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            return from.stream()
                    .flatMap(column -> row.text(column).map(text -> format.read(column, text)).stream())
                    .distinct()
                    .toList();
        }

        @Override
        public Set<String> columns() {
            return Set.copyOf(from);
        }

        @Override
        public boolean isReversible() {
            return true;
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            for (int i = 0; i < from.size(); i++) {
                into.put(
                        from.get(i),
                        i < values.size() ? format.write(values.get(i)).orElse("") : "");
            }
        }
    }

    /** Several columns that make one value; which part belongs where is lost. */
    record Joined(List<String> from, String separator) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            String joined = String.join(
                    separator,
                    from.stream().flatMap(column -> row.text(column).stream()).toList());
            return joined.isEmpty() ? List.of() : List.of(joined);
        }

        @Override
        public Set<String> columns() {
            return Set.copyOf(from);
        }

        @Override
        public boolean isReversible() {
            return false;
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            throw new UnsupportedOperationException("Joined columns are not written back");
        }
    }

    /** A part of a full person name; it is written back together with the other part. */
    record FullName(String column, NamePart part) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            return row.text(column).map(text -> PersonName.of(text).part(part)).stream()
                    .filter(value -> !value.isEmpty())
                    .toList();
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public boolean isReversible() {
            return true;
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            throw new UnsupportedOperationException("A full name is written as a whole");
        }
    }

    /** Only for rows with a certain value in a column. */
    record Conditional(String column, String is, AttributeMapping mapping) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            return row.text(column).filter(is::equals).isPresent() ? mapping.read(row) : List.of();
        }

        @Override
        public Set<String> columns() {
            Set<String> columns = new LinkedHashSet<>(mapping.columns());
            columns.add(column);
            return columns;
        }

        @Override
        public boolean isReversible() {
            return mapping.isReversible();
        }

        @Override
        public void write(List<String> values, Map<String, String> into) {
            mapping.write(values, into);
        }
    }
}
