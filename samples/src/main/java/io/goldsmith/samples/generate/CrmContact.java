package io.goldsmith.samples.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A person in the CRM. Empty strings stand for nothing known. Interests and preferences are joined by {@code |}; consents are Y or N. */
public record CrmContact(
        String key,
        String salutation,
        String firstName,
        String lastName,
        String maidenName,
        Optional<LocalDate> birthDate,
        PostalAddress address,
        String phone,
        String mobile,
        String email,
        CrmProfile profile,
        Instant lastModified)
        implements SourceRecord {

    /** The part of a contact that is not identity. */
    public record CrmProfile(
            String socioProfessionalCategory,
            String interests,
            String preferences,
            String status,
            String marketingConsent,
            String profilingConsent,
            String loyaltyNumber,
            String loyaltyTier) {}

    @Override
    public String source() {
        return "crm";
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.of("person")
                .with("lifecycle", profile.status())
                .with("title", salutation)
                .with("given_name", firstName)
                .with("family_name", lastName)
                .with("birth_name", maidenName)
                .with("birth_date", birthDate.map(LocalDate::toString).orElse(""))
                .at(address)
                .with("phone", phone.isEmpty() || mobile.isEmpty() ? phone + mobile : phone + "|" + mobile)
                .with("email", email)
                .with("socio_professional_category", profile.socioProfessionalCategory())
                .with("interests", profile.interests())
                .with("preferences", profile.preferences())
                .with("loyalty_number", profile.loyaltyNumber())
                .with("loyalty_tier", profile.loyaltyTier())
                .consent("consent_profiling", profile.profilingConsent())
                .consent("consent_marketing", profile.marketingConsent())
                .toMap();
    }
}
