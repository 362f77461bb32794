package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.List;
import java.util.Optional;

/** SIREN and SIRET as numbers, whose leading zeros do not count. */
final class CompanyNumber {

    private static final Standardiser STANDARDISER = Standardiser.of(List.of(part("siren"), part("siret")));

    /** A SIRET is the SIREN of the legal unit and five more digits. */
    private static final long ESTABLISHMENTS = 100_000;

    private CompanyNumber() {}

    private static AttributeDefinition part(String part) {
        return new AttributeDefinition(part, SemanticType.IDENTIFIER, part, false);
    }

    /** Empty if it is none: nine digits, the last of which checks the others. */
    static Optional<Long> siren(String text) {
        return of(0, text);
    }

    /** Empty if it is none: fourteen digits, the last of which checks the others. */
    static Optional<Long> siret(String text) {
        return of(1, text);
    }

    static long sirenOf(long siret) {
        return siret / ESTABLISHMENTS;
    }

    private static Optional<Long> of(int position, String text) {
        return STANDARDISER.standardise(position, text) instanceof Standardised.Value value
                ? Optional.of(Long.parseLong(value.text()))
                : Optional.empty();
    }
}
