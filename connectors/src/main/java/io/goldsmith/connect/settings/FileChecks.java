package io.goldsmith.connect.settings;

import io.goldsmith.connect.settings.InboxAddress.Protocol;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether what a connector says of files fits together. */
final class FileChecks {

    private static final List<String> KEYS = List.of("format", "items", "item", "fields", "reference");

    private static final List<String> OF_SFTP = List.of("private-key", "passphrase", "known-hosts", "host-key");
    private static final List<String> SERVER = List.of(
            "user", "password", "private-key", "passphrase", "known-hosts", "host-key", "certificates", "timeout");

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final SettingsDocument document;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private FileChecks(SettingsDocument document) {
        this.document = document;
    }

    /**
     * Checks a connector of any kind.
     *
     * @param pointer where it stands
     */
    static List<SettingsProblem> problems(SettingsDocument document, String pointer, ConnectorSettings connector) {
        FileChecks checks = new FileChecks(document);
        if (connector instanceof FileConnectorSettings files) {
            checks.inbox(pointer, files);
        }
        for (int i = 0; i < connector.streams().size(); i++) {
            String at = pointer + "/streams/" + i;
            if (connector instanceof FileConnectorSettings) {
                checks.stream(at, connector.streams().get(i));
            } else {
                checks.noFiles(at);
            }
        }
        return List.copyOf(checks.problems);
    }

    private void inbox(String pointer, FileConnectorSettings connector) {
        if (!connector.inbox().isRemote()) {
            SERVER.stream()
                    .filter(key -> has(pointer + "/" + key))
                    .forEach(key -> problem(
                            pointer + "/" + key,
                            "only an inbox on a server (sftp://, ftps://, ftp://) has it; leave it out"));
            return;
        }
        if (connector.timeout().compareTo(SHORTEST) < 0 || connector.timeout().compareTo(LONGEST) > 0) {
            problem(
                    pointer + "/timeout",
                    "a timeout must be from " + SHORTEST + " to " + LONGEST + ", but is " + connector.timeout());
        }
        Protocol protocol = connector.inbox().protocol();
        if (connector.user().isEmpty()) {
            problem(pointer, "an inbox on a server must have a user, but has none");
        }
        if (protocol == Protocol.SFTP) {
            exactlyOne(pointer, "password", "private-key", "so that the hub can log in");
            exactlyOne(pointer, "known-hosts", "host-key", "so that it logs in to no other server");
        } else if (connector.password().isEmpty()) {
            problem(pointer, "an inbox on an FTP server must have a password, but has none");
        }
        SERVER.stream()
                .filter(key -> protocol != Protocol.SFTP && OF_SFTP.contains(key)
                        || protocol != Protocol.FTPS && key.equals("certificates"))
                .filter(key -> has(pointer + "/" + key))
                .forEach(key -> problem(
                        pointer + "/" + key,
                        "only an inbox of " + (key.equals("certificates") ? "ftps" : "sftp") + ":// has it; leave it"
                                + " out"));
        if (has(pointer + "/passphrase") && connector.privateKey().isEmpty()) {
            problem(pointer + "/passphrase", "a passphrase is a private-key's, but there is none");
        }
    }

    private void exactlyOne(String pointer, String one, String other, String purpose) {
        boolean hasOne = has(pointer + "/" + one);
        if (hasOne == has(pointer + "/" + other)) {
            problem(
                    pointer,
                    "an inbox on an SFTP server must have exactly one of " + one + " and " + other + ", " + purpose
                            + ", but has " + (hasOne ? "both" : "none"));
        }
    }

    private void noFiles(String pointer) {
        KEYS.stream()
                .filter(key -> has(pointer + "/" + key))
                .forEach(key ->
                        problem(pointer + "/" + key, "only a stream of a connector of kind file has it; leave it out"));
    }

    private void stream(String pointer, StreamSettings stream) {
        FileFormat format = stream.format();
        only(pointer + "/items", format, FileFormat.JSON);
        only(pointer + "/item", format, FileFormat.XML);
        only(pointer + "/fields", format, FileFormat.FIXED_WIDTH);
        if (format == FileFormat.XML && stream.item().isEmpty()) {
            problem(
                    pointer,
                    "a stream of xml files must name the element that repeats, such as item: /export/partner, but"
                            + " names none");
        }
        if (format == FileFormat.FIXED_WIDTH && stream.fields().isEmpty()) {
            problem(
                    pointer,
                    "a stream of fixed-width files must have its columns, such as fields: {CODE: 1-10, NAME: 11-40},"
                            + " but has none");
        }
        stream.item()
                .filter(item -> !item.matches("(/[^/@*]+)+|[^/@*]+"))
                .ifPresent(item -> problem(
                        pointer + "/item",
                        "an element must be a path from the root such as /export/partner, or a name, but is " + item));
        int slash = stream.from().indexOf('/');
        if (slash >= 0
                && !stream.from().substring(0, slash).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            problem(
                    pointer + "/from",
                    "what stands before a slash must be the names of archives such as export-*.zip, but is "
                            + stream.from().substring(0, slash) + "; files in folders below the inbox are not read");
        }
    }

    private void only(String pointer, FileFormat format, FileFormat needed) {
        if (has(pointer) && format != needed) {
            problem(
                    pointer,
                    "only a stream of " + needed.word() + " files has it, but its files are " + format.word()
                            + "; set format: " + needed.word() + " or leave it out");
        }
    }

    private boolean has(String pointer) {
        return !document.tree().at(pointer).isMissingNode();
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
