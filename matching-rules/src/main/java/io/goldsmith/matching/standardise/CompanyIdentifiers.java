package io.goldsmith.matching.standardise;

/** SIREN and SIRET numbers with their check digit (Luhn, ISO/IEC 7812-1). */
final class CompanyIdentifiers {

    private static final int SIREN_LENGTH = 9;
    private static final int SIRET_LENGTH = 14;
    private static final String LA_POSTE = "356000000";
    private static final Standardised NO_SIREN_FORM = new Standardised.Refused("is no SIREN: expected nine digits");
    private static final Standardised NO_SIREN = new Standardised.Refused("is no SIREN: the check digit is wrong");
    private static final Standardised NO_SIRET_FORM = new Standardised.Refused("is no SIRET: expected fourteen digits");
    private static final Standardised NO_SIRET = new Standardised.Refused("is no SIRET: the check digit is wrong");

    private CompanyIdentifiers() {}

    /** A SIREN; of a SIRET or a French VAT number the SIREN inside. */
    static Standardised siren(String raw) {
        String digits = withoutLabel(Folding.compact(raw));
        if (Placeholders.NUMBERS.containNumber(digits)) {
            return Standardised.MISSING;
        }
        if (isSiret(digits)) {
            digits = digits.substring(0, SIREN_LENGTH);
        }
        String within = sirenOfVat(digits);
        digits = within.isEmpty() ? digits : within;
        if (!CheckDigits.areDigits(digits, 0, SIREN_LENGTH, digits.length())) {
            return NO_SIREN_FORM;
        }
        return CheckDigits.luhn(digits) % 10 == 0 ? new Standardised.Value(digits) : NO_SIREN;
    }

    /** The SIREN within a French VAT number in standard form; empty if the number is not French. */
    static String sirenOfVat(String number) {
        return number.startsWith("FR") && VatNumbers.isFrench(number) ? number.substring(4) : "";
    }

    static Standardised siret(String raw) {
        String digits = withoutLabel(Folding.compact(raw));
        if (Placeholders.NUMBERS.containNumber(digits)) {
            return Standardised.MISSING;
        }
        if (!CheckDigits.areDigits(digits, 0, SIRET_LENGTH, digits.length())) {
            return NO_SIRET_FORM;
        }
        return isSiret(digits) ? new Standardised.Value(digits) : NO_SIRET;
    }

    private static boolean isSiret(String digits) {
        if (!CheckDigits.areDigits(digits, 0, SIRET_LENGTH, digits.length())) {
            return false;
        }
        // La Poste numbers its offices by the plain digit sum.
        return CheckDigits.luhn(digits) % 10 == 0
                || digits.startsWith(LA_POSTE) && CheckDigits.sum(digits, 0, SIRET_LENGTH) % 5 == 0;
    }

    /** Without the word that some write before the number. */
    private static String withoutLabel(String compact) {
        if (compact.isEmpty() || compact.charAt(0) < 'A') {
            return compact;
        }
        for (String label : new String[] {"SIREN", "SIRET", "NSIREN", "NSIRET", "RCS"}) {
            if (compact.startsWith(label) && compact.length() > label.length()) {
                return compact.substring(label.length());
            }
        }
        return compact;
    }
}
