package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidationTest {

    private static final Matching MATCHING = matching();

    @ParameterizedTest(name = "{0} of {1} \"{2}\": {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # check           | attribute   | value               | reason has          | why
            not-in-future     | birth_date  | 2026-06-01          | -                   | today is not the future
            not-in-future     | birth_date  | 02/06/2026          | after today         | tomorrow, as a French date
            not-in-future     | birth_date  | 31/31/1980          | -                   | no date at all is for well-formed
            well-formed       | birth_date  | 31/31/1980          | ''                  | there is no month 31
            well-formed       | birth_date  | 14/07/1980          | -                   | a French date
            well-formed       | email       | anna(at)example.org | ''                  | no @
            valid-identifier  | siren       | 732829320           | -                   | its check digit holds
            valid-identifier  | siren       | 732829321           | ''                  | its check digit does not
            required          | town        | ''                  | required            | emptied on purpose is no value
            required          | town        | LYON                | -                   |
            one-of            | party_type  | Person              | -                   | case does not count
            one-of            | party_type  | robot               | none of             |
            matches           | town        | Lyon 3              | -                   | the whole value matches
            matches           | town        | 3 Lyon              | does not match      |
            max-length        | town        | Aix-en-Provence     | 15 characters       | at most 10
            """)
    void judgesAValue(String check, String attribute, String value, String reason) {
        List<Finding> findings = judge(rule(check, attribute, "[A-Z].*", Map.of()), attribute, value);

        if (reason == null) {
            assertThat(findings).isEmpty();
        } else {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.text()).startsWith("a-rule: " + attribute + " ");
                assertThat(finding.reason()).contains(reason);
                assertThat(value.isEmpty() || !finding.reason().contains(value)).isTrue();
            });
        }
    }

    @ParameterizedTest(name = "{0} \"{1}\": {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # attribute    | value                            | refused | why
            town           | 185057800608491                  | true    | a social security number
            town           | n° 1 85 05 78 006 084 91, Lyon   | true    | in a free text
            town           | 185057800608492                  | false   | its key is wrong
            loyalty_number | 2 55 08 14 168 025 38            | true    | a code is free
            siren          | 185057800608491                  | false   | a SIREN has a form of its own
            birth_date     | 185057800608491                  | false   | so has a date
            """)
    void refusesASocialSecurityNumberUnderEveryConfiguration(
            String attribute, String value, boolean refused, String why) {
        AttributeValues raw = AttributeValues.of(Map.of(attribute, List.of(value)));

        List<Finding> findings = new Validation(List.of(), MATCHING, clock()).rejections(raw);

        assertThat(findings).as(why).hasSize(refused ? 1 : 0).allSatisfy(finding -> {
            assertThat(finding.text())
                    .startsWith("no-nir: " + attribute)
                    .contains("NIR")
                    .doesNotContain(value);
        });
    }

    @Test
    void keepsWhatIsRefusedWithoutTheSocialSecurityNumber() {
        Validation validation = new Validation(List.of(), MATCHING, clock());
        AttributeValues raw = AttributeValues.of(Map.of(
                "town", List.of("n° 1 85 05 78 006 084 91, Lyon"),
                "siren", List.of("185057800608491"),
                "loyalty_number", List.of("L-1")));

        AttributeValues kept = validation.keepable(raw);

        assertThat(kept.asMap())
                .isEqualTo(Map.of(
                        "town", List.of("[NIR]"),
                        "siren", List.of("185057800608491"),
                        "loyalty_number", List.of("L-1")));
        assertThat(validation.rejections(kept)).hasSize(1);
        AttributeValues clean = AttributeValues.of(Map.of("town", List.of("Lyon")));
        assertThat(validation.keepable(clean)).isSameAs(clean);
    }

    @Test
    void appliesARuleOnlyUnderItsCondition() {
        ValidationRule rule = rule("required", "birth_date", "", Map.of("party_type", "person"));

        assertThat(judge(rule, "party_type", "person")).hasSize(1);
        assertThat(judge(rule, "party_type", "organisation")).isEmpty();
        assertThat(judge(rule, "town", "LYON")).isEmpty();
    }

    @Test
    void givesUpOnAPatternThatTakesExponentialTime() {
        ValidationRule rule = rule("matches", "town", "(.*a){12}c", Map.of());

        assertThat(judge(rule, "town", "a".repeat(40) + "d"))
                .singleElement()
                .extracting(Finding::reason)
                .asString()
                .contains("bounded time");
    }

    @Test
    void warnsWithoutRejecting() {
        ValidationRule rule =
                new ValidationRule("w", "email", Check.WELL_FORMED, Severity.WARN, Map.of(), List.of(), "", 0);
        Validation validation = new Validation(List.of(rule), MATCHING, clock());
        AttributeValues raw = AttributeValues.of(Map.of("email", List.of("nonsense")));

        assertThat(validation.rejections(raw)).isEmpty();
        assertThat(validation.warnings(raw, MATCHING.standardise(raw))).hasSize(1);
    }

    private static List<Finding> judge(ValidationRule rule, String attribute, String value) {
        AttributeValues raw = AttributeValues.of(Map.of(attribute, List.of(value)));
        return new Validation(List.of(rule), MATCHING, clock()).rejections(raw);
    }

    private static ValidationRule rule(String check, String attribute, String pattern, Map<String, String> when) {
        List<String> values = List.of("person", "organisation");
        return new ValidationRule("a-rule", attribute, Check.ofWord(check), Severity.REJECT, when, values, pattern, 10);
    }

    private static Clock clock() {
        return Clock.fixed(TestHub.NOW, ZoneOffset.UTC);
    }

    private static Matching matching() {
        HubConfiguration configuration = TestHub.configuration(new DatabaseSettings("jdbc:h2:mem:none", "sa", ""));
        return Matching.of(
                configuration.entityModel().definitions(),
                configuration.section(MatchSettings.class).orElseThrow());
    }
}
