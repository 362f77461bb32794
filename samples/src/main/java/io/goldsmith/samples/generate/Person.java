package io.goldsmith.samples.generate;

import java.time.LocalDate;

/**
 * A person as he or she really is.
 *
 * @param familyName the name in use; differs from the birth name from {@code nameSince} on
 * @param mobile the number in use; {@code formerMobile} until {@code mobileSince}, the same if it never changed
 * @param otherEmail a second mailbox, the same as {@code email} if there is none
 * @param siren of a sole trader, empty otherwise
 */
record Person(
        Sex sex,
        String givenName,
        String familyName,
        String birthName,
        LocalDate nameSince,
        LocalDate birthDate,
        Home home,
        String mobile,
        String formerMobile,
        LocalDate mobileSince,
        String email,
        String otherEmail,
        String siren,
        String iban,
        CustomerTraits traits)
        implements Entity {

    String familyNameOn(LocalDate day) {
        return day.isBefore(nameSince) ? birthName : familyName;
    }

    String mobileOn(LocalDate day) {
        return day.isBefore(mobileSince) ? formerMobile : mobile;
    }

    /** The same person with another name in use since a day. */
    Person named(String name, LocalDate since) {
        return copy(givenName, name, birthName, since, email, otherEmail);
    }

    /** The same person under the birth name for good. */
    Person unmarried() {
        return copy(givenName, birthName, birthName, LocalDate.MIN, email, otherEmail);
    }

    Person called(String name) {
        return copy(name, familyName, birthName, nameSince, email, otherEmail);
    }

    Person mailedAt(String mailbox) {
        return copy(givenName, familyName, birthName, nameSince, mailbox, mailbox);
    }

    private Person copy(String given, String family, String birth, LocalDate since, String mail, String otherMail) {
        return new Person(
                sex,
                given,
                family,
                birth,
                since,
                birthDate,
                home,
                mobile,
                formerMobile,
                mobileSince,
                mail,
                otherMail,
                siren,
                iban,
                traits);
    }

    boolean isProspect() {
        return traits.lifecycle().equals("prospect");
    }
}
