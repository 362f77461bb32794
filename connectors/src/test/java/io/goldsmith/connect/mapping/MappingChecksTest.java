package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in mappings are told when the configuration loads, where they stand. */
class MappingChecksTest {

    @TempDir
    Path folder;

    private List<SettingsProblem> problems(String mapping) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class,
                () -> TestHub.open(folder, """
                connectors:
                  accounting:
                    kind: http
                    source: accounting
                    url: "http://localhost:1"
                    streams:
                      - name: customers
                        from: /customers
                        records:
                          key: /id
                          timestamp: /at
                          attributes:
                            given_name: /first
                            town: %s
                replication:
                  accounting: {kind: http, source: accounting, mapping: accounting/customers, attributes: [town]}
                """.formatted(mapping)).close());
        return refused == null ? List.of() : refused.problems();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{expression: \"upper(row['/a']\", write: \"town\"} ~ town.expression ~ the expression is broken at column",
                "{expression: \"uper(row['/a'])\", write: \"town\"} ~ town.expression ~ did you mean \"upper\"?",
                "{expression: \"row['/a']\", write: \"upper(\"} ~ town.write ~ broken at column",
                "{expression: \"row['/a']\", write: \"twon\"} ~ town.write ~ did you mean \"town\"?",
                "{expression: \"row['/a'] + row['/b']\", write: \"town\"} ~ town.write ~ give an expression for each column",
                "{expression: \"row['/a'] + row['/b']\", write: {/a: \"town\"}} ~ town.write ~ it reads /a, /b, and written are /a",
                "{expression: \"row['/a'] + row['/b']\", write: {/a: \"town\", /b: \"(\"}} ~ town.write./b ~ broken at column",
                "{expression: \"row['/a']\", write: \"town\", split: \"|\"} ~ town ~ an expression stands alone",
                "{column: /a, write: \"town\"} ~ town.write ~ written back by themselves",
                "{column: /a, expression: \"row['/a']\"} ~ town ~ exactly one of column, columns, constant, expression, but has 2",
                "{column: /a, codes: {P: p}, format: dd} ~ town ~ at most one of codes, codes-file",
                "{column: /a, unknown-code: keep} ~ town.unknown-code ~ needs codes",
                "{column: /a, codes: {P: p}, unknown-code: kep} ~ town.unknown-code ~ keep",
                "{column: /a, codes-file: none.csv} ~ town.codes-file ~ none.csv",
                "{column: /a, codes-file: three.csv} ~ town.codes-file ~ three.csv:1: a file of codes must have two columns",
                "{column: /a, codes-file: twice.csv} ~ town.codes-file ~ twice.csv:3: the code A stands twice",
                "{column: /a, codes-file: half.csv} ~ town.codes-file ~ half.csv:2: a code and its meaning must not be empty",
                "{column: /a, format: jj/mm/aaaa} ~ town.format ~ a pattern must be like dd/MM/yyyy",
                "{column: /a, timestamp: {format: jj}} ~ town.timestamp.format ~ a pattern must be like",
                "{column: /a, boolean: {yes: [O], no: [o]}} ~ town.boolean.no ~ o means both",
                "{column: /a, number: {decimal: x}} ~ town.number.decimal ~ ,",
                "{expression: \"A\"} ~ town ~ in an expression write row['/A']",
                "name ~ town ~ must be a JSON pointer such as /name",
                "{column: /a, nummer: {}} ~ town.nummer ~ number",
            })
    void aMistakeIsToldWhereItStands(String mapping, String key, String hint) throws IOException {
        Files.writeString(folder.resolve("three.csv"), "a,b,c\n1,2,3\n");
        Files.writeString(folder.resolve("twice.csv"), "code,meaning\nA,alpha\nA,beta\n");
        Files.writeString(folder.resolve("half.csv"), "code,meaning\nA,\n");

        assertThat(problems(mapping)).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo("connectors.accounting.streams[0].records.attributes." + key);
            assertThat(problem.message()).contains(hint);
            assertThat(Files.readAllLines(folder.resolve("goldsmith.yaml")).get(problem.line() - 1))
                    .contains("town: ");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{constant: Paris} ~ it is a constant",
                "{columns: [/a, /b], join: ' '} ~ it joins columns",
                "{expression: \"row['/a']\"} ~ it is computed by an expression without write",
                "/towns/* ~ column /towns/* reads the elements of an array",
                "{columns: [/a, /towns/*/name]} ~ column /towns/*/name reads the elements of an array",
                "{column: /a, when: {column: /b, is: x}, constant: y} ~ ",
            })
    void aTargetGetsOnlyWhatCanBeWrittenBack(String mapping, String why) {
        List<SettingsProblem> problems = problems(mapping);

        if (why == null) {
            assertThat(problems).noneMatch(problem -> problem.key().startsWith("replication"));
            return;
        }
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("replication.accounting.attributes[0]");
            assertThat(problem.message()).contains("cannot: " + why);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{expression: \"row['/a']\", write: \"town\"}",
                "{expression: \"row['/a'] + row['/b']\", write: {/a: \"town\", /b: \"''\"}}",
                "{column: /a, when: {column: /b, is: x}}",
                "{column: /a, boolean: {yes: [1, true], no: [0, false]}}",
                "{column: /a, format: [dd/MM/yyyy, yyyyMMdd]}",
            })
    void whatIsRightIsTaken(String mapping) {
        assertThat(problems(mapping)).isEmpty();
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        assertThat(problems("{expression: \"uper(row['/a'])\", split: \"|\", number: {}}"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }
}
