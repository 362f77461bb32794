package io.goldsmith.connect.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.connect.reference.KindReference.KeyReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedKindsTest {

    private static final Path DOCUMENTATION = Path.of("../docs/connectors.md");

    @Test
    void theDocumentationHasEveryKeyOfEveryKindAsTheSchemaDescribesIt() throws IOException {
        assertThat(Files.readString(DOCUMENTATION))
                .as("the chapter of ./goldsmith connectors kinds --markdown")
                .contains(KindsMarkdown.of(KindReferences.builtIn()).strip());
    }

    @Test
    void everyKeyOfEveryKindIsDescribed() {
        List<KindReference> kinds = KindReferences.builtIn();
        assertThat(kinds).extracting(KindReference::name).contains("jdbc", "file", "http", "plugin");
        assertThat(kinds).allSatisfy(kind -> {
            assertThat(kind.description()).isNotBlank();
            assertThat(kind.keys()).extracting(KeyReference::name).contains("source");
            assertThat(kind.keys())
                    .allSatisfy(key -> assertThat(key.description())
                            .as(kind.name() + "." + key.name())
                            .isNotBlank());
            assertThat(kind.keys())
                    .allSatisfy(key -> assertThat(key.values())
                            .as(kind.name() + "." + key.name())
                            .isNotBlank());
        });
    }

    @Test
    void whatStandsInsideOfAKeyIsToldWithIt() {
        KindReference http = KindReferences.builtIn().stream()
                .filter(kind -> kind.name().equals("http"))
                .findFirst()
                .orElseThrow();
        assertThat(http.keys())
                .contains(new KeyReference(
                        "retry.attempts", "number 1 to 100", false, "8", "How often it is tried in all."));
    }
}
