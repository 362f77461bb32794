package io.goldsmith.dmp.profile;

import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.LegalBasis;
import java.util.Optional;

/**
 * Who may be profiled.
 *
 * @param purpose the purpose asked for
 * @param legalBasis the basis that profiling for it rests on
 */
public record ConsentRule(String purpose, LegalBasis legalBasis) {

    /** The rule that the settings stand for. */
    public static ConsentRule of(DmpSettings settings) {
        return new ConsentRule(settings.purpose(), settings.legalBasis());
    }

    /** Whether the profile may enter the warehouse: a refusal always keeps it out, silence does when consent is the basis. */
    public boolean admits(Profile profile) {
        Optional<Consent> answer = Optional.ofNullable(profile.consents().get(purpose));
        return switch (legalBasis) {
            case CONSENT -> answer.filter(Consent.GRANTED::equals).isPresent();
            case LEGITIMATE_INTEREST -> answer.filter(Consent.REFUSED::equals).isEmpty();
        };
    }
}
