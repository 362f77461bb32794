package io.goldsmith.samples.generate;

import io.goldsmith.samples.generate.AccountingCustomer.AccountingAddress;
import io.goldsmith.samples.generate.CrmContact.CrmProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How each system writes a person down. */
final class PersonRecords {

    private final Vocabulary vocabulary;
    private final Faults faults;

    PersonRecords(Vocabulary vocabulary, Faults faults) {
        this.vocabulary = vocabulary;
        this.faults = faults;
    }

    CrmContact contact(String key, Person person, Supplier<String> strangersPhone, Draw draw) {
        PersonView view = PersonView.of(person, vocabulary, faults, strangersPhone, draw);
        CustomerTraits traits = person.traits();
        CrmProfile profile = new CrmProfile(
                draw.chance(0.25) ? "" : traits.socioProfessionalCategory(),
                String.join("|", traits.interests()),
                String.join("|", traits.preferences()),
                traits.lifecycle(),
                traits.marketingConsent(),
                traits.profilingConsent(),
                traits.loyaltyNumber(),
                traits.loyaltyTier());
        return new CrmContact(
                key,
                title(view, "Mme", "M."),
                view.givenName(),
                view.familyName(),
                view.birthName(),
                view.birthDate(),
                in("France", view.address()),
                view.landline(),
                view.mobile(),
                view.email(),
                profile,
                view.lastModified());
    }

    ErpClient client(String key, Person person, Supplier<String> strangersPhone, List<ErpOrder> orders, Draw draw) {
        PersonView view = PersonView.of(person, vocabulary, faults, strangersPhone, draw);
        return new ErpClient(
                key,
                false,
                title(view, "MME", "M"),
                view.familyName(),
                view.givenName(),
                "",
                faults.identifier(person.siren(), draw),
                view.birthDate(),
                in("FRANCE", view.address()),
                view.anyPhone(draw),
                view.email(),
                view.lastModified(),
                orders);
    }

    AccountingCustomer accountingCustomer(
            String key, Person person, Supplier<String> strangersPhone, BigDecimal totalPurchases, Draw draw) {
        PersonView view = PersonView.of(person, vocabulary, faults, strangersPhone, draw);
        Instant updatedAt = view.lastModified();
        // The given name keeps its small letters whatever the hand: they tell it from the family name.
        UnaryOperator<String> spelt =
                name -> name.equals(name.toUpperCase(Locale.ROOT)) && !name.endsWith(".") && !name.isEmpty()
                        ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                        : name;
        return new AccountingCustomer(
                key,
                "INDIVIDUAL",
                DisplayName.of(view.familyName(), spelt.apply(view.givenName())),
                faults.identifier(person.siren(), draw),
                "",
                "",
                faults.identifier(person.iban(), draw),
                accounting(view.address()),
                view.anyPhone(draw),
                view.email(),
                view.birthDate(),
                totalPurchases,
                updatedAt);
    }

    private static String title(PersonView view, String woman, String man) {
        if (!view.titleKnown()) {
            return "";
        }
        return view.sex() == Sex.FEMALE ? woman : man;
    }

    static PostalAddress in(String country, PostalAddress address) {
        return new PostalAddress(address.street(), address.postcode(), address.town(), country);
    }

    static AccountingAddress accounting(PostalAddress address) {
        return new AccountingAddress(address.street(), address.postcode(), address.town(), address.country());
    }
}
