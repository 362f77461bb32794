package io.goldsmith.samples.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.samples.SamplesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandscapeTest {

    @TempDir
    Path folder;

    @Test
    void goesOnWithWhatTheSystemsHaveWhenItIsStartedAgain() {
        Fixtures.filled(folder);
        String token;
        try (Landscape landscape = Landscape.start(folder)) {
            assertThat(Stream.of(landscape.crm(), landscape.erp(), landscape.accounting()))
                    .allMatch(LandscapeSystem::isAlive);
            landscape.crm().changeAddress("C0000001", Fixtures.NEW_ADDRESS);
            landscape.erp().changeAddress("E0000001", Fixtures.NEW_ADDRESS);
            landscape.accounting().changeAddress("K0000001", Fixtures.NEW_ADDRESS);
            token = landscape.accounting().token();
        }
        try (Landscape landscape = Landscape.start(folder)) {
            assertThat(landscape.accounting().token()).isEqualTo(token);
            assertThat(landscape.crm().changes("C0000001")).isOne();
            assertThat(landscape.erp().changes("E0000001")).isOne();
            assertThat(landscape.accounting().changes("K0000001")).isOne();
        }
    }

    @Test
    void aFolderWithoutCustomersIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Landscape.start(folder))
                .isInstanceOf(SamplesException.class)
                .hasMessageContaining("crm/contacts.csv")
                .hasMessageContaining("generate");
    }

    @Test
    void aSystemThatCannotStartIsToldWithItsLog() throws Exception {
        Fixtures.filled(folder);
        Files.delete(folder.resolve("accounting/customers.jsonl"));
        assertThatThrownBy(() -> Landscape.start(folder))
                .isInstanceOf(SamplesException.class)
                .hasMessageContaining("accounting did not start")
                .hasMessageContaining("accounting.log");
    }

    @Test
    void secretsAreRandomAndTheirOwnersOnly() throws Exception {
        String password = Secrets.under(folder).get(Secrets.CRM_PASSWORD);
        assertThat(Secrets.under(folder).get(Secrets.CRM_PASSWORD))
                .isEqualTo(password)
                .hasSize(48);
        assertThat(Secrets.under(folder).get(Secrets.ERP_TOKEN)).isNotEqualTo(password);
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/crm-password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }
}
