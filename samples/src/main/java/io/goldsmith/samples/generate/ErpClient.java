package io.goldsmith.samples.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A customer in the ERP. Empty strings stand for nothing known.
 *
 * @param organisation whether {@code companyName} is filled instead of the person's names
 * @param orders the orders, the oldest first
 */
public record ErpClient(
        String key,
        boolean organisation,
        String title,
        String familyName,
        String givenName,
        String companyName,
        String siren,
        Optional<LocalDate> birthDate,
        PostalAddress address,
        String phone,
        String email,
        Instant lastModified,
        List<ErpOrder> orders)
        implements SourceRecord {

    @Override
    public String source() {
        return "erp";
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.of(organisation ? "organisation" : "person")
                .with("title", title)
                .with("given_name", givenName)
                .with("family_name", familyName)
                .with("birth_date", birthDate.map(LocalDate::toString).orElse(""))
                .with("company_name", companyName)
                .at(address)
                .with("phone", phone)
                .with("email", email)
                .with("siren", siren)
                .toMap();
    }
}
