package io.goldsmith.connect.settings;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A system that drops delimited files in a folder. Each stream is a name pattern such as {@code clients-*.csv}. A file that was landed moves to
 * {@code done/} of the inbox, one that could not be read as a whole to {@code failed/}.
 *
 * @param inbox the folder, relative to the hub's
 * @param charset the files' encoding; default UTF-8
 * @param separator the character between columns; default {@code ;}
 * @param fullExtract whether the files of an extraction hold all that the system has, so that what is missing from them is deleted; default
 *     false
 * @param readLock how to know that a file is complete; default {@code rename}
 */
public record FileConnectorSettings(
        String source,
        Optional<Schedule> schedule,
        Path inbox,
        Charset charset,
        String separator,
        Boolean fullExtract,
        ReadLock readLock,
        List<StreamSettings> streams)
        implements ConnectorSettings {

    public FileConnectorSettings {
        schedule = Given.orEmpty(schedule);
        charset = Given.or(charset, StandardCharsets.UTF_8);
        separator = Given.or(separator, ";");
        readLock = Given.or(readLock, ReadLock.RENAME);
        fullExtract = Given.or(fullExtract, false);
        streams = Given.list(streams);
    }
}
