package io.goldsmith.connect.settings;

import io.goldsmith.mdm.model.SettingsSection;

/** The section {@code connectors}; a hub may do without, and is then filled by other means. */
public final class ConnectorsSection implements SettingsSection<ConnectorsSettings> {

    @Override
    public String name() {
        return "connectors";
    }

    @Override
    public Class<ConnectorsSettings> type() {
        return ConnectorsSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/connect/connectors.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
