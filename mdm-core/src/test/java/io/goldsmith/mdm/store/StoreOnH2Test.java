package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StoreOnH2Test extends StoreContract {

    private final DatabaseSettings settings = TestDatabase.h2();

    @Override
    DatabaseSettings database() {
        return settings;
    }

    @Test
    void writesEachCommitBeforeItAnswers() {
        String delay = store.inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet row = statement.executeQuery("select setting_value from information_schema.settings"
                            + " where setting_name = 'WRITE_DELAY'")) {
                row.next();
                return row.getString(1);
            }
        });

        assertThat(delay).isEqualTo("0");
    }

    @Test
    void keepsTheFolderForItsOwnUser() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.h2Path().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void tellsASecondProcessThatTheFileIsInUse() throws Exception {
        Process second = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SecondProcess.class.getName(),
                        settings.url())
                .redirectErrorStream(true)
                .start();
        String output = new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).contains("is open in another process");
    }

    /** Opens the file that another process has open. */
    static final class SecondProcess {
        public static void main(String[] arguments) {
            Store.open(new DatabaseSettings(arguments[0], "sa", ""), List.of(), Clock.systemUTC())
                    .close();
        }
    }

    @Test
    void saysThatThePasswordIsWrong() {
        DatabaseSettings wrong = new DatabaseSettings(settings.url(), "sa", "wrong-secret");

        assertThatThrownBy(() -> Store.open(wrong, List.of(), Clock.systemUTC()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("hub.database.password")
                .hasMessageNotContaining("wrong-secret");
    }
}
