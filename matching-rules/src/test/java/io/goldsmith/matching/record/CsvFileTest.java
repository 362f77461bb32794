package io.goldsmith.matching.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("people.csv"), text);
    }

    private static List<CsvLine> lines(Path path) {
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile file = CsvFile.open(path)) {
            file.forEachRemaining(lines::add);
        }
        return lines;
    }

    @Test
    void readsQuotedFieldsBehindAByteOrderMark() throws IOException {
        Path path = file("\ufeffid;name\n1;\"a;b\nc\"\n2;d\n");
        try (CsvFile file = CsvFile.open(path)) {
            assertThat(file.header()).containsExactly("id", "name");
        }
        assertThat(lines(path))
                .containsExactly(new CsvLine(2, List.of("1", "a;b\nc"), true), new CsvLine(4, List.of("2", "d"), true));
    }

    @Test
    void saysWhichLinesHaveTheWrongNumberOfFields() throws IOException {
        assertThat(lines(file("id,name\n1,a\n2\n3,b,c\n4,d\n")))
                .filteredOn(line -> !line.wellFormed())
                .extracting(CsvLine::number)
                .containsExactly(3L, 4L);
    }

    @Test
    void namesTheColumnsThatItFoundWhenOneIsMissing() throws IOException {
        try (CsvFile file = CsvFile.open(file("key,name\n1,a\n"))) {
            assertThatThrownBy(() -> file.column("id"))
                    .isInstanceOf(MatchingException.class)
                    .hasMessageContaining("people.csv:1")
                    .hasMessageContaining("key, name");
        }
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Path path = folder.resolve("latin.csv");
        Files.write(path, "id,name\n1,a\n2,é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> lines(path))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("latin.csv:3");
    }

    @Test
    void refusesEmptyAndMissingFilesAndColumnsThatStandTwice() throws IOException {
        Path empty = file("");
        assertThatThrownBy(() -> CsvFile.open(empty))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("is empty");
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> CsvFile.open(missing))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("does not exist");
        Path twice = file("id,name,name\n");
        assertThatThrownBy(() -> CsvFile.open(twice))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("stands twice");
    }
}
