package io.goldsmith.samples.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.block.PairMode;
import io.goldsmith.matching.evaluate.Evaluation;
import io.goldsmith.matching.evaluate.Labels;
import io.goldsmith.matching.run.CsvMatch;
import io.goldsmith.matching.run.CsvMatchResult;
import io.goldsmith.matching.run.CsvMatchSettings;
import io.goldsmith.matching.run.MatchProgress;
import io.goldsmith.matching.settings.SettingsDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleConfigurationTest {

    private static final String RESOURCES = "/io/goldsmith/samples/";

    @TempDir
    private Path folder;

    private Path resource(String name) throws IOException {
        Path copy = folder.resolve(Path.of(name).getFileName().toString());
        try (InputStream stream = SampleConfigurationTest.class.getResourceAsStream(RESOURCES + name)) {
            Files.copy(stream, copy);
        }
        return copy;
    }

    /** The public data, which is not part of the repository. */
    private static Path data(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
            folder = folder.getParent();
        }
        Assumptions.abort("shared/data/" + name + " is not here, so this accuracy is not measured");
        return Path.of(name);
    }

    @ParameterizedTest(name = "{1} reaches a pairwise F1 of {2} on {0}")
    @CsvSource({
        "febrl1.csv, febrl, 0.99",
        "febrl2.csv, febrl, 0.99",
        "febrl3.csv, febrl, 0.99",
        "fake_1000.csv, fake, 0.90"
    })
    void findsTheEntitiesOfPublicData(String file, String configuration, double f1) throws IOException {
        Path input = data(file);
        CsvMatchSettings settings = CsvMatchSettings.read(resource("match/" + configuration + ".yaml"));
        CsvMatchResult result = new CsvMatch(
                        List.of(input), settings, "id", Set.of(), Optional.empty(), PairMode.DEDUPE, 2, 1)
                .run(MatchProgress.NONE);
        Evaluation evaluation = Labels.read(input, result.table(), "").evaluate(result.clusters());
        assertThat(evaluation.f1()).isGreaterThanOrEqualTo(f1);
        assertThat(result.pairs().statistics().givenUpPairs()).isZero();
    }

    @Test
    void everyConfigurationIsValid() throws IOException {
        for (String name : List.of("febrl", "fake", "historical", "customers")) {
            assertThat(CsvMatchSettings.read(resource("match/" + name + ".yaml"))
                            .attributes())
                    .isNotEmpty();
        }
    }

    @Test
    void customersAreMatchedAsTheDemonstrationMatchesThem() throws IOException {
        SettingsDocument demonstration = SettingsDocument.read(resource("demo/goldsmith.yaml"));
        SettingsDocument customers = SettingsDocument.read(resource("match/customers.yaml"));
        assertThat(customers.tree().at("/matching"))
                .isEqualTo(demonstration.tree().at("/matching"));
    }
}
