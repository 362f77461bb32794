package io.goldsmith.connect.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A system that drops files in a folder, of the hub's machine or of a server. Each stream is a name pattern such as {@code clients-*.csv}. A
 * file that was landed moves to {@code done/} of the inbox, one that is broken to {@code failed/}.
 *
 * @param inbox the folder, relative to the hub's, or its address on a server
 * @param user the server's user
 * @param password the user's password; or
 * @param privateKey the user's private key for SFTP, the text of its file
 * @param passphrase of the private key, if it has one
 * @param knownHosts the file with the host keys of SFTP servers, relative to the hub's folder; or
 * @param hostKey the fingerprint of the SFTP server's host key, {@code SHA256:} and 43 characters
 * @param certificates the file with the certificates (PEM) that an FTPS server's must descend from, relative to the hub's folder;
 *     default: those that Java trusts
 * @param timeout how long to wait for the server; default 30 s
 * @param charset the encoding of files that do not say their own; default UTF-8
 * @param separator the character between columns of csv files; default {@code ;}
 * @param fullExtract whether the files of an extraction hold all that the system has, so that what is missing from them is deleted; default
 *     false
 * @param readLock how to know that a file is complete; default {@code rename}
 * @param breaker when the system is left alone after failures
 * @param alertAfter how long it may fail before a person is told; default 15 minutes
 */
public record FileConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        InboxAddress inbox,
        Optional<String> user,
        Optional<String> password,
        Optional<String> privateKey,
        Optional<String> passphrase,
        Optional<Path> knownHosts,
        Optional<String> hostKey,
        Optional<Path> certificates,
        Duration timeout,
        Charset charset,
        String separator,
        Boolean fullExtract,
        ReadLock readLock,
        BreakerSettings breaker,
        Duration alertAfter,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public FileConnectorSettings {
        schedule = Given.orEmpty(schedule);
        user = Given.orEmpty(user);
        password = Given.orEmpty(password);
        privateKey = Given.orEmpty(privateKey);
        passphrase = Given.orEmpty(passphrase);
        knownHosts = Given.orEmpty(knownHosts);
        hostKey = Given.orEmpty(hostKey);
        certificates = Given.orEmpty(certificates);
        timeout = Given.or(timeout, Duration.ofSeconds(30));
        charset = Given.or(charset, StandardCharsets.UTF_8);
        separator = Given.or(separator, ";");
        readLock = Given.or(readLock, ReadLock.RENAME);
        fullExtract = Given.or(fullExtract, false);
        breaker = Given.or(breaker, BreakerSettings.DEFAULT);
        alertAfter = Given.or(alertAfter, ALERT_AFTER);
        streams = Given.list(streams);
    }

    /** Where it reads alone: it knows secrets. */
    @Override
    public String toString() {
        return "FileConnectorSettings[" + inbox + "]";
    }
}
