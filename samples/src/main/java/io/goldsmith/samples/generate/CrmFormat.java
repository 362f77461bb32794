package io.goldsmith.samples.generate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The CRM's tables as CSV files, UTF-8, commas; columns in the order of the tables, times in UTC. */
public final class CrmFormat {

    public static final List<String> CONTACT_COLUMNS = List.of(
            "CONTACT_ID",
            "SALUTATION",
            "FIRST_NAME",
            "LAST_NAME",
            "MAIDEN_NAME",
            "BIRTHDATE",
            "STREET",
            "ZIP",
            "CITY",
            "COUNTRY",
            "PHONE",
            "MOBILE",
            "EMAIL",
            "CSP",
            "INTERESTS",
            "PREFERENCES",
            "STATUS",
            "OPT_IN_MARKETING",
            "OPT_IN_PROFILING",
            "LOYALTY_NO",
            "LOYALTY_TIER",
            "LAST_MODIFIED");

    public static final List<String> ACCOUNT_COLUMNS = List.of(
            "ACCOUNT_ID",
            "NAME",
            "SIREN",
            "SIRET",
            "VAT_NO",
            "STREET",
            "ZIP",
            "CITY",
            "COUNTRY",
            "PHONE",
            "WEB_EMAIL",
            "LAST_MODIFIED");

    public static final List<String> ACCOUNT_CONTACT_COLUMNS =
            List.of("ACCOUNT_ID", "CONTACT_ID", "ROLE", "LAST_MODIFIED");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private CrmFormat() {}

    static String[] contactLine(CrmContact contact) {
        PostalAddress address = contact.address();
        CrmContact.CrmProfile profile = contact.profile();
        return new String[] {
            contact.key(),
            contact.salutation(),
            contact.firstName(),
            contact.lastName(),
            contact.maidenName(),
            contact.birthDate().map(LocalDate::toString).orElse(""),
            address.street(),
            address.postcode(),
            address.town(),
            address.country(),
            contact.phone(),
            contact.mobile(),
            contact.email(),
            profile.socioProfessionalCategory(),
            profile.interests(),
            profile.preferences(),
            profile.status(),
            profile.marketingConsent(),
            profile.profilingConsent(),
            profile.loyaltyNumber(),
            profile.loyaltyTier(),
            time(contact.lastModified())
        };
    }

    static String[] accountLine(CrmAccount account) {
        PostalAddress address = account.address();
        return new String[] {
            account.key(),
            account.name(),
            account.siren(),
            account.siret(),
            account.vatNumber(),
            address.street(),
            address.postcode(),
            address.town(),
            address.country(),
            account.phone(),
            account.email(),
            time(account.lastModified())
        };
    }

    static String[] accountContactLine(AccountContact relation) {
        return new String[] {
            relation.accountKey(), relation.contactKey(), relation.role(), time(relation.lastModified())
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
