package io.goldsmith.samples.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The crash campaign, small and seeded. */
class CrashCampaignTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        return new CommandLine(new CampaignCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void aHubThatIsKilledEndsAsOneThatIsNot(String database) {
        int exit = call("crash", "--kills", "4", "--records", "700", "--seed", "7", "--database", database);
        assertThat(out.toString()).contains("4 kills").contains(": as undisturbed");
        assertThat(exit).isZero();
    }

    @Test
    void refusesACampaignThatThereIsNot() {
        assertThat(call("flood")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no campaign 'flood'");
    }
}
