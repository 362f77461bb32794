package io.goldsmith.dmp;

import java.util.List;

/**
 * The columns of the anonymous projection, which has no others: {@code dmp.projection}.
 *
 * @param quasiIdentifiers profile attributes that could single a person out together; generalised
 * @param sensitive profile attributes that nobody must learn of a person; kept as they are, in diverse company
 */
public record ProjectionSettings(List<String> quasiIdentifiers, List<String> sensitive) {

    /** Left out, each is that of the customer model that ships. */
    public ProjectionSettings {
        quasiIdentifiers = List.copyOf(Defaults.or(
                quasiIdentifiers, List.of("birth_years", "department", "title", "socio_professional_category")));
        sensitive = List.copyOf(Defaults.or(sensitive, List.of("amount_band", "loyalty_tier")));
    }
}
