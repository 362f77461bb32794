package io.goldsmith.samples.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The campaign of faults, small and seeded. */
class FaultCampaignTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int call(String... arguments) {
        return new CommandLine(new CampaignCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void systemsThatForgetVanishRepeatAndRefuseEndAsTheHubIs() {
        int exit = call(
                "faults",
                "--seed",
                "7",
                "--case",
                "crm-applied-then-fails",
                "--case",
                "accounting-dead-letters",
                "--case",
                "erp-duplicates",
                "--case",
                "accounting-refuses");

        assertThat(exit).as(out.toString() + err).isZero();
        assertThat(out.toString()).contains("4 cases, 0 failed");
    }

    @Test
    void refusesACaseThatThereIsNot() {
        assertThat(call("faults", "--case", "crm-sleeps")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no case 'crm-sleeps'", "crm-hangs");
    }
}
