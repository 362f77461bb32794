package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mappings and functions that the documentation shows are those that there are. */
class DocumentedMappingTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\nattributes:\n(.*?)^```");

    static Stream<String> mappings() throws IOException {
        String text =
                Files.readString(DOCS.resolve("configuration.md")) + Files.readString(DOCS.resolve("connectors.md"));
        List<String> blocks =
                BLOCK.matcher(text).results().map(MatchResult::group).toList();
        assertThat(blocks).hasSize(2);
        return blocks.stream()
                .map(block -> block.substring(block.indexOf("attributes:\n") + 12, block.length() - 3)
                        .stripIndent());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void everyMappingLoads(String attributes) {
        assertThat(MappingYaml.records(Path.of("."), attributes).attributes()).isNotEmpty();
    }

    @Test
    void everyFunctionIsDocumented() throws IOException {
        String text = Files.readString(DOCS.resolve("connectors.md"));

        for (ExpressionFunction function : ExpressionFunction.values()) {
            assertThat(text).contains("`" + function.usage() + "`");
        }
    }
}
