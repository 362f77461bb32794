package io.goldsmith.app.console;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.EntityModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A golden record in one line: enough to recognise the customer.
 *
 * @param id for example {@code G-12}
 * @param distinction what tells it from a namesake: birth date, or the number of the company; may be empty
 * @param place postcode and town; may be empty
 * @param contact e-mail, or else phone; may be empty
 * @param records how many source records it has
 * @param sources the source systems that have the customer, sorted
 */
record CustomerSummary(
        String id,
        CustomerName name,
        String distinction,
        String place,
        String contact,
        int records,
        List<String> sources) {

    static CustomerSummary of(EntityModel model, GoldenRecord golden) {
        AttributeValues values = golden.attributes();
        return new CustomerSummary(
                golden.id().toString(),
                CustomerName.of(model, values),
                firstOf(Stream.of(
                        CustomerName.first(model, values, SemanticType.DATE, ""),
                        CustomerName.first(model, values, SemanticType.IDENTIFIER, "siren"),
                        CustomerName.first(model, values, SemanticType.IDENTIFIER, "siret"))),
                place(model, values),
                firstOf(Stream.of(
                        CustomerName.first(model, values, SemanticType.EMAIL, ""),
                        CustomerName.first(model, values, SemanticType.PHONE, ""))),
                golden.members().size(),
                golden.members().stream()
                        .map(RecordId::source)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static String place(EntityModel model, AttributeValues values) {
        return Stream.of("postcode", "town")
                .map(part -> CustomerName.first(model, values, SemanticType.POSTAL_ADDRESS, part))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static String firstOf(Stream<Optional<String>> candidates) {
        return candidates.flatMap(Optional::stream).findFirst().orElse("");
    }
}
