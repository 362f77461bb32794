package io.goldsmith.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.matching.run.CsvIntake.IntakeResult;
import io.goldsmith.matching.standardise.Derivation;
import io.goldsmith.matching.standardise.DerivedAttribute;
import io.goldsmith.matching.standardise.DerivedPart;
import io.goldsmith.matching.standardise.StandardRecord;
import io.goldsmith.matching.standardise.Standardiser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvIntakeTest {

    private static final String HEADER = "id,given,family,married,phone,mobile,town\n";
    private static final CsvMatchSettings SETTINGS = new CsvMatchSettings(columns(), null);
    private static final Derivation DERIVATION = Derivation.of(
            SETTINGS.attributes(),
            List.of(
                    new DerivedAttribute(
                            "any_family",
                            List.of(new DerivedPart("family", ""), new DerivedPart("married", "")),
                            List.of(),
                            ""),
                    new DerivedAttribute(
                            "name",
                            List.of(),
                            List.of(new DerivedPart("given", ""), new DerivedPart("any_family", "")),
                            "sorted-words")));

    @TempDir
    private Path folder;

    private static Map<String, ColumnSettings> columns() {
        Map<String, ColumnSettings> columns = new LinkedHashMap<>();
        columns.put("given", column("", SemanticType.PERSON_NAME, "given", ""));
        columns.put("family", column("", SemanticType.PERSON_NAME, "family", ""));
        columns.put("married", column("", SemanticType.PERSON_NAME, "family", ""));
        columns.put("phone", column("phones", SemanticType.CODE, "", "|"));
        columns.put("mobile", column("phones", SemanticType.CODE, "", "|"));
        columns.put("town", column("", SemanticType.POSTAL_ADDRESS, "town", ""));
        return columns;
    }

    private static ColumnSettings column(String attribute, SemanticType type, String part, String separator) {
        return new ColumnSettings(attribute, type, part, false, separator, "");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static IntakeResult read(int threads, Path... files) {
        return new CsvIntake(SETTINGS, DERIVATION, "id", Set.of(), threads, MatchProgress.NONE).read(List.of(files));
    }

    /** Several batches: names repeat, numbers do not. */
    private static List<String> lines(int count) {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        for (int record = 0; record < count; record++) {
            String number = Integer.toString(100_000_000 + random.nextInt(800_000_000));
            lines.add("C" + record
                    + (record % 3 == 0 ? ",Élodie" : ",Jean-" + record % 500)
                    + ",Nom" + random.nextInt(6_000)
                    + (record % 5 == 0 ? ",\"Du\"\"pont\"" : ",")
                    + (record % 4 == 0 ? "," : "," + number + "|" + (random.nextInt(900) + 100))
                    + (record % 7 == 0 ? ",N/A" : "," + number)
                    + ",Saint-Étienne " + record % 90);
        }
        return lines;
    }

    private static void assertSameTables(RecordTable found, RecordTable expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        for (int row = 0; row < expected.size(); row++) {
            for (int column = 0; column < expected.columns().size(); column++) {
                if (found.code(column, row) != expected.code(column, row)) {
                    assertThat(found.code(column, row)).as("row " + row).isEqualTo(expected.code(column, row));
                }
            }
            if (!found.id(row).equals(expected.id(row)) || !found.values(row).equals(expected.values(row))) {
                assertThat(found.values(row).asMap())
                        .as("row " + row)
                        .isEqualTo(expected.values(row).asMap());
                assertThat(found.id(row)).isEqualTo(expected.id(row));
            }
        }
    }

    @Test
    void readsTheSameOnManyThreadsAndForShuffledInput() throws IOException {
        List<String> lines = lines(5_000);
        Path file = file("people.csv", HEADER + String.join("\n", lines));
        IntakeResult one = read(1, file);
        IntakeResult many = read(8, file);
        Collections.shuffle(lines, new Random(3));
        IntakeResult shuffled = read(8, file("people.csv", HEADER + String.join("\n", lines)));
        assertSameTables(many.table(), one.table());
        assertSameTables(shuffled.table(), one.table());
        assertThat(many.problems()).isEqualTo(one.problems()).isEqualTo(shuffled.problems());
    }

    @Test
    void comesToWhatStandardisingEachRecordByItselfComesTo() throws IOException {
        List<String> lines = lines(5_000);
        IntakeResult read = read(2, file("people.csv", HEADER + String.join("\n", lines)));
        Standardiser standardiser = Standardiser.of(SETTINGS.attributes());
        RecordTable.Builder expected = RecordTable.builder(DERIVATION.attributes());
        Map<String, Long> problems = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            Map<String, List<String>> raw = new LinkedHashMap<>();
            raw.put("given", List.of(fields[1]));
            raw.put("family", List.of(fields[2]));
            raw.put(
                    "married",
                    List.of(fields[3].replace("\"\"", "'").replace("\"", "").replace("'", "\"")));
            List<String> phones = new ArrayList<>(Arrays.asList(fields[4].split("\\|")));
            phones.addAll(Arrays.asList(fields[5].split("\\|")));
            raw.put("phones", phones);
            raw.put("town", List.of(fields[6]));
            StandardRecord standard = standardiser.standardise(AttributeValues.of(raw));
            standard.problems()
                    .forEach(problem -> problems.merge(problem.attribute() + " " + problem.reason(), 1L, Long::sum));
            expected.add(new RecordId("", fields[0]), DERIVATION.apply(standard.values()));
        }
        assertSameTables(read.table(), expected.build());
        assertThat(read.problems()).isEqualTo(problems);
    }

    @Test
    void namesTheFirstLinesLeftOutInTheOrderOfTheFileWhateverTheThreads() throws IOException {
        List<String> lines = lines(5_000);
        for (int line = 0; line < lines.size(); line += 100) {
            lines.set(line, "broken");
        }
        Path file = file("people.csv", HEADER + String.join("\n", lines));
        IntakeResult read = read(8, file);
        assertThat(read.rejected()).isEqualTo(50);
        assertThat(read.rejectedLines())
                .hasSize(20)
                .startsWith(file + ":2: expected 7 fields, but found 1", file + ":102: expected 7 fields, but found 1")
                .isEqualTo(read(1, file).rejectedLines());
    }

    @Test
    void namesTheFirstIdThatStandsTwiceWhateverTheThreads() throws IOException {
        List<String> lines = lines(5_000);
        lines.set(4_800, "C7,,,,,,");
        lines.set(4_000, "C3999,,,,,,");
        lines.set(4_400, "C1,,,,,,");
        Path file = file("people.csv", HEADER + String.join("\n", lines));
        for (int threads : new int[] {1, 8}) {
            assertThatThrownBy(() -> read(threads, file))
                    .isInstanceOf(MatchingException.class)
                    .hasMessageContaining("people.csv:4002: the id \"C3999\"");
        }
    }

    @Test
    void namesTheFirstOfSeveralFailuresWhateverTheThreads() throws IOException {
        List<String> lines = lines(5_000);
        lines.set(4_600, "C4600,\"a\"b,,,,,");
        lines.set(2_400, "C2400,\"a\"b,,,,,");
        Path file = file("people.csv", HEADER + String.join("\n", lines));
        for (int threads : new int[] {1, 8}) {
            assertThatThrownBy(() -> read(threads, file))
                    .isInstanceOf(MatchingException.class)
                    .hasMessageContaining("people.csv:2402: expected a separator");
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "''; the file is empty; an empty file",
                "'\n\n'; the file is empty; blank lines only",
                "'id,given,family,married,phone,mobile,town\n'; no usable record; a header only",
                "'id\n1\n'; expected a column \"given\", but found id; one column",
                "'key,given,family,married,phone,mobile,town\n1,,,,,,\n'; expected a column \"id\"; no id column",
                "'id,given,family,married,phone,mobile,town\n,a,b,,,,\n'; no usable record; no id at all",
                "'id,given,family,married,phone,mobile,town\n1,\"a,b,,,,\n2,c,d,,,,\n'; people.csv:2: a quote is opened; a lone quote",
                "'id,given,family,married,phone,mobile,town\n1,,,,,,\n1,,,,,,\n'; people.csv:3: the id \"1\"; an id twice"
            })
    void refusesWhatCannotBeReadAndSaysWhy(String text, String message, String why) throws IOException {
        Path file = file("people.csv", text);
        assertThatThrownBy(() -> read(2, file))
                .as(why)
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheLineWhoseEncodingDiffers() throws IOException {
        List<String> lines = lines(5_000);
        byte[] start = (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] latin = "X1,Zoé,,,,,\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] mixed = Arrays.copyOf(start, start.length + latin.length);
        System.arraycopy(latin, 0, mixed, start.length, latin.length);
        Path file = Files.write(folder.resolve("mixed.csv"), mixed);
        assertThatThrownBy(() -> read(2, file))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("mixed.csv:5002: the line is not UTF-8");
    }

    @Test
    void takesInOneRecordWithoutAnyValue() throws IOException {
        IntakeResult read = read(8, file("people.csv", HEADER + "1,, ,,||,\0,N/A"));
        assertThat(read.table().size()).isEqualTo(1);
        assertThat(read.table().values(0).asMap()).isEmpty();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void leavesOutAValueThatIsTooLongAndAnIdThatIsTooLong() throws IOException {
        Path file = file(
                "people.csv", HEADER + "1," + "x".repeat(10_000_000) + ",Dupont,,,,\n" + "y".repeat(5000) + ",,,,,,\n");
        IntakeResult read = read(2, file);
        assertThat(read.table().values(0).asMap().keySet()).containsExactly("any_family", "family", "name");
        assertThat(read.problems()).isEqualTo(Map.of("given is longer than 1000 characters", 1L));
        assertThat(read.rejectedLines()).containsExactly(file + ":3: the id is longer than 1000 bytes");
    }

    @Test
    void holdsAValueThatAllRecordsShareOnce() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int record = 0; record < 20_000; record++) {
            text.append(record).append(",Jean,Dupont,,,,Paris\n");
        }
        RecordTable table = read(2, file("people.csv", text.toString())).table();
        assertThat(table.size()).isEqualTo(20_000);
        assertThat(table.columns()).allMatch(column -> column.codes() <= 2);
    }

    @Test
    void prefixesIdsOfSeveralFilesAndTellsHowFarItIs() throws IOException {
        Path crm = file("crm.csv", HEADER + "1,a,b,,,,\n2,a,b,,,,\n");
        Path erp = file("erp.csv", HEADER + "1,a,b,,,,\n");
        List<Long> done = new ArrayList<>();
        IntakeResult read = new CsvIntake(SETTINGS, DERIVATION, "id", Set.of("town"), 2, (stage, records, total) -> {
                    assertThat(stage).isEqualTo("read");
                    assertThat(total).isGreaterThanOrEqualTo(records);
                    done.add(records);
                })
                .read(List.of(crm, erp));
        assertThat(read.table().id(2)).hasToString("erp:1");
        assertThat(done).isSorted().endsWith(3L);
    }
}
