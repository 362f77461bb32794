package io.goldsmith.samples.generate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    /** The address in the words of the accounting service. Empty strings stand for nothing known. */
    @JsonPropertyOrder({"line1", "zip", "city", "countryCode"})
    public record AccountingAddress(String line1, String zip, String city, String countryCode) {

        static final AccountingAddress NONE = new AccountingAddress("", "", "", "");

        /** What JSON leaves out is empty. */
        public AccountingAddress {
            line1 = Objects.requireNonNullElse(line1, "");
            zip = Objects.requireNonNullElse(zip, "");
            city = Objects.requireNonNullElse(city, "");
            countryCode = Objects.requireNonNullElse(countryCode, "");
        }
    }

    /** What JSON leaves out is empty. */
    public AccountingCustomer {
        id = Objects.requireNonNullElse(id, "");
        kind = Objects.requireNonNullElse(kind, "");
        displayName = Objects.requireNonNullElse(displayName, "");
        siren = Objects.requireNonNullElse(siren, "");
        siret = Objects.requireNonNullElse(siret, "");
        vatNumber = Objects.requireNonNullElse(vatNumber, "");
        iban = Objects.requireNonNullElse(iban, "");
        address = Objects.requireNonNullElse(address, AccountingAddress.NONE);
        phone = Objects.requireNonNullElse(phone, "");
        email = Objects.requireNonNullElse(email, "");
        birthDate = Objects.requireNonNullElse(birthDate, Optional.empty());
        totalPurchases = Objects.requireNonNullElse(totalPurchases, BigDecimal.ZERO);
        updatedAt = Objects.requireNonNullElse(updatedAt, Instant.EPOCH);
    }

    /** The same customer at another address. */
    public AccountingCustomer at(AccountingAddress other) {
        return new AccountingCustomer(
                id,
                kind,
                displayName,
                siren,
                siret,
                vatNumber,
                iban,
                other,
                phone,
                email,
                birthDate,
                totalPurchases,
                updatedAt);
    }

    /** All fields as text under the names of the JSON, those of the address among them. */
    public Map<String, String> toMap() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("kind", kind);
        fields.put("displayName", displayName);
        fields.put("siren", siren);
        fields.put("siret", siret);
        fields.put("vatNumber", vatNumber);
        fields.put("iban", iban);
        fields.put("line1", address.line1());
        fields.put("zip", address.zip());
        fields.put("city", address.city());
        fields.put("countryCode", address.countryCode());
        fields.put("phone", phone);
        fields.put("email", email);
        fields.put("birthDate", birthDate.map(LocalDate::toString).orElse(""));
        fields.put("totalPurchases", totalPurchases.toPlainString());
        fields.put("updatedAt", updatedAt.toString());
        return fields;
    }

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
