package io.goldsmith.samples.generate;

/** Valid French identifiers: SIREN and SIRET with their Luhn digit, VAT number and IBAN with their keys. */
final class Identifiers {

    private Identifiers() {}

    static String siren(Draw draw) {
        String body = draw.between(3, 9) + draw.digits(7);
        return body + luhnDigit(body);
    }

    /** @param establishment 1 for the seat */
    static String siret(String siren, int establishment) {
        String body = siren + padded(establishment, 4);
        return body + luhnDigit(body);
    }

    static String vatNumber(String siren) {
        long key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
        return "FR" + (key < 10 ? "0" : "") + key + siren;
    }

    static String iban(Draw draw) {
        long bank = draw.between(10000, 30099);
        long branch = draw.between(1, 9999);
        long account = draw.below(100_000_000_000L);
        long key = 97 - (89 * bank + 15 * branch + 3 * account) % 97;
        String basic = padded(bank, 5) + padded(branch, 5) + padded(account, 11) + padded(key, 2);
        // FR00 behind the account, letters as numbers: F = 15, R = 27.
        long check = 98 - remainder(basic + "152700");
        return "FR" + padded(check, 2) + basic;
    }

    private static long remainder(String digits) {
        long remainder = 0;
        for (int i = 0; i < digits.length(); i++) {
            remainder = (remainder * 10 + digits.charAt(i) - '0') % 97;
        }
        return remainder;
    }

    private static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(length - digits.length()) + digits;
    }

    private static int luhnDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10;
    }
}
