package io.goldsmith.dmp;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Binds a {@code dmp} section as the hub does: keys with hyphens, what is absent is null. */
public final class SectionFixture {

    private static final JsonMapper BINDING = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private SectionFixture() {}

    public static DmpSettings read(String json) {
        return BINDING.readValue(json, DmpSettings.class);
    }
}
