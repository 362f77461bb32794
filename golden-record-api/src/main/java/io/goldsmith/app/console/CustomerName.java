package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer is called on a page, from whichever attributes of the model hold names.
 *
 * @param text the name; {@code Unnamed customer} if no name is known
 * @param organisation whether it is the name of a company
 */
record CustomerName(String text, boolean organisation) {

    static CustomerName of(EntityModel model, AttributeValues values) {
        Optional<String> person = person(model, values);
        if (person.isPresent()) {
            return new CustomerName(person.get(), false);
        }
        return first(model, values, SemanticType.COMPANY_NAME, "")
                .map(company -> new CustomerName(company, true))
                .orElseGet(() -> new CustomerName("Unnamed customer", false));
    }

    private static Optional<String> person(EntityModel model, AttributeValues values) {
        Optional<String> full = first(model, values, SemanticType.PERSON_NAME, "full");
        if (full.isPresent()) {
            return full;
        }
        String joined = Stream.of("given", "family")
                .map(part -> first(model, values, SemanticType.PERSON_NAME, part))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    /** The first value of the first attribute of a type and part that has one. */
    static Optional<String> first(EntityModel model, AttributeValues values, SemanticType type, String part) {
        return model.attributes().stream()
                .map(Attribute::definition)
                .filter(definition -> definition.type() == type && Objects.equals(definition.part(), part))
                .map(AttributeDefinition::name)
                .map(values::first)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
