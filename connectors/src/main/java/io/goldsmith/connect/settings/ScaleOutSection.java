package io.goldsmith.connect.settings;

import io.goldsmith.mdm.model.SettingsSection;

/** The section {@code scale-out}; without it a hub's nodes take turns, and none speaks to Kafka to share its work. */
public final class ScaleOutSection implements SettingsSection<ScaleOutSettings> {

    @Override
    public String name() {
        return "scale-out";
    }

    @Override
    public Class<ScaleOutSettings> type() {
        return ScaleOutSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/connect/scale-out.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
