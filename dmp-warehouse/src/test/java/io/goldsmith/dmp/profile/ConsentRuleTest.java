package io.goldsmith.dmp.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.dmp.LegalBasis;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentRuleTest {

    @ParameterizedTest
    @CsvSource({
        "CONSENT, GRANTED, true",
        "CONSENT, REFUSED, false",
        "CONSENT, , false",
        "LEGITIMATE_INTEREST, GRANTED, true",
        "LEGITIMATE_INTEREST, REFUSED, false",
        "LEGITIMATE_INTEREST, , true",
    })
    void silenceCountsByTheLegalBasisAndARefusalAlways(LegalBasis basis, Consent answer, boolean admitted) {
        Map<String, Consent> consents = answer == null ? Map.of() : Map.of("analytics", answer);
        Profile profile = new Profile("0123456789abcdef", Map.of(), OrderSummary.NONE, consents, basis);
        assertThat(new ConsentRule("analytics", basis).admits(profile)).isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource({"CONSENT, false", "LEGITIMATE_INTEREST, true"})
    void anAnswerForAnotherPurposeSaysNothing(LegalBasis basis, boolean admitted) {
        Profile profile = new Profile(
                "0123456789abcdef", Map.of(), OrderSummary.NONE, Map.of("marketing", Consent.GRANTED), basis);
        assertThat(new ConsentRule("analytics", basis).admits(profile)).isEqualTo(admitted);
    }
}
