package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMappingTest {

    private static final RecordMapping CLIENTS = (RecordMapping) mapping("""
            records:
              key: CODE
              timestamp: {column: DATE_MODIF, format: "dd/MM/yyyy HH:mm:ss", zone: Europe/Paris}
              attributes:
                party_type: {column: TYPE, codes: {P: person, E: organisation}}
                given_name: {column: NAME, name: given, when: {column: TYPE, is: P}}
                family_name: {column: NAME, name: family, when: {column: TYPE, is: P}}
                birth_date: {column: BORN, format: dd/MM/yyyy}
                street: {columns: [NUMBER, STREET], join: " "}
                town: TOWN
                phone: {columns: [PHONE, MOBILE]}
                email: {column: MAILS, split: "|"}
                loyalty_tier: {constant: bronze}
            """);

    private static StreamMapping mapping(String content) {
        String yaml = "crm:\n  kind: file\n  source: crm\n  inbox: in\n  streams:\n    - name: s\n      from: x\n"
                + content.indent(6);
        StreamSettings stream = SettingsDocument.parse("test.yaml", Path.of("."), yaml)
                .bind("", ConnectorsSettings.class)
                .connectors()
                .get("crm")
                .streams()
                .get(0);
        return StreamMapping.of("crm", stream, Path.of("."));
    }

    private static Map<String, String> annaSmith() {
        return new HashMap<>(Map.of(
                "CODE", "C1",
                "DATE_MODIF", "01/07/2024 12:00:00",
                "TYPE", "P",
                "NAME", "DE LA TOUR Anne-Marie",
                "BORN", "29/02/1984",
                "NUMBER", "12",
                "STREET", "rue du Bac",
                "PHONE", "0145454545",
                "MOBILE", "0645454545",
                "MAILS", "a@b.fr| c@d.fr |"));
    }

    @ParameterizedTest
    @CsvSource({
        "GONE_AT, GONE_AT, 2024-05-01, true",
        "GONE_AT, GONE_AT, '  ', false",
        "'{column: STATUS, is: [X, closed]}', STATUS, Closed, true",
        "'{column: STATUS, is: [X, closed]}', STATUS, closed soon, false"
    })
    void aRowMayStandForADeletedRecord(String deleted, String column, String value, boolean isDeleted) {
        StreamMapping mapping = mapping("""
                records:
                  key: CODE
                  timestamp: AT
                  deleted: %s
                  attributes: {town: TOWN}
                """.formatted(deleted));

        Delivery.RecordVersion read = (Delivery.RecordVersion) mapping.map(
                new MapRow(Map.of("CODE", "C1", "AT", "2024-05-01T00:00:00Z", "TOWN", "Paris", column, value)));

        assertThat(mapping.columns()).contains(column);
        assertThat(read.deleted()).isEqualTo(isDeleted);
        assertThat(read.sourceKey()).isEqualTo("C1");
        assertThat(read.raw().asMap().isEmpty()).isEqualTo(isDeleted);
    }

    private static Delivery.RecordVersion read(Map<String, String> row) {
        return (Delivery.RecordVersion) CLIENTS.map(new MapRow(row));
    }

    @Test
    void readsEveryKindOfMapping() {
        Delivery.RecordVersion anna = read(annaSmith());

        assertThat(anna.sourceKey()).isEqualTo("C1");
        assertThat(anna.sourceTimestamp()).isEqualTo(Instant.parse("2024-07-01T10:00:00Z"));
        assertThat(anna.raw().asMap())
                .containsEntry("party_type", List.of("person"))
                .containsEntry("given_name", List.of("Anne-Marie"))
                .containsEntry("family_name", List.of("DE LA TOUR"))
                .containsEntry("birth_date", List.of("1984-02-29"))
                .containsEntry("street", List.of("12 rue du Bac"))
                .containsEntry("phone", List.of("0145454545", "0645454545"))
                .containsEntry("email", List.of("a@b.fr", "c@d.fr"))
                .containsEntry("loyalty_tier", List.of("bronze"))
                .doesNotContainKey("town");
    }

    @Test
    void leavesOutWhatDoesNotMeetItsCondition() {
        Map<String, String> company = annaSmith();
        company.put("TYPE", "E");

        assertThat(read(company).raw().asMap()).doesNotContainKeys("given_name", "family_name");
    }

    @Test
    void keepsADateOfAnotherFormAsItIs() {
        Map<String, String> row = annaSmith();
        row.put("BORN", "31/02/1984");

        assertThat(read(row).raw().all("birth_date")).containsExactly("31/02/1984");
    }

    @ParameterizedTest
    @CsvSource({
        "CODE, '', column CODE must have a value",
        "DATE_MODIF, yesterday, column DATE_MODIF must hold a time as dd/MM/yyyy HH:mm:ss",
        "DATE_MODIF, '', column DATE_MODIF must have a value",
        "TYPE, X, 'column TYPE must hold one of the codes P, E, but holds another'"
    })
    void aRowThatCannotBeMappedIsUnreadableWithItsReasonAndWithoutItsValue(String column, String value, String reason) {
        Map<String, String> row = annaSmith();
        row.put(column, value);

        Delivery delivery = CLIENTS.map(new MapRow(row));

        assertThat(delivery).isInstanceOfSatisfying(Delivery.Unreadable.class, unreadable -> {
            assertThat(unreadable.reason()).startsWith(reason).doesNotContain("yesterday");
            assertThat(unreadable.origin()).isEqualTo("test:1");
            assertThat(unreadable.payload()).contains("DE LA TOUR");
        });
    }

    @Test
    void writesBackWhatItReads() {
        AttributeValues state = AttributeValues.of(Map.of(
                "given_name", List.of("Jean"),
                "family_name", List.of("Dupont"),
                "birth_date", List.of("1970-01-31"),
                "party_type", List.of("organisation"),
                "phone", List.of("+33145454545"),
                "email", List.of("x@y.fr", "z@y.fr")));

        Map<String, String> columns =
                CLIENTS.write(state, List.of("given_name", "birth_date", "party_type", "phone", "email"));

        assertThat(columns)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "NAME", "DUPONT Jean",
                        "BORN", "31/01/1970",
                        "TYPE", "E",
                        "PHONE", "+33145454545",
                        "MOBILE", "",
                        "MAILS", "x@y.fr|z@y.fr"));
        assertThat(CLIENTS.written("given_name", columns)).containsExactly("Jean");
        assertThat(CLIENTS.written("birth_date", columns)).containsExactly("1970-01-31");
    }

    @Test
    void knowsWhatCannotBeWrittenBack() {
        assertThat(CLIENTS.isReversible("street")).isFalse();
        assertThat(CLIENTS.isReversible("loyalty_tier")).isFalse();
        assertThat(CLIENTS.isReversible("town")).isTrue();
    }

    @Test
    void readsOrdersWithDecimalCommas() {
        StreamMapping orders = mapping("""
                orders:
                  order: NO
                  customer: CODE
                  date: {column: DAY, format: dd/MM/yyyy}
                  amount: {column: AMOUNT, decimal: ","}
                """);
        Map<String, String> row = Map.of("NO", "1", "CODE", "C1", "DAY", "05/03/2024", "AMOUNT", "1 234,5");

        assertThat(orders.map(new MapRow(row))).isInstanceOfSatisfying(Delivery.Order.class, order -> {
            assertThat(order.amount()).isEqualByComparingTo("1234.50");
            assertThat(order.date()).isEqualTo("2024-03-05");
        });
        Map<String, String> bad = new HashMap<>(row);
        bad.put("AMOUNT", "much");
        assertThat(orders.map(new MapRow(bad)))
                .isInstanceOfSatisfying(
                        Delivery.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .contains("AMOUNT")
                                .doesNotContain("much"));
        assertThat(orders.columns()).isEqualTo(Set.of("NO", "CODE", "DAY", "AMOUNT"));
    }

    @Test
    void refusesAMappingWithTwoOrigins() {
        assertThatThrownBy(() -> mapping("""
                        records: {key: K, timestamp: T, attributes: {town: {column: A, constant: b}}}
                        """)).hasMessageContaining("exactly one of column, columns, constant");
    }
}
