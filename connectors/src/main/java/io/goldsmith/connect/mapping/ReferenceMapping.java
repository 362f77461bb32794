package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.ReferenceSettings;
import io.goldsmith.mdm.reference.ReferenceEntry;
import io.goldsmith.mdm.reference.ReferenceLayout;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the rows of a stream of reference data become entries. */
public final class ReferenceMapping {

    /** SIRENE's legal category of natural persons, whose names the hub does not keep. */
    private static final String NATURAL_PERSON = "1000";

    /** What SIRENE has in the place of what is not to be published. */
    private static final String NOT_PUBLISHED = "[ND]";

    private static final String ACTIVE = "A";

    private static final Pattern HOUSE_NUMBER = Pattern.compile("[0-9]{1,5}");

    private final ReferenceLayout layout;
    private final Map<ReferenceField, String> columns = new EnumMap<>(ReferenceField.class);

    private ReferenceMapping(ReferenceSettings settings) {
        this.layout = settings.layout();
        ReferenceField.of(layout)
                .forEach(field -> columns.put(field, settings.columns().getOrDefault(field.word(), field.column())));
    }

    /** The mapping of a stream. */
    public static ReferenceMapping of(ReferenceSettings settings) {
        return new ReferenceMapping(settings);
    }

    /** The names of the fields whose columns may be called otherwise. */
    public static List<String> fields(ReferenceLayout layout) {
        return ReferenceField.of(layout).stream().map(ReferenceField::word).toList();
    }

    public ReferenceLayout layout() {
        return layout;
    }

    /** The columns that it reads, each once. */
    public Set<String> columns() {
        return new LinkedHashSet<>(columns.values());
    }

    /**
     * The entry that a row stands for.
     *
     * @throws UnmappableException with the reason if it cannot become one
     */
    ReferenceEntry map(Row row) {
        return switch (layout) {
            case ADDRESSES -> address(row);
            case LEGAL_UNITS ->
                new ReferenceEntry.LegalUnit(
                        required(row, ReferenceField.SIREN), isActive(row, ReferenceField.UNIT_STATE, "C"), names(row));
            case ESTABLISHMENTS ->
                new ReferenceEntry.Establishment(
                        required(row, ReferenceField.SIRET), isActive(row, ReferenceField.SITE_STATE, "F"));
        };
    }

    /** What became of a row: an entry, or why there is none. */
    public sealed interface Outcome {

        /** It is an entry. */
        record Entry(ReferenceEntry entry) implements Outcome {}

        /**
         * It is none.
         *
         * @param reason what was expected; no value
         */
        record Unreadable(String reason) implements Outcome {}
    }

    /** What becomes of a row. */
    public Outcome outcome(Row row) {
        try {
            return new Outcome.Entry(map(row));
        } catch (UnmappableException unmappable) {
            return new Outcome.Unreadable(unmappable.getMessage());
        }
    }

    private ReferenceEntry address(Row row) {
        String number = required(row, ReferenceField.NUMBER);
        if (!HOUSE_NUMBER.matcher(number).matches()) {
            throw new UnmappableException("column " + columns.get(ReferenceField.NUMBER)
                    + " must hold a house number of 1 to 5 digits, but does not");
        }
        return new ReferenceEntry.Address(
                required(row, ReferenceField.ID),
                number,
                text(row, ReferenceField.REPETITION).orElse(""),
                required(row, ReferenceField.STREET),
                required(row, ReferenceField.POSTCODE),
                required(row, ReferenceField.TOWN));
    }

    private boolean isActive(Row row, ReferenceField field, String ceased) {
        String state = required(row, field);
        if (!state.equals(ACTIVE) && !state.equals(ceased)) {
            throw new UnmappableException("column " + columns.get(field) + " must hold " + ACTIVE + " or " + ceased
                    + ", but holds something else");
        }
        return state.equals(ACTIVE);
    }

    private List<String> names(Row row) {
        return text(row, ReferenceField.CATEGORY).filter(NATURAL_PERSON::equals).isPresent()
                ? List.of()
                : Stream.of(ReferenceField.NAME, ReferenceField.USUAL_NAME, ReferenceField.ACRONYM)
                        .flatMap(field -> text(row, field).stream())
                        .distinct()
                        .toList();
    }

    private Optional<String> text(Row row, ReferenceField field) {
        return row.text(columns.get(field)).filter(text -> !text.equals(NOT_PUBLISHED));
    }

    private String required(Row row, ReferenceField field) {
        return StreamMapping.required(row, columns.get(field));
    }
}
