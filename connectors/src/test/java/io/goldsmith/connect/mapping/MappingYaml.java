package io.goldsmith.connect.mapping;

import io.goldsmith.connect.settings.ConnectorsSettings;
import io.goldsmith.connect.settings.StreamSettings;
import io.goldsmith.matching.settings.SettingsDocument;
import java.nio.file.Path;

/** Mappings as a test writes them down. */
final class MappingYaml {

    private MappingYaml() {}

    /** The mapping of a stream of records with these attributes, indented as a map; key is ID, timestamp AT. */
    static RecordMapping records(Path folder, String attributes) {
        String yaml = "crm:\n  kind: file\n  source: crm\n  inbox: in\n  streams:\n    - name: s\n      from: x\n"
                + "      records:\n        key: ID\n        timestamp: AT\n        attributes:\n"
                + attributes.indent(10);
        StreamSettings stream = SettingsDocument.parse("test.yaml", folder, yaml)
                .bind("", ConnectorsSettings.class)
                .connectors()
                .get("crm")
                .streams()
                .get(0);
        return (RecordMapping) StreamMapping.of("crm", stream, folder);
    }
}
