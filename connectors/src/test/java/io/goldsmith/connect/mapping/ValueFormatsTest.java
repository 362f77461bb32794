package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one value is written in the source and in the attribute, for each way of writing it. */
class ValueFormatsTest {

    @TempDir
    Path folder;

    private Delivery read(String mapping, String text) {
        Map<String, String> row = new HashMap<>(Map.of("ID", "1", "AT", "2024-01-01"));
        row.put("C", text);
        return mapping(mapping).map(new MapRow(row));
    }

    private RecordMapping mapping(String mapping) {
        return MappingYaml.records(folder, "town: " + mapping);
    }

    private List<String> values(String mapping, String text) {
        return ((Delivery.RecordVersion) read(mapping, text)).raw().all("town");
    }

    private Map<String, String> written(String mapping, String value) {
        return mapping(mapping).write(AttributeValues.of(Map.of("town", List.of(value))), List.of("town"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{column: C, number: {decimal: ','}} ~ 1234,50 ~ 1234.50 ~ 1234,50",
                "{column: C, number: {decimal: ',', thousands: ' '}} ~ 1 234 567,5 ~ 1234567.5 ~ 1 234 567,5",
                "{column: C, number: {decimal: ',', thousands: ' '}} ~ 1\u202f234,5 ~ 1234.5 ~ 1 234,5",
                "{column: C, number: {decimal: ',', thousands: '.'}} ~ -12.345,00 ~ -12345.00 ~ -12.345,00",
                "{column: C, number: {thousands: ','}} ~ 1,234.5 ~ 1234.5 ~ 1,234.5",
                "{column: C, number: {decimal: ',', thousands: ' '}} ~ 123 ~ 123 ~ 123",
                "{column: C, format: [dd/MM/yyyy, ddMMyyyy]} ~ 29/02/1984 ~ 1984-02-29 ~ 29/02/1984",
                "{column: C, format: [dd/MM/yyyy, ddMMyyyy]} ~ 29021984 ~ 1984-02-29 ~ 29/02/1984",
                "{column: C, format: dd/MM/yyyy} ~ 31/12/1999 ~ 1999-12-31 ~ 31/12/1999",
                "{column: C, timestamp: {}} ~ 2024-07-01T12:00:00+02:00 ~ 2024-07-01T10:00:00Z ~ 2024-07-01T10:00:00Z",
                "{column: C, timestamp: {format: 'dd/MM/yyyy HH:mm:ss', zone: Europe/Paris}}"
                        + " ~ 01/07/2024 12:00:00 ~ 2024-07-01T10:00:00Z ~ 01/07/2024 12:00:00",
                "{column: C, timestamp: {format: ['dd/MM/yyyy HH:mm:ss', dd/MM/yyyy], zone: Europe/Paris}}"
                        + " ~ 01/01/2024 ~ 2023-12-31T23:00:00Z ~ 01/01/2024 00:00:00",
                "{column: C, boolean: {yes: [O, Oui, 1], no: [N, Non, 0]}} ~ oui ~ true ~ O",
                "{column: C, boolean: {yes: [O, Oui, 1], no: [N, Non, 0]}} ~ 0 ~ false ~ N",
                "{column: C, codes: {P: person, PP: person}} ~ PP ~ person ~ P",
            })
    void readsTheSourcesWritingAndWritesItBack(String mapping, String text, String value, String written) {
        assertThat(values(mapping, text)).containsExactly(value);
        assertThat(written(mapping, value)).isEqualTo(Map.of("C", written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{column: C, number: {decimal: ','}} ~ 1.234,5",
                "{column: C, number: {decimal: ','}} ~ 1 234",
                "{column: C, number: {decimal: ',', thousands: ' '}} ~ 12 34,5",
                "{column: C, number: {decimal: ',', thousands: ' '}} ~ 1234 567",
                "{column: C, number: {decimal: ','}} ~ 1,2,3",
                "{column: C, number: {}} ~ much",
                "{column: C, format: [dd/MM/yyyy, ddMMyyyy]} ~ 31/02/1984",
                "{column: C, timestamp: {format: dd/MM/yyyy}} ~ yesterday",
            })
    void aTextOfAnotherFormPassesAsItIs(String mapping, String text) {
        assertThat(values(mapping, text)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{column: C, number: {}} ~ much",
                "{column: C, format: dd/MM/yyyy} ~ 1984",
                "{column: C, format: dd/MM/yy} ~ 1926-05-04",
                "{column: C, timestamp: {format: dd/MM/yyyy}} ~ 2024-07-01T10:00:00Z",
                "{column: C, timestamp: {format: 'dd/MM/yyyy HH:mm', zone: Europe/Paris}} ~ 2024-10-27T01:30:00Z",
                "{column: C, boolean: {yes: [O], no: [N]}} ~ perhaps",
                "{column: C, codes: {P: person}} ~ organisation",
                "{column: C, codes: {P: person}, unknown-code: keep} ~ P",
            })
    void whatTheSourceCannotHoldIsLeftAlone(String mapping, String value) {
        assertThat(written(mapping, value)).isEmpty();
    }

    @Test
    void anUnknownCodeIsKeptDroppedOrRejected() {
        assertThat(values("{column: C, codes: {P: person}, unknown-code: keep}", "X"))
                .containsExactly("X");
        assertThat(written("{column: C, codes: {P: person}, unknown-code: keep}", "X"))
                .containsEntry("C", "X");
        assertThat(values("{column: C, codes: {P: person}, unknown-code: drop}", "X"))
                .isEmpty();
        assertThat(values("{column: C, boolean: {yes: [O], no: [N]}, unknown-code: drop}", "X"))
                .isEmpty();
        for (String mapping : List.of(
                "{column: C, codes: {P: person}}",
                "{column: C, codes: {P: person}, unknown-code: reject}",
                "{column: C, boolean: {yes: [O], no: [N]}}")) {
            assertThat(read(mapping, "Dupont"))
                    .isInstanceOfSatisfying(
                            Delivery.Unreadable.class,
                            unreadable -> assertThat(unreadable.reason())
                                    .startsWith("column C must hold one of the ")
                                    .doesNotContain("Dupont"));
        }
    }

    @Test
    void codesMayStandInAFile() throws IOException {
        Files.writeString(folder.resolve("naf.csv"), "code;libelle\n62.01Z;informatique\n56.10A;\"restaurant, bar\"\n");

        assertThat(values("{column: C, codes-file: naf.csv}", "56.10A")).containsExactly("restaurant, bar");
        assertThat(written("{column: C, codes-file: naf.csv}", "informatique")).containsEntry("C", "62.01Z");
        assertThat(read("{column: C, codes-file: naf.csv}", "00.00Z"))
                .isInstanceOfSatisfying(
                        Delivery.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isEqualTo("column C must hold one of the 2 codes of naf.csv, but holds another"));
    }

    @Test
    void anExpressionReadsWritesAndSendsRowsForWhichItFailsToQuarantine() {
        String mapping = "{expression: \"number(C) * 12\", write: \"number(town) / 12\"}";

        assertThat(values(mapping, "2")).containsExactly("24");
        assertThat(written(mapping, "24")).containsEntry("C", "2");
        assertThat(written(mapping, "much")).as("it would fail").isEmpty();
        assertThat(mapping(mapping).written("town", Map.of()))
                .as("what was not written does not come back")
                .isEmpty();
        assertThat(read(mapping, "Dupont"))
                .isInstanceOfSatisfying(
                        Delivery.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isEqualTo(
                                        "the expression of attribute town fails: it needs a number, but a text is none"));
        assertThat(mapping("{expression: \"upper(C)\"}").obstacle("town"))
                .contains("it is computed by an expression without write");
    }

    @Test
    void severalColumnsAreWrittenFromSeveralAttributes() {
        RecordMapping mapping = MappingYaml.records(
                folder,
                "given_name: {expression: \"after(FULL, ',')\", write: \"family_name + ', ' + given_name\"}\n"
                        + "family_name: {expression: \"before(FULL, ',')\", write: \"family_name + ', ' + given_name\"}\n"
                        + "street: {expression: \"NO + ' ' + RUE\", write: {NO: \"extract(street, '^[0-9]+')\","
                        + " RUE: \"extract(street, '^[0-9]+ (.*)')\"}}\n");
        AttributeValues state = AttributeValues.of(Map.of(
                "given_name", List.of("Jean"), "family_name", List.of("Dupont"), "street", List.of("12 rue du Bac")));

        Map<String, String> columns = mapping.write(state, List.of("given_name", "street"));

        assertThat(columns).isEqualTo(Map.of("FULL", "Dupont, Jean", "NO", "12", "RUE", "rue du Bac"));
        assertThat(mapping.written("given_name", columns)).containsExactly("Jean");
        assertThat(mapping.written("street", columns)).containsExactly("12 rue du Bac");
        assertThat(mapping.columns()).contains("FULL", "NO", "RUE");
        assertThat(mapping.isReversible("street")).isTrue();
    }
}
