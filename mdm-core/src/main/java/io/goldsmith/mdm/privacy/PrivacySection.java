package io.goldsmith.mdm.privacy;

import io.goldsmith.mdm.model.SettingsSection;

/** {@code privacy}. */
public final class PrivacySection implements SettingsSection<PrivacySettings> {

    @Override
    public String name() {
        return "privacy";
    }

    @Override
    public Class<PrivacySettings> type() {
        return PrivacySettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/mdm/privacy/privacy.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
