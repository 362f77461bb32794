package io.goldsmith.samples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tutorial, done as it says: each file saved, each block merged, each command run and its output compared, each customer looked at. */
class DocumentedTutorialTest {

    private static final Path TUTORIAL = Path.of("../docs/tutorial-connect.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|csv|yaml)\n(.*?)^```");
    private static final Pattern SAVED_AS = Pattern.compile("Save it as `([^`]+)`:\\s*$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*`) \\| (\\w+) \\|([^|]*)\\|([^|]*)\\|$");
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @TempDir
    Path parent;

    @Test
    void doesWhatItSays() throws Exception {
        String text = Files.readString(TUTORIAL);
        Matcher block = BLOCK.matcher(text);
        int blocks = 0;
        while (block.find()) {
            switch (block.group(1)) {
                case "csv" -> save(text.substring(0, block.start()), block.group(2));
                case "yaml" -> merge(block.group(2));
                default -> run(block.group(2));
            }
            blocks++;
        }
        assertThat(blocks).isEqualTo(text.split("```").length / 2).isGreaterThan(10);

        try (Hub hub = Hub.openToTry(HubConfiguration.read(parent.resolve("tutorial/hub")), Clock.systemUTC())) {
            List<MatchResult> rows = ROW.matcher(text).results().toList();
            assertThat(rows).hasSize(8);
            rows.forEach(row -> isSoIn(hub, row));
        }
    }

    private void save(String before, String content) throws IOException {
        Matcher name = SAVED_AS.matcher(before);
        assertThat(name.find()).as("the file is named just before its content").isTrue();
        Path file = parent.resolve(name.group(1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    /** Under the section of its name, in the place of what is there. */
    private void merge(String block) throws IOException {
        Path file = parent.resolve("tutorial/hub/goldsmith.yaml");
        Map<String, Object> merged = merged(tree(Files.readString(file)), tree(block));
        Files.writeString(file, YAML.writeValueAsString(merged));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(String yaml) {
        return YAML.readValue(yaml, LinkedHashMap.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merged(Map<String, Object> into, Map<String, Object> what) {
        what.forEach((key, value) -> {
            boolean both = value instanceof Map && into.get(key) instanceof Map;
            into.put(key, both ? merged((Map<String, Object>) into.get(key), (Map<String, Object>) value) : value);
        });
        return into;
    }

    private void run(String console) throws InterruptedException {
        List<List<String>> calls = new ArrayList<>();
        for (String line : console.split("\n")) {
            if (line.startsWith("$ ")) {
                calls.add(new ArrayList<>());
            }
            calls.get(calls.size() - 1).add(line);
        }
        for (List<String> call : calls) {
            String command = call.get(0);
            assertThat(command).startsWith("$ ./goldsmith ");
            List<String> arguments = Arrays.stream(
                            command.substring("$ ./goldsmith ".length()).split(" "))
                    .map(argument -> argument.startsWith("tutorial")
                            ? parent.resolve(argument).toString()
                            : argument)
                    .collect(Collectors.toCollection(ArrayList::new));
            prints(arguments, call.subList(1, call.size()));
        }
    }

    private static void prints(List<String> arguments, List<String> expected) throws InterruptedException {
        boolean serves = arguments.get(0).equals("serve");
        if (serves) {
            // A port that is free on whatever machine this runs.
            arguments.addAll(List.of("--port", "0"));
        }
        try (GoldsmithProcess process = GoldsmithProcess.run(arguments.toArray(String[]::new))) {
            if (serves) {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> process.hasPrinted("Goldsmith serves") || !process.isAlive());
            } else {
                assertThat(process.exitCode()).as(process.output()).isZero();
            }
            assertThat(process.output() + "\n")
                    .as("what %s prints", arguments)
                    .containsPattern(expected.stream()
                            .map(DocumentedTutorialTest::pattern)
                            .collect(Collectors.joining("", "(?m)^", "")));
        }
    }

    /** A line that is … alone stands for any lines, and … within a line for the rest of it. */
    private static String pattern(String line) {
        if (line.equals("…")) {
            return "(?:.*\n)*?";
        }
        return line.endsWith("…")
                ? Pattern.quote(line.substring(0, line.length() - 1)) + ".*\n"
                : Pattern.quote(line) + "\n";
    }

    private static void isSoIn(Hub hub, MatchResult row) {
        List<RecordId> records = Pattern.compile("`(\\w+):([^`]+)`")
                .matcher(row.group(1))
                .results()
                .map(record -> new RecordId(record.group(1), record.group(2)))
                .toList();
        GoldenRecord golden = hub.goldenRecords()
                .goldenOf(records.get(0))
                .flatMap(hub.goldenRecords()::find)
                .orElseThrow();
        assertThat(golden.members()).containsExactlyInAnyOrderElementsOf(records);
        assertThat(String.join(", ", golden.forPurpose("marketing").all(row.group(2))))
                .as("%s for marketing", row.group())
                .isEqualTo(row.group(3).trim());
        assertThat(String.join(", ", golden.forPurpose("operations").all(row.group(2))))
                .as("%s for operations", row.group())
                .isEqualTo(row.group(4).trim());
    }
}
