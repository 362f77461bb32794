package io.goldsmith.samples.generate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A customer in accounting, in the shape of the service's JSON. Empty strings stand for nothing known.
 *
 * @param kind {@code INDIVIDUAL} or {@code COMPANY}
 * @param displayName a person's family name in capitals, then the given name as spelt; or the company's name
 * @param totalPurchases in euros, two decimals
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "displayName",
    "siren",
    "siret",
    "vatNumber",
    "iban",
    "address",
    "phone",
    "email",
    "birthDate",
    "totalPurchases",
    "updatedAt"
})
public record AccountingCustomer(
        String id,
        String kind,
        String displayName,
        String siren,
        String siret,
        String vatNumber,
        String iban,
        AccountingAddress address,
        String phone,
        String email,
        Optional<LocalDate> birthDate,
        BigDecimal totalPurchases,
        Instant updatedAt)
        implements SourceRecord {

    /** The address in the words of the accounting service. */
    @JsonPropertyOrder({"line1", "zip", "city", "countryCode"})
    public record AccountingAddress(String line1, String zip, String city, String countryCode) {}

    @Override
    public String source() {
        return "accounting";
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public Map<String, String> attributes() {
        boolean organisation = kind.equals("COMPANY");
        Attributes attributes = Attributes.of(organisation ? "organisation" : "person");
        if (organisation) {
            attributes.with("company_name", displayName);
        } else {
            int split = DisplayName.startOfGivenName(displayName);
            attributes
                    .with("family_name", displayName.substring(0, split).trim())
                    .with("given_name", displayName.substring(split));
        }
        return attributes
                .with("birth_date", birthDate.map(LocalDate::toString).orElse(""))
                .at(new PostalAddress(address.line1(), address.zip(), address.city(), address.countryCode()))
                .with("phone", phone)
                .with("email", email)
                .with("siren", siren)
                .with("siret", siret)
                .with("vat_number", vatNumber)
                .with("iban", iban)
                .toMap();
    }
}
