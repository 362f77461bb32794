package io.goldsmith.mdm.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.mdm.TestHub;
import io.goldsmith.mdm.quality.ValidationRule;
import io.goldsmith.mdm.quality.ValidationSettings;
import io.goldsmith.mdm.source.SourceSystem;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubConfigurationTest {

    private static final DatabaseSettings DATABASE = new DatabaseSettings("jdbc:h2:file:./data/hub", "sa", "");

    @TempDir
    private Path folder;

    @Test
    void readsTheModelInTheOrderOfTheFile() {
        EntityModel model = TestHub.configuration(DATABASE).entityModel();

        assertThat(model.attributes())
                .extracting(Attribute::name)
                .containsExactly(
                        "party_type", "given_name", "family_name", "birth_date", "street", "town", "email", "siren");
        assertThat(model.group("address")).extracting(Attribute::name).containsExactly("street", "town");
        assertThat(model.attribute("party_type").orElseThrow().values()).containsExactly("person", "organisation");
        Attribute email = model.attribute("email").orElseThrow();
        assertThat(email.definition().type()).isEqualTo(SemanticType.EMAIL);
        assertThat(email.definition().multiValued()).isTrue();
        assertThat(email.sensitivity()).isEqualTo(Sensitivity.DIRECT_IDENTIFIER);
    }

    @Test
    void readsTheSourceSystemsWithTheirTrust() {
        SourceSystem accounting =
                TestHub.configuration(DATABASE).sourceSystems().get("accounting");

        assertThat(accounting.party()).isEqualTo(SourceSystem.Party.FIRST);
        assertThat(accounting.trust()).isEqualTo(90);
        assertThat(accounting.attributeTrust()).containsEntry("siren", 95);
        assertThat(accounting.purposes()).containsExactly("operations");
    }

    @Test
    void takesTheDatabaseFileFromTheFolderOfTheHub() {
        HubConfiguration configuration = TestHub.configuration(DATABASE);

        assertThat(configuration.database().url())
                .isEqualTo("jdbc:h2:file:" + configuration.folder().resolve("data/hub"));
    }

    @Test
    void takesSecretsFromFilesAndKeepsThemOutOfWhatIsPublished() throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/key"), "a key of more than sixteen bytes\n");

        HubConfiguration configuration = read(yaml().replace("\"0123456789abcdef\"", "\"${file:secrets/key}\""));

        assertThat(configuration.hub().profileKey()).isEqualTo("a key of more than sixteen bytes");
        assertThat(configuration.rules().toString()).doesNotContain("a key of more", "database");
        assertThat(configuration.toString() + configuration.hub()).doesNotContain("a key of more");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            attribute: partytype                        | attribute      | did you mean "party_type"?
            attribute: birth_date                       | attribute      | a code of one value
            attribute: party_type                       | attribute      | permits only organisation, person
            attribute: stage, inactive-after: 3 years   | inactive-after | 3 years
            attribute: stage, inactive-after: P0D       | inactive-after | a day or more
            """)
    void refusesALifecycleThatDoesNotFitTheModel(String section, String key, String message) {
        SettingsException refused = refusal(withStage("lifecycle: {" + section + "}\n"));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).startsWith("lifecycle");
            assertThat(problem.key() + problem.message()).contains(key, message);
        });
    }

    @Test
    void aCustomerIsInactiveAfterThreeYearsUnlessSaidOtherwise() throws IOException {
        HubConfiguration configuration = read(withStage("lifecycle: {attribute: stage}\n"));

        assertThat(configuration.section(LifecycleSettings.class))
                .contains(new LifecycleSettings("stage", Period.ofYears(3)));
        assertThat(configuration.rules()).as("it is a rule").containsKey("lifecycle");
    }

    @Test
    void whatCannotBeVerifiedIsToldByLine() throws IOException {
        assertThat(read(yaml() + "verification:\n  siren: {gain: 25}\n").rules())
                .as("it is a rule")
                .containsKey("verification");
        assertThat(refusal(yaml() + "verification:\n  siren: {}\n  address: {gain: 10}\n  email: {}\n")
                        .problems())
                .extracting(problem -> problem.key() + ": " + problem.message())
                .as("the address of this model has no postcode")
                .allSatisfy(problem -> assertThat(problem).contains("what is verified must be a group with street"))
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).startsWith("verification.address"))
                .anySatisfy(problem -> assertThat(problem).startsWith("verification.email"));
    }

    private static String withStage(String more) {
        return yaml().replace("model:\n  attributes:\n", "model:\n  attributes:\n    stage: {type: code}\n") + more;
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # instead of           | written               | line | key                                        | the message has
            validation:            | validations:          | 17   | validations                                | did you mean "validation"?
            trust: 80              | trsut: 80             | 15   | sources.crm.trsut                          | did you mean "trust"?
            trust: 80              | trust: 101            | 15   | sources.crm.trust                          | 100
            party: first, trust: 90| party: frist, trust: 9| 16   | sources.accounting.party                   | did you mean "first"?
            type: date             | type: dat             | 9    | model.attributes.birth_date.type           | did you mean "date"?
            part: street           | part: streat          | 10   | model.attributes.street.part               | did you mean "street"?
            part: town             | part: family          | 11   | model.attributes.town.part                 | no part of a postal-address
            check: not-in-future   | check: not-in-futur   | 18   | validation[0].check                        | did you mean "not-in-future"?
            check: not-in-future   | check: one-of         | 18   | validation[0]                              | needs "values"
            attribute: email,      | attribute: emial,     | 20   | validation[2].attribute                    | did you mean "email"?
            trust: {siren: 95}     | trust: {siret: 95}    | 16   | sources.accounting.attribute-trust.siret   | did you mean "siren"?
            name: siren-valid      | name: email-well-formed | 20 | validation[2].name                         | two rules
            default: {strategy: most-recent} | default: {strategy: most-recnt} | 33 | survivorship.default.strategy | did you mean "most-recent"?
            default: {strategy: most-recent} | default: {strategy: source-priority} | 33 | survivorship.default.sources | needs the source systems
            default: {strategy: most-recent} | attributes: {adress: {strategy: most-recent}} | 33 | survivorship.attributes.adress | did you mean "address"?
            """)
    void namesLineKeyAndNearestWord(String right, String wrong, int line, String key, String message) {
        SettingsException refused = refusal(yaml().replace(right, wrong));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.message()).contains(message);
            assertThat(problem.file()).endsWith("goldsmith.yaml");
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the rule that follows its name and severity                                     | key                          | the message has
            check: required                                                                   | validation[0]                | needs "attribute"
            check: min-length, attribute: town                                                | validation[0]                | needs "min"
            check: plausible-age, attribute: town                                             | validation[0]                | for an attribute of type date
            check: plausible-age, attribute: birth_date, min: 90, max: 18                     | validation[0]                | exchange them
            check: in-range, attribute: birth_date                                            | validation[0]                | needs "from", "to" or both
            check: in-range, attribute: birth_date, from: "1900"                              | validation[0]                | a date such as 2000-01-31
            check: in-range, attribute: town, from: ten                                       | validation[0]                | a number such as 12.5
            check: in-range, attribute: town, from: 12, to: 2.5                               | validation[0]                | exchange them
            check: not-before, attribute: birth_date                                          | validation[0]                | needs "other"
            check: not-before, attribute: birth_date, other: brith_date                       | validation[0].other          | did you mean "birth_date"?
            check: at-least-one                                                               | validation[0]                | needs "attributes"
            check: at-least-one, attributes: [email, twon]                                    | validation[0].attributes[1]  | did you mean "town"?
            check: permitted, attribute: town                                                 | validation[0]                | "values"
            check: unique, attribute: email                                                   | validation[0]                | cannot reject
            check: in-reference, file: towns.csv                                              | validation[0]                | needs "columns"
            check: in-reference, file: town.csv, columns: {town: VILLE}                       | validation[0].file           | there is no file "town.csv"
            check: in-reference, file: ../towns.csv, columns: {town: VILLE}                   | validation[0].file           | not within the hub's folder
            check: in-reference, file: towns.csv, columns: {town: VILE}                       | validation[0].columns.town   | did you mean "VILLE"?
            check: in-reference, file: towns.csv, columns: {twon: VILLE}                      | validation[0].columns.twon   | did you mean "town"?
            """)
    void refusesARuleThatCannotBeKept(String rule, String key, String message) throws IOException {
        Files.writeString(folder.resolve("towns.csv"), "CP,VILLE\n69001,Lyon\n");
        SettingsException refused = refusal(yaml().replace("check: not-in-future, severity: reject}", "severity: warn}")
                .replace(
                        "{name: birth-date-not-in-future, attribute: birth_date, severity: warn}",
                        "{name: a-rule, severity: reject, " + rule + "}"));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(18);
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.message()).contains(message);
        });
    }

    @Test
    void takesEveryCheckAsItIsDocumented() throws IOException {
        Files.writeString(folder.resolve("towns.csv"), "CP,VILLE\n69001,Lyon\n");
        HubConfiguration configuration = read(yaml().replace("validation:\n", """
                validation:
                  - {name: reachable, check: at-least-one, attributes: [email, town], severity: warn, task: true}
                  - {name: of-age, attribute: birth_date, check: plausible-age, min: 18, severity: warn}
                  - {name: recent, attribute: birth_date, check: in-range, from: 1900-01-01, severity: warn}
                  - {name: party, attribute: party_type, check: permitted, severity: reject}
                  - {name: known-town, check: in-reference, file: towns.csv, columns: {town: VILLE}, severity: warn}
                  - {name: one-email, attribute: email, check: unique, severity: warn, task: true}
                """));

        assertThat(configuration
                        .section(ValidationSettings.class)
                        .orElseThrow()
                        .validationRules(
                                configuration.entityModel(),
                                Matching.of(
                                        configuration.entityModel().definitions(),
                                        configuration
                                                .section(MatchSettings.class)
                                                .orElseThrow()),
                                folder))
                .extracting(ValidationRule::name)
                .startsWith("reachable", "of-age", "recent", "party", "known-town", "one-email")
                .hasSize(9);
    }

    @Test
    void namesAnAttributeThatMatchingSpeaksOfAndTheModelDoesNotHave() {
        SettingsException refused = refusal(yaml().replace("- attribute: family_name", "- attribute: family_nam"));

        assertThat(refused.getMessage()).contains(":27:", "family_nam", "family_name");
    }

    @Test
    void reportsEveryMistakeAtOnceInTheOrderOfTheLines() {
        SettingsException refused = refusal(yaml().replace("trust: 80", "trsut: 80")
                .replace("type: date", "type: dat")
                .replace("attribute: email,", "attribute: emial,"));

        assertThat(refused.problems()).extracting(SettingsProblem::line).containsExactly(9, 15, 20);
    }

    @Test
    void asksForSectionsThatNoHubCanDoWithout() {
        SettingsException refused = refusal("sources: {crm: {}}\n");

        assertThat(refused.getMessage()).contains("\"hub\"", "\"model\"", "\"matching\"");
    }

    @Test
    void refusesASecretThatIsNotThere() {
        SettingsException refused = refusal(yaml().replace("\"0123456789abcdef\"", "\"${file:secrets/none}\""));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("hub.profile-key");
            assertThat(problem.message()).contains("secrets/none");
        });
    }

    @Test
    void publishesASchemaWithEverySection() {
        assertThat(HubConfiguration.schema())
                .contains(List.of("\"hub\"", "\"model\"", "\"matching\"", "\"validation\""));
    }

    private HubConfiguration read(String yaml) throws IOException {
        Files.writeString(folder.resolve("goldsmith.yaml"), yaml);
        return HubConfiguration.read(folder);
    }

    private SettingsException refusal(String yaml) {
        return catchThrowableOfType(SettingsException.class, () -> read(yaml));
    }

    private static String yaml() {
        return TestHub.CONFIGURATION.formatted("jdbc:h2:file:./data/hub", "sa", "");
    }
}
