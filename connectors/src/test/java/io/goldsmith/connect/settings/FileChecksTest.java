package io.goldsmith.connect.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldsmith.connect.TestHub;
import io.goldsmith.matching.settings.SettingsException;
import io.goldsmith.matching.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in what a connector says of files are told when the configuration loads, where they stand. */
class FileChecksTest {

    @TempDir
    Path folder;

    private List<SettingsProblem> problems(String sections) {
        SettingsException refused = catchThrowableOfType(
                SettingsException.class, () -> TestHub.open(folder, sections).close());
        return refused == null ? List.of() : refused.problems();
    }

    private static String stream(String kind, String more, String columns) {
        return """
                connectors:
                  erp:
                    kind: %s
                    source: erp
                    streams:
                      - name: clients
                        %s
                        records: {%s}
                """.formatted(kind, more.replace("| ", "\n        "), columns);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "from: a-*.json| format: json| item: x ~ streams[0].item ~ only a stream of xml files has it",
                "from: a-*.json| items: /x ~ streams[0].items ~ only a stream of json files has it, but its files are csv",
                "from: a-*.json| format: jsonl ~ streams[0].format ~ is not a valid word",
                "from: a-*.json| format: json ~ attributes.town ~ must be a JSON pointer such as /TOWN",
                "from: a-*.xml| format: xml ~ streams[0] ~ must name the element that repeats",
                "from: a-*.xml| format: xml| item: /a//b ~ streams[0].item ~ must be a path from the root",
                "from: a-*.txt| format: fixed-width ~ streams[0] ~ must have its columns",
                "from: a-*.txt| format: fixed-width| fields: {CODE: 1-4, TWON: 5-9, AT: 10-20} ~ attributes.town ~ did you mean \"TWON\"?",
                "from: a-*.txt| format: fixed-width| fields: {CODE: 4-1} ~ fields.CODE ~ such as 11-40",
                "from: below/a-*.csv ~ streams[0].from ~ names of archives such as export-*.zip, but is below",
            })
    void mistakesOfStreams(String more, String key, String message) {
        assertThat(problems(stream("file\n    inbox: in", more, "key: CODE, timestamp: AT, attributes: {town: TOWN}")))
                .anySatisfy(problem -> {
                    assertThat(problem.key()).contains(key);
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.message()).contains(message);
                });
    }

    @Test
    void aPathInXmlIsNoPointerAndOtherKindsHaveNoFormat() {
        assertThat(problems(stream(
                        "file\n    inbox: in",
                        "from: a-*.xml| format: xml| item: /export/partner",
                        "key: \"@id\", timestamp: changed/@at, attributes: {town: /address/city}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("such as address/city, @id"));
        assertThat(problems(stream(
                        "http\n    url: \"http://localhost:1\"",
                        "from: /a| format: json",
                        "key: /id, timestamp: /at, attributes: {town: /city}")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("kind file has it"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "in| user: x ~ erp.user ~ only an inbox on a server",
                "sftp://h/in| user: x| password: \"${file:secrets/password}\" ~ erp ~ exactly one of known-hosts and host-key, so that it logs in to no other server, but has none",
                "sftp://h/in| user: x| known-hosts: k ~ erp ~ exactly one of password and private-key",
                "sftp://h/in| password: \"${file:secrets/password}\"| known-hosts: k ~ erp ~ must have a user",
                "sftp://h/in| user: x| password: clear| known-hosts: k ~ erp.password ~ written in the clear",
                "sftp://h/in| user: x| private-key: clear| known-hosts: k ~ erp.private-key ~ written in the clear",
                "sftp://h/in| user: x| password: \"${file:secrets/password}\"| host-key: \"MD5:aa\" ~ erp.host-key ~ SHA256",
                "ftps://h/in| user: x| password: \"${file:secrets/password}\"| known-hosts: k ~ erp.known-hosts ~ only an inbox of sftp",
                "ftp://h/in| user: x| password: \"${file:secrets/password}\"| certificates: k ~ erp.certificates ~ only an inbox of ftps",
                "ftp://h/in| user: x ~ erp ~ must have a password",
                "ftp://h/in| user: x| password: \"${file:secrets/password}\"| timeout: PT0S ~ erp.timeout ~ from PT1S to PT1H",
                "sftp://x:secret@h/in| user: x ~ erp.inbox ~ without user and password",
                "https://h/in ~ erp.inbox ~ begin with sftp://",
            })
    void mistakesOfServers(String inbox, String key, String message) {
        String written = inbox.replaceFirst("^([^|]+)", "\"$1\"").replace("| ", "\n    ");

        assertThat(problems(stream(
                        "file\n    inbox: " + written,
                        "from: a-*.csv",
                        "key: CODE, timestamp: AT, attributes: {town: TOWN}")))
                .anySatisfy(problem -> {
                    assertThat(problem.key()).contains(key);
                    assertThat(problem.line()).isPositive();
                    assertThat(problem.message()).contains(message).doesNotContain("secret@");
                });
    }

    @Test
    void aTargetOfFilesWritesCsvAlone() {
        String sections = stream(
                        "file\n    inbox: in",
                        "from: a-*.jsonl| format: json-lines",
                        "key: /id, timestamp: /at, attributes: {town: /city}")
                + """
                replication:
                  erp:
                    kind: file
                    source: erp
                    mapping: erp/clients
                    attributes: [town]
                    folder: out
                    acknowledgements: acks
                """;

        assertThat(problems(sections)).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("replication.erp.mapping");
            assertThat(problem.line()).isPositive();
            assertThat(problem.message()).contains("writes csv", "files of clients are json-lines");
        });
    }
}
