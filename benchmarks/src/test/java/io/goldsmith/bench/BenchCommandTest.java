package io.goldsmith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.cli.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new BenchCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void theExecutableFindsIt() {
        assertThat(ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::type))
                .contains(BenchCommand.class);
    }

    @Test
    void aWrongCallSaysWhatIsWanted() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("one of accuracy, connect, hub, match.");
        assertThat(run("match", "--part", "everything")).isEqualTo(2);
        assertThat(err.toString()).contains("INDEX");
        assertThat(run("match", "--json", folder + "/missing/figures.json")).isEqualTo(2);
        assertThat(err.toString()).contains("--json").contains("missing");
        assertThat(run("accuracy", "--data", folder + "/nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("--data").contains("nowhere");
    }

    @Test
    void whatIsNotThereIsNotMeasuredAndBreaksNoTarget() {
        Path json = folder.resolve("figures.json");
        assertThat(run("accuracy", "--quick", "--data", folder.toString(), "--json", json.toString()))
                .isZero();
        assertThat(err.toString()).contains("febrl1.csv", "landscape");
        assertThat(out.toString()).startsWith("data ");
        JsonNode figures = JsonMapper.shared().readTree(json).get("figures");
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.get("met").isNull()).isTrue());
    }
}
