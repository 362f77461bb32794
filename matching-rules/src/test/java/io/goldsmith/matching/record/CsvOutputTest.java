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

class CsvOutputTest {

    @TempDir
    private Path folder;

    @Test
    void writesWhatIsReadBack() throws IOException {
        Path file = folder.resolve("out.csv");
        List<String> fields =
                List.of("plain", "a,b", "say \"yes\"", "two\nlines", "cr\r", "", "é😀", "x".repeat(70_000));
        try (CsvOutput output = CsvOutput.create(file)) {
            output.field("id");
            for (int field = 1; field < fields.size(); field++) {
                output.field("column " + field);
            }
            output.endLine();
            fields.forEach(output::field);
            output.endLine();
            output.commit();
        }
        List<CsvLine> lines = new ArrayList<>();
        try (CsvFile read = CsvFile.open(file)) {
            read.forEachRemaining(lines::add);
        }
        assertThat(lines).containsExactly(new CsvLine(2, fields, true));
        assertThat(Files.readString(file)).contains("plain,\"a,b\",\"say \"\"yes\"\"\",");
    }

    @Test
    void putsNoQuotesWithinAPrefixedField() throws IOException {
        Path file = folder.resolve("out.csv");
        byte[] key = "1,2".getBytes(StandardCharsets.UTF_8);
        try (CsvOutput output = CsvOutput.create(file)) {
            output.field("crm:", key, 0, 1);
            output.field("crm:", key, 0, 3);
            output.endLine();
            output.commit();
        }
        assertThat(file).hasContent("crm:1,\"crm:1,2\"");
    }

    @Test
    void leavesAnEarlierFileAloneUntilTheCommit() throws IOException {
        Path file = Files.writeString(folder.resolve("out.csv"), "earlier");
        try (CsvOutput output = CsvOutput.create(file)) {
            output.field("later");
            assertThat(file).hasContent("earlier");
        }
        assertThat(file).hasContent("earlier");
        try (CsvOutput output = CsvOutput.create(file)) {
            output.field("later");
            output.commit();
        }
        assertThat(file).hasContent("later");
        assertThat(folder.toFile().list()).containsExactly("out.csv");
    }

    @Test
    void replacesTheFileBehindALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.csv"), "earlier");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        try (CsvOutput output = CsvOutput.create(link)) {
            output.field("later");
            output.commit();
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(file).hasContent("later");
    }

    @Test
    void saysThatAFolderIsMissing() {
        Path file = folder.resolve("missing").resolve("out.csv");
        assertThatThrownBy(() -> CsvOutput.create(file))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("out.csv")
                .hasMessageContaining("folder exists");
    }
}
