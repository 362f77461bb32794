package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            min-length        | town        | Ay                  | 2 characters        | at least 3
            min-length        | town        | Gap                 | -                   |
            permitted         | party_type  | ORGANISATION        | -                   | the model's own values, in any case
            permitted         | party_type  | robot               | none of             |
            plausible-age     | birth_date  | 2023-06-01          | -                   | three years old today
            plausible-age     | birth_date  | 2023-06-02          | not 3 to 10 years   | three only tomorrow
            plausible-age     | birth_date  | 2015-06-02          | -                   | still ten today
            plausible-age     | birth_date  | 01/06/2015          | not 3 to 10 years   | eleven today
            in-range          | birth_date  | 1930-01-01          | -                   | the first day is in it
            in-range          | birth_date  | 31/12/1929          | not from 1930-01-01 | the day before is not
            in-range          | birth_date  | 2011-01-01          | to 2010-12-31       |
            in-range          | birth_date  | 31/31/1980          | -                   | no date at all is for well-formed
            at-least-one      | town        | LYON                | -                   | e-mail or town
            at-least-one      | town        | ''                  | but one must        |
            unique            | town        | LYON                | -                   | a record by itself is unique
            """)
    void judgesAValue(String check, String attribute, String value, String reason) {
        List<Finding> findings = judge(RuleSample.of(check, attribute), attribute, value);

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
        RuleSample rule = RuleSample.of("required", "birth_date").when("party_type", "person");

        assertThat(judge(rule, "party_type", "person")).hasSize(1);
        assertThat(judge(rule, "party_type", "organisation")).isEmpty();
        assertThat(judge(rule, "town", "LYON")).isEmpty();
    }

    @Test
    void givesUpOnAPatternThatTakesExponentialTime() {
        RuleSample rule = RuleSample.of("matches", "town").pattern("(.*a){12}c");

        assertThat(judge(rule, "town", "a".repeat(40) + "d"))
                .singleElement()
                .extracting(Finding::reason)
                .asString()
                .contains("bounded time");
    }

    @Test
    void warnsWithoutRejecting() {
        ValidationRule rule = RuleSample.of("well-formed", "email").warning().rule(MATCHING);
        Validation validation = new Validation(List.of(rule), MATCHING, clock());
        AttributeValues raw = AttributeValues.of(Map.of("email", List.of("nonsense")));

        assertThat(validation.rejections(raw)).isEmpty();
        assertThat(validation.warnings(raw, MATCHING.standardise(raw))).hasSize(1);
    }

    @ParameterizedTest(name = "{0} to {1}: {2} is in it: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # from | to   | value  | in it
            1      | 10   | 1      | true
            1      | 10   | 10,0   | true
            1      | 10   | 10.01  | false
            1      | -    | 99999  | true
            -      | 10   | -5     | true
            1      | 10   | eleven | false
            """)
    void takesANumberInItsRange(String from, String to, String value, boolean isIn) {
        RuleSample rule = RuleSample.of("in-range", "town").range(from, to);

        assertThat(judge(rule, "town", value)).hasSize(isIn ? 0 : 1);
    }

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            1980-05-06, 1980-05-06, -
            05/05/1980, 1980-05-06, is before birth_date
            1980-05-07, 1980-05-06, -
            no date,    1980-05-06, -
            1980-05-05, -,          -
            """)
    void holdsOneDateAgainstAnother(String since, String birth, String reason) {
        Matching matching = matching(List.of(new AttributeDefinition("since", SemanticType.DATE, "", false)));
        Map<String, List<String>> values = new TreeMap<>(Map.of("since", List.of(since)));
        if (birth != null) {
            values.put("birth_date", List.of(birth));
        }
        ValidationRule rule =
                RuleSample.of("not-before", "since").other("birth_date").rule(matching);

        List<Finding> findings =
                new Validation(List.of(rule), matching, clock()).rejections(AttributeValues.of(values));

        assertThat(findings)
                .extracting(Finding::reason)
                .containsExactlyElementsOf(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void holdsValuesTogetherAgainstTheLinesOfAReferenceList(@TempDir Path folder) throws IOException {
        Path towns = folder.resolve("towns.csv");
        Files.writeString(towns, "VILLE;RUE\nLyon;1 rue Haute\nSaint-Étienne;2 rue Basse\n");
        RuleSample rule = RuleSample.of("in-reference", "town").in(towns, Map.of("town", "VILLE", "street", "RUE"));

        assertThat(judge(rule, Map.of("town", List.of("LYON"), "street", List.of("1 rue haute"))))
                .as("in any way of writing")
                .isEmpty();
        assertThat(judge(rule, Map.of("town", List.of("LYON"), "street", List.of("2 rue Basse"))))
                .as("each is in the list, but not together")
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("towns.csv").doesNotContain("LYON"));
        assertThat(judge(rule, Map.of("town", List.of("LYON"))))
                .as("half of the values are not held against it")
                .isEmpty();
    }

    @Test
    void warnsOfWhatTheModelDoesNotPermitWithoutBeingAsked() {
        HubConfiguration configuration = TestHub.configuration(new DatabaseSettings("jdbc:h2:mem:none", "sa", ""));
        List<ValidationRule> rules = new ValidationSettings(List.of())
                .validationRules(configuration.entityModel(), MATCHING, configuration.folder());

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.name()).isEqualTo("permitted-party-type");
            assertThat(rule.severity()).isEqualTo(Severity.WARN);
        });
    }

    private static List<Finding> judge(RuleSample rule, String attribute, String value) {
        return judge(rule, Map.of(attribute, List.of(value)));
    }

    private static List<Finding> judge(RuleSample rule, Map<String, List<String>> values) {
        return new Validation(List.of(rule.rule(MATCHING)), MATCHING, clock()).rejections(AttributeValues.of(values));
    }

    private static Clock clock() {
        return Clock.fixed(TestHub.NOW, ZoneOffset.UTC);
    }

    private static Matching matching() {
        return matching(List.of());
    }

    /** With more attributes. */
    private static Matching matching(List<AttributeDefinition> more) {
        HubConfiguration configuration = TestHub.configuration(new DatabaseSettings("jdbc:h2:mem:none", "sa", ""));
        List<AttributeDefinition> definitions =
                new ArrayList<>(configuration.entityModel().definitions());
        definitions.addAll(more);
        return Matching.of(
                definitions, configuration.section(MatchSettings.class).orElseThrow());
    }
}
