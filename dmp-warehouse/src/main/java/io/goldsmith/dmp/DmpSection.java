package io.goldsmith.dmp;

import io.goldsmith.mdm.model.SettingsSection;

/** The section {@code dmp}; a hub without it has {@link DmpSettings#defaults()}. */
public final class DmpSection implements SettingsSection<DmpSettings> {

    @Override
    public String name() {
        return "dmp";
    }

    @Override
    public Class<DmpSettings> type() {
        return DmpSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/dmp/dmp.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
