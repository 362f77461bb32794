package io.goldsmith.app.console;

import io.goldsmith.mdm.model.SettingsSection;

/** Tells the hub of the {@code console} section. */
public final class ConsoleSection implements SettingsSection<ConsoleSettings> {

    @Override
    public String name() {
        return "console";
    }

    @Override
    public Class<ConsoleSettings> type() {
        return ConsoleSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/app/console/console.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
