package io.goldsmith.samples.generate;

/**
 * How often each fault occurs, each a probability from 0 to 1. These rates decide how hard matching is, so they were frozen before
 * matching was tuned on the generated data: a change here makes every published figure incomparable with the earlier ones.
 *
 * @param typo per name, street, town and e-mail: a keyboard neighbour, a transposition, an omission or a doubled letter
 * @param secondTypo given a typo, that the same value has another one
 * @param lostAccents per record: every accent is gone
 * @param upperCase per record: everything is in capitals
 * @param swappedNames per person record: given and family name have changed places
 * @param nickname per person record whose given name has one
 * @param initial per person record: only the given name's initial
 * @param marriedName per woman over 20 (a tenth of it per man): goes by a name that is not the birth name; records older than the
 *     marriage have the birth name
 * @param birthNameKept given another usual name: the system still files the person under the birth name
 * @param movedHouse per household and organisation: moved in the last six years; records that are older have the old address
 * @param sharedHousehold per household: a couple or a family at one address with one landline, instead of a single person
 * @param twins per family: two of the children are twins
 * @param sameNameAsParent per child: has the given name of a parent of the same sex
 * @param sharedEmail per household: its members use one mailbox
 * @param reusedPhone per phone: it is the number of an unrelated household
 * @param placeholder per name, birth date, phone and e-mail: a value that only fills the field
 * @param missingBirthDate per person record
 * @param missingPhone per record
 * @param missingEmail per record
 * @param missingStreet per record
 * @param missingTitle per person record
 * @param missingIdentifier per SIREN, SIRET, VAT number and IBAN
 * @param swappedDayAndMonth per birth date whose day is at most 12
 * @param wrongDateDigit per birth date: the day or the year is off
 * @param duplicateInSystem per person or organisation and system: a second record in the same system
 * @param secondEmail per person: uses a second mailbox with some systems
 * @param newMobile per person: changed the mobile number, older records have the former
 * @param companyNameVariant per organisation record: legal form dropped or moved, acronym, "Ets", "&" for "et"
 * @param establishment per organisation: has a second establishment with the same SIREN, which is a customer of its own
 * @param wrongIdentifierDigit per SIREN, SIRET, VAT number and IBAN: two neighbouring digits have changed places
 * @param birthDateInFuture per birth date: a century too late, invalid
 * @param brokenPhone per phone: digits are missing, invalid
 */
public record FaultRates(
        double typo,
        double secondTypo,
        double lostAccents,
        double upperCase,
        double swappedNames,
        double nickname,
        double initial,
        double marriedName,
        double birthNameKept,
        double movedHouse,
        double sharedHousehold,
        double twins,
        double sameNameAsParent,
        double sharedEmail,
        double reusedPhone,
        double placeholder,
        double missingBirthDate,
        double missingPhone,
        double missingEmail,
        double missingStreet,
        double missingTitle,
        double missingIdentifier,
        double swappedDayAndMonth,
        double wrongDateDigit,
        double duplicateInSystem,
        double secondEmail,
        double newMobile,
        double companyNameVariant,
        double establishment,
        double wrongIdentifierDigit,
        double birthDateInFuture,
        double brokenPhone) {

    /** The rates behind every published figure. */
    public static final FaultRates FROZEN = new FaultRates(
            0.025, // typo
            0.10, // secondTypo
            0.15, // lostAccents
            0.12, // upperCase
            0.012, // swappedNames
            0.03, // nickname
            0.015, // initial
            0.25, // marriedName
            0.15, // birthNameKept
            0.15, // movedHouse
            0.45, // sharedHousehold
            0.04, // twins
            0.02, // sameNameAsParent
            0.05, // sharedEmail
            0.006, // reusedPhone
            0.006, // placeholder
            0.18, // missingBirthDate
            0.12, // missingPhone
            0.22, // missingEmail
            0.04, // missingStreet
            0.10, // missingTitle
            0.18, // missingIdentifier
            0.008, // swappedDayAndMonth
            0.01, // wrongDateDigit
            0.05, // duplicateInSystem
            0.12, // secondEmail
            0.12, // newMobile
            0.35, // companyNameVariant
            0.03, // establishment
            0.006, // wrongIdentifierDigit
            0.002, // birthDateInFuture
            0.004); // brokenPhone
}
