package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.model.SettingsSection;

/** {@code verification}. */
public final class VerificationSection implements SettingsSection<VerificationSettings> {

    @Override
    public String name() {
        return "verification";
    }

    @Override
    public Class<VerificationSettings> type() {
        return VerificationSettings.class;
    }

    @Override
    public String schemaResource() {
        return "io/goldsmith/mdm/reference/verification.schema.json";
    }

    @Override
    public boolean required() {
        return false;
    }
}
