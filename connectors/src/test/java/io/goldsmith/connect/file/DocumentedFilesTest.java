package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.ConnectorConfiguration;
import io.goldsmith.connect.TestHub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector of files that the documentation shows loads as it is. */
class DocumentedFilesTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^## Files$.*?^```yaml\n(.*?)^```");

    @TempDir
    Path folder;

    @Test
    void theConnectorLoads() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/connectors.md")));
        assertThat(block.find()).isTrue();
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/partner-key"), "key");
        TestHub.write(folder, block.group(1));

        assertThat(ConnectorConfiguration.of(HubConfiguration.read(folder))
                        .connectors()
                        .connectors()
                        .get("partner")
                        .streams())
                .hasSize(2);
    }
}
