package io.goldsmith.dmp.warehouse;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Privacy reports as JSON with kebab-case names. */
final class PrivacyReportJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PrivacyReportJson() {}

    static String write(PrivacyReport report) {
        return MAPPER.writeValueAsString(report);
    }

    static PrivacyReport read(String json) {
        try {
            return MAPPER.readValue(json, PrivacyReport.class);
        } catch (JacksonException unreadable) {
            throw new WarehouseException(
                    "A privacy report must be the JSON that this version writes, but cannot be read", unreadable);
        }
    }
}
