package io.goldsmith.samples.generate;

import java.time.Instant;
import java.util.Map;

/** An organisation in the CRM. Empty strings stand for nothing known. */
public record CrmAccount(
        String key,
        String name,
        String siren,
        String siret,
        String vatNumber,
        PostalAddress address,
        String phone,
        String email,
        Instant lastModified)
        implements SourceRecord {

    @Override
    public String source() {
        return "crm";
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.of("organisation")
                .with("company_name", name)
                .at(address)
                .with("phone", phone)
                .with("email", email)
                .with("siren", siren)
                .with("siret", siret)
                .with("vat_number", vatNumber)
                .toMap();
    }
}
