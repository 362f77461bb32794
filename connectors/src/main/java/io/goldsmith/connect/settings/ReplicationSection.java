package io.goldsmith.connect.settings;

import io.goldsmith.mdm.model.SettingsSection;

/** The section {@code replication}; without it nothing is written to any system. */
public final class ReplicationSection implements SettingsSection<ReplicationSettings> {

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public Class<ReplicationSettings> type() {
        return ReplicationSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/connect/replication.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
