package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.AttributeMappingSettings;
import io.goldsmith.connect.settings.NamePart;
import io.goldsmith.matching.record.AttributeValues;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How columns become the values of one attribute, and back. */
sealed interface AttributeMapping
        permits AttributeMapping.Constant,
                AttributeMapping.OneColumn,
                AttributeMapping.Several,
                AttributeMapping.Joined,
                AttributeMapping.FullName,
                AttributeMapping.Conditional,
                ComputedAttribute {

    /** The values in a row, none if the row does not have the attribute. */
    List<String> read(Row row);

    /** The columns that it reads. */
    Set<String> columns();

    /** Why values cannot be written back; empty if they can. */
    Optional<String> obstacle();

    /**
     * Writes values back.
     *
     * @param values the attribute's values, none to empty the columns
     * @param state the values of all attributes, which some columns are made of
     * @param into column to text; empty text empties the column
     */
    void write(List<String> values, AttributeValues state, Map<String, String> into);

    /**
     * The mapping that the settings describe.
     *
     * @param folder what files that they name are relative to
     * @throws IllegalArgumentException if they contradict themselves
     * @throws io.goldsmith.connect.ConnectException if an expression is broken or a file of codes cannot be read
     */
    static AttributeMapping of(String attribute, AttributeMappingSettings settings, Path folder) {
        if (settings.origins() != 1) {
            throw new IllegalArgumentException("The mapping of attribute '" + attribute
                    + "' must have exactly one of column, columns, constant, expression, but has "
                    + settings.origins());
        }
        AttributeMapping mapping = unconditional(attribute, settings, folder);
        return settings.when()
                .<AttributeMapping>map(when -> new Conditional(when.column(), when.is(), mapping))
                .orElse(mapping);
    }

    private static AttributeMapping unconditional(String attribute, AttributeMappingSettings settings, Path folder) {
        if (settings.expression().isPresent()) {
            return ComputedAttribute.of(attribute, settings.expression().get(), settings.write());
        }
        ValueFormat format = ValueFormat.of(settings, folder);
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

    private static Optional<String> obstacleOf(List<String> columns) {
        return columns.stream()
                .filter(Columns::isOfElements)
                .findFirst()
                .map(column -> "column " + column + " reads the elements of an array, which are not written");
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
        public Optional<String> obstacle() {
            return Optional.of("it is a constant");
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
            throw new UnsupportedOperationException("A constant is not written back");
        }
    }

    /** One column, with one value or several. */
    record OneColumn(String column, Optional<String> split, ValueFormat format) implements AttributeMapping {

        @Override
        public List<String> read(Row row) {
            List<String> texts = row.texts(column);
            return texts.size() == 1
                    ? values(texts.get(0))
                    : texts.stream()
                            .flatMap(text -> values(text).stream())
                            .distinct()
                            .toList();
        }

        private List<String> values(String text) {
            if (split.isEmpty()) {
                return formatted(text);
            }
            List<String> parts = Splitting.on(split.get(), text);
            if (parts.size() == 1) {
                return formatted(parts.get(0));
            }
            return parts.stream()
                    .flatMap(part -> format.read(column, part).stream())
                    .toList();
        }

        private List<String> formatted(String text) {
            return format.read(column, text).map(List::of).orElse(List.of());
        }

        @Override
        public Set<String> columns() {
            return Set.of(column);
        }

        @Override
        public Optional<String> obstacle() {
            return AttributeMapping.obstacleOf(List.of(column));
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
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
                    .flatMap(column -> row.texts(column).stream().flatMap(text -> format.read(column, text).stream()))
                    .distinct()
                    .toList();
        }

        @Override
        public Set<String> columns() {
            return new LinkedHashSet<>(from);
        }

        @Override
        public Optional<String> obstacle() {
            return AttributeMapping.obstacleOf(from);
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
            List<String> texts =
                    values.stream().map(format::write).flatMap(Optional::stream).toList();
            if (texts.size() < values.size()) {
                return; // the source has no word for one of them
            }
            for (int i = 0; i < from.size(); i++) {
                into.put(from.get(i), i < texts.size() ? texts.get(i) : "");
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
            return new LinkedHashSet<>(from);
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of("it joins columns, and which part belongs where is lost");
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
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
        public Optional<String> obstacle() {
            return AttributeMapping.obstacleOf(List.of(column));
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
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
        public Optional<String> obstacle() {
            return mapping.obstacle();
        }

        @Override
        public void write(List<String> values, AttributeValues state, Map<String, String> into) {
            mapping.write(values, state, into);
        }
    }
}
