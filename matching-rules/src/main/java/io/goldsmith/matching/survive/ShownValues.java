package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import java.util.ArrayList;
import java.util.List;

/**
 * The values that a golden record shows: the standard form where it is the better writing (phone, e-mail, date, identifier, code,
 * postcode, country), and the source's own writing, trimmed, where case and accents matter (names, streets, towns, text).
 */
final class ShownValues {

    private ShownValues() {}

    static List<String> of(AttributeDefinition attribute, AttributeValues raw, List<String> standard) {
        List<String> written = raw.all(attribute.name());
        if (showsStandardForm(attribute) || written.size() != standard.size()) {
            return standard;
        }
        List<String> shown = new ArrayList<>(written.size());
        for (int i = 0; i < written.size(); i++) {
            String trimmed = written.get(i).strip();
            shown.add(trimmed.isEmpty() ? standard.get(i) : trimmed);
        }
        return List.copyOf(shown);
    }

    private static boolean showsStandardForm(AttributeDefinition attribute) {
        return switch (attribute.type()) {
            case PHONE, EMAIL, DATE, IDENTIFIER, CODE -> true;
            case POSTAL_ADDRESS ->
                attribute.part().equals("postcode") || attribute.part().equals("country");
            case PERSON_NAME, COMPANY_NAME, TEXT -> false;
        };
    }
}
