package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.RecordMapping;
import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.mdm.source.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files of an inbox that hold the same.
 *
 * @param glob the names of its files as they are written in the configuration
 * @param names the same, to compare with
 * @param reader reads what they hold
 */
record FileStream(String glob, FileNames names, ItemReader reader, StreamMapping mapping) {

    /**
     * The streams of a connector that hold something else than reference data, by name, in the order of the settings.
     *
     * @param hubFolder the hub's folder
     */
    static Map<String, FileStream> byName(FileConnectorSettings connector, Path hubFolder) {
        Map<String, FileStream> streams = new LinkedHashMap<>();
        connector.streams().stream()
                .filter(stream -> stream.reference().isEmpty())
                .forEach(stream -> streams.put(stream.name(), of(connector, stream, hubFolder)));
        return streams;
    }

    /** @param hubFolder the hub's folder */
    static FileStream of(FileConnectorSettings connector, StreamSettings stream, Path hubFolder) {
        return new FileStream(
                stream.from(),
                FileNames.of(stream.from()),
                ItemReader.of(stream, connector.separator().charAt(0)),
                StreamMapping.of(connector.source(), stream, hubFolder));
    }

    /**
     * Reads what a file holds of the stream.
     *
     * @param charset the encoding of a text that does not say its own
     * @throws FileException if it is broken
     */
    void read(Path file, Charset charset, Consumer<Delivery> consumer) throws IOException {
        PackedFile.read(file, charset, (entry, content) -> {
            if (names.holdsEntry(entry)) {
                reader.read(content, mapping.columns(), item -> {
                    consumer.accept(item.delivery(mapping));
                    return true;
                });
            }
            return true;
        });
    }

    boolean holdsRecords() {
        return mapping instanceof RecordMapping;
    }
}
