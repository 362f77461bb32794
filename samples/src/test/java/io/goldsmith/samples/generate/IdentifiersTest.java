package io.goldsmith.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        return sum % 10 == 0;
    }

    @Test
    void sirenAndSiretPassLuhn() {
        Draw draw = Draw.of(1, Purpose.UNIT, 1);
        for (int i = 0; i < 500; i++) {
            String siren = Identifiers.siren(draw);
            assertThat(luhn(siren)).isTrue();
            assertThat(Identifiers.siret(siren, 2))
                    .hasSize(14)
                    .startsWith(siren)
                    .matches(IdentifiersTest::luhn);
        }
    }

    @Test
    void vatNumberOfAKnownCompanyIsTheOfficialOne() {
        assertThat(Identifiers.vatNumber("424761419")).isEqualTo("FR22424761419");
    }

    @Test
    void ibansLeaveOneBehindTheirCheck() {
        Draw draw = Draw.of(1, Purpose.UNIT, 2);
        for (int i = 0; i < 500; i++) {
            String iban = Identifiers.iban(draw);
            assertThat(iban).hasSize(27).startsWith("FR");
            String moved = iban.substring(4) + "1527" + iban.substring(2, 4);
            assertThat(new BigInteger(moved).mod(NINETY_SEVEN)).isEqualTo(BigInteger.ONE);
            assertThat(ribRemainder(iban)).as("the key of the RIB").isZero();
        }
    }

    /** A RIB's key makes this sum a multiple of 97. */
    private static long ribRemainder(String iban) {
        long bank = Long.parseLong(iban.substring(4, 9));
        long branch = Long.parseLong(iban.substring(9, 14));
        long account = Long.parseLong(iban.substring(14, 25));
        long key = Long.parseLong(iban.substring(25));
        return (89 * bank + 15 * branch + 3 * account + key) % 97;
    }
}
