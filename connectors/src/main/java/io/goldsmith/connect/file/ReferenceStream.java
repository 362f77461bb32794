package io.goldsmith.connect.file;

import io.goldsmith.connect.mapping.ReferenceMapping;
import io.goldsmith.connect.settings.FileConnectorSettings;
import io.goldsmith.connect.settings.StreamSettings;

/**
 * The files of an inbox that hold reference data of one layout; each is an edition.
 *
 * @param names their names
 * @param reader reads what they hold
 * @param source the source system of the connector, under which rows wait that are none
 */
record ReferenceStream(FileNames names, ItemReader reader, ReferenceMapping mapping, String source) {

    /** @param stream one that holds reference data */
    static ReferenceStream of(FileConnectorSettings connector, StreamSettings stream) {
        return new ReferenceStream(
                FileNames.of(stream.from()),
                ItemReader.of(stream, connector.separator().charAt(0)),
                ReferenceMapping.of(stream.reference().orElseThrow()),
                connector.source());
    }
}
