package io.goldsmith.mdm.reference;

import io.goldsmith.matching.compare.EditDistance;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.standardise.Standardised;
import io.goldsmith.matching.standardise.Standardiser;
import java.util.List;
import java.util.stream.Stream;

/**
 * An entry that was looked up.
 *
 * @param edition the number of its edition
 * @param number its SIREN or SIRET, without leading zeros
 * @param isActive whether it has not ceased
 * @param names as the reference writes them, the registered one first; none of a natural person, and of establishments
 */
record CompanyEntry(long edition, long number, boolean isActive, List<String> names) {

    private static final Standardiser STANDARDISER =
            Standardiser.of(List.of(new AttributeDefinition("name", SemanticType.COMPANY_NAME, "", false)));

    private static final int MOST_EDITS = 2;
    private static final int LONG_NAME = 8;

    /** How a name and those of the entry agree. */
    enum Agreement {
        SAME,
        NEAR,
        DIFFERENT
    }

    /** @param standard a company name in standard form */
    Agreement agreement(String standard) {
        Agreement best = Agreement.DIFFERENT;
        for (String name : standardNames().toList()) {
            if (name.equals(standard)) {
                return Agreement.SAME;
            }
            int most = Math.min(name.length(), standard.length()) < LONG_NAME ? 1 : MOST_EDITS;
            if (EditDistance.DAMERAU.bounded(name, standard, most) <= most) {
                best = Agreement.NEAR;
            }
        }
        return best;
    }

    private Stream<String> standardNames() {
        return names.stream()
                .flatMap(name -> STANDARDISER.standardise(0, name) instanceof Standardised.Value value
                        ? Stream.of(value.text())
                        : Stream.empty());
    }
}
