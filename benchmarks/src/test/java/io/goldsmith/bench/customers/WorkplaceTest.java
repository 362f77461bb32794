package io.goldsmith.bench.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkplaceTest {

    @TempDir
    private Path kept;

    @Test
    void keepsCustomersWhereTheUserWantsThemAndTakesThemAgain() throws IOException {
        Path own;
        try (Workplace workplace = new Workplace(Optional.of(kept))) {
            own = workplace.configuration("customers.yaml").getParent();
            CustomerFolder made = workplace.customers(20);
            assertThat(made.folder()).isEqualTo(kept.resolve("c20"));
            assertThat(made.truth()).isRegularFile();
            Files.writeString(made.customers(), "id\n");
            assertThat(workplace.customers(20).customers()).hasContent("id");
        }
        assertThat(own).doesNotExist();
        assertThat(kept).isDirectoryContaining("glob:**/c20");
    }

    @Test
    void deletesCustomersThatNobodyKeepsAndGeneratesAnewWhatWasCutShort() throws IOException {
        Files.createDirectories(kept.resolve("c20.unfinished"));
        Files.createDirectories(kept.resolve("c20"));
        CustomerFolder made;
        try (Workplace workplace = new Workplace(Optional.of(kept));
                Workplace passing = new Workplace(Optional.empty())) {
            assertThat(workplace.customers(20).customers()).isNotEmptyFile();
            made = passing.customers(20);
            assertThat(made.customers()).hasSameTextualContentAs(kept.resolve("c20/customers.csv"));
        }
        assertThat(made.folder()).doesNotExist();
        assertThat(kept.resolve("c20.unfinished")).doesNotExist();
    }

    @ParameterizedTest(name = "{0} records are kept in {1}")
    @CsvSource({"5000000, c5m", "100000, c100k", "1500000, c1500k", "1234, c1234"})
    void aFolderIsNamedAfterItsRecords(long records, String name) {
        assertThat(Workplace.name(records)).isEqualTo(name);
    }
}
