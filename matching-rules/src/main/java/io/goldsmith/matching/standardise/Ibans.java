package io.goldsmith.matching.standardise;

import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Bank accounts: IBAN without spaces, checked by country format and check digits. */
final class Ibans {

    private Ibans() {}

    static Standardised standardise(String raw) {
        String iban = Folding.compact(raw);
        try {
            IbanUtil.validate(iban);
            return new Standardised.Value(iban);
        } catch (Iban4jException invalid) {
            // The library's message holds the account.
            return new Standardised.Refused("is no IBAN: country, length or check digits are wrong");
        }
    }
}
