package io.goldsmith.samples.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.app.cli.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {

    private static final List<String> FILES = List.of(
            "crm/contacts.csv",
            "crm/accounts.csv",
            "crm/account_contacts.csv",
            "erp/clients.csv",
            "erp/commandes.csv",
            "accounting/customers.jsonl",
            "customers.csv",
            "truth.csv");

    @TempDir
    Path folder;

    private static int generate(String... arguments) {
        StringWriter swallowed = new StringWriter();
        return new CommandLine(new GenerateCommand())
                .setOut(new PrintWriter(swallowed))
                .setErr(new PrintWriter(swallowed))
                .execute(arguments);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertThat(generate("--records", "3000", "--seed", "5", "--out", one.toString()))
                .isZero();
        assertThat(generate("--records", "3000", "--seed", "5", "--out", two.toString()))
                .isZero();
        for (String file : FILES) {
            assertThat(Files.mismatch(one.resolve(file), two.resolve(file)))
                    .as(file)
                    .isEqualTo(-1);
        }
    }

    @Test
    void theFlatFileAndTheTruthHaveTheSameIdsAndTheSystemsAddUp() throws IOException {
        generate("--records", "2000", "--seed", "5", "--out", folder.toString());
        List<String> customers = Files.readAllLines(folder.resolve("customers.csv"));
        List<String> truth = Files.readAllLines(folder.resolve("truth.csv"));
        assertThat(customers)
                .hasSize(2001)
                .element(0)
                .asString()
                .startsWith("id,source,party_type,lifecycle,title,given_name");
        assertThat(truth).hasSize(2001).element(0).isEqualTo("id,entity_id");
        assertThat(ids(customers)).isEqualTo(ids(truth));
        int contacts = lines("crm/contacts.csv").size() - 1;
        int accounts = lines("crm/accounts.csv").size() - 1;
        int clients = Files.readAllLines(folder.resolve("erp/clients.csv"), ErpFormat.CHARSET)
                        .size()
                - 1;
        assertThat(contacts
                        + accounts
                        + clients
                        + lines("accounting/customers.jsonl").size())
                .isEqualTo(2000);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file), StandardCharsets.UTF_8);
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void theErpFilesAreInItsOwnFormat() throws IOException {
        generate("--records", "2000", "--seed", "5", "--out", folder.toString());
        String clients = Files.readString(folder.resolve("erp/clients.csv"), ErpFormat.CHARSET);
        String orders = Files.readString(folder.resolve("erp/commandes.csv"), ErpFormat.CHARSET);
        assertThat(clients)
                .startsWith("CODE_CLIENT;TYPE;CIVILITE;NOM;PRENOM;")
                .contains("é")
                .doesNotContain("?", "�");
        assertThat(orders).containsPattern(";\\d\\d/\\d\\d/\\d{4};\\d+,\\d\\d;");
    }

    @Test
    void aWrongCallIsTold() {
        assertThat(generate("--records", "-1", "--out", folder.toString())).isEqualTo(2);
        assertThat(generate("--records", "10")).isEqualTo(2);
    }

    @Test
    void theCommandIsFoundByTheCommandLine() {
        assertThat(ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::type))
                .anyMatch(GenerateCommand.class::equals);
    }
}
