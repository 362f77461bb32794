package io.goldsmith.connect.push;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in the settings of a push connector, told when they load. */
class PushSettingsTest {

    private static final String TOKENS = "tokens: [\"${file:secrets/password}\"]";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-batch: 10|must have tokens or a signature",
                "tokens: [in-the-clear-and-long]|a secret must be a reference",
                "'tokens: [\"${file:secrets/password}\", \"${file:secrets/short}\"]'|at least 16 characters",
                "'signature: {header: X-S, secret: in-the-clear-and-long}'|a secret must be a reference",
                "'signature: {header: X-S, secret: \"${file:secrets/short}\"}'|at least 16 characters",
            })
    void aSecretIsLongAndNotInTheFile(String line, String message) throws IOException {
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/short"), "too-short");

        assertThatThrownBy(() -> TestHub.open(folder, PushContract.YAML.replace(TOKENS, line)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("in-the-clear")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void aColumnIsAPointerAndThereIsNothingToReadFrom() {
        assertThatThrownBy(() -> TestHub.open(folder, PushContract.YAML.replace("key: /id", "key: id")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must be a JSON pointer such as /id");
        assertThatThrownBy(() -> TestHub.open(
                        folder, PushContract.YAML.replace("- name: customers", "- name: customers\n        from: /x")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("from");
    }

    @Test
    void itIsNotExtracted() {
        try (TestHub hub = TestHub.open(folder, PushContract.YAML)) {
            assertThatThrownBy(() -> hub.connectors().extract("shop"))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("its system sends by itself");
        }
    }
}
