package io.goldsmith.matching.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnSurveyTest {

    @TempDir
    private Path folder;

    private List<ProposedColumn> survey(String header, List<String> lines) throws IOException {
        Path file = Customers.write(folder, "customers.csv", header, lines);
        return new ColumnSurvey(new RecordSampling("id", Set.of(), 1, SuggestProgress.NONE).read(List.of(file)))
                .survey();
    }

    private ProposedColumn only(List<String> values) throws IOException {
        List<String> lines = IntStream.range(0, values.size())
                .mapToObj(row -> row + "," + values.get(row))
                .toList();
        return survey("id,c1", lines).get(0);
    }

    @Test
    void findsRolesByContentWhereNamesSayNothing() throws IOException {
        List<ProposedColumn> columns = survey(Customers.header(true), Customers.records(300));
        assertThat(columns)
                .extracting(ProposedColumn::role)
                .containsExactly(
                        ColumnRole.GIVEN_NAME,
                        ColumnRole.FAMILY_NAME,
                        ColumnRole.DATE,
                        ColumnRole.STREET,
                        ColumnRole.POSTCODE,
                        ColumnRole.TOWN,
                        ColumnRole.PHONE,
                        ColumnRole.EMAIL);
        assertThat(columns.get(6).profile().separator()).isEqualTo("|");
        assertThat(columns).allMatch(ProposedColumn::isCompared);
    }

    @Test
    void leavesOutWhatTellsNothingWithTheReason() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 100; row++) {
            lines.add(row + "," + (1000 + row) + ",crm,,E" + row % 7 + ",M.");
        }
        assertThat(survey("id,row_no,system,notes,entity_id,anrede", lines))
                .extracting(column -> column.leftOut().orElse("used"))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("different in every record"),
                        reason -> assertThat(reason).contains("one value throughout"),
                        reason -> assertThat(reason).contains("empty"),
                        reason -> assertThat(reason).contains("truth"),
                        reason -> assertThat(reason).contains("one value throughout"));
    }

    @Test
    void keepsTheTextOfDatesWhereManyArePossibleInNoCalendar() throws IOException {
        List<String> dates = IntStream.range(0, 200)
                .mapToObj(row ->
                        String.format("19%02d-0%d-%d", row % 90, 1 + row % 9, row % 20 == 0 ? 71 : 11 + row % 17))
                .toList();
        assertThat(only(dates).role()).isEqualTo(ColumnRole.WRITTEN_DATE);
    }

    @Test
    void takesBritishPostcodesForNoVatNumbers() throws IOException {
        List<String> postcodes = IntStream.range(0, 200)
                .mapToObj(row -> "tq" + row % 30 + " " + row % 9 + "df")
                .toList();
        assertThat(only(postcodes).role()).isEqualTo(ColumnRole.POSTCODE);
    }

    @Test
    void blocksButDoesNotCompareAWholeNameBesideItsParts() throws IOException {
        List<String> lines = Customers.records(200).stream()
                .map(line -> line.split(","))
                .map(cells -> String.join(",", cells[0], cells[1], cells[2], cells[1] + " " + cells[2]))
                .toList();
        List<ProposedColumn> columns = survey("id,c1,c2,c3", lines);
        assertThat(columns.get(2).isUsed()).isTrue();
        assertThat(columns.get(2).uncompared()).hasValue("says what c1 and c2 say");
    }
}
