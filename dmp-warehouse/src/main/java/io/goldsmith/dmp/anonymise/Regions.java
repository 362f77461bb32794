package io.goldsmith.dmp.anonymise;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The French region of each département, from {@code regions.properties}; what is not listed is {@code other}. */
final class Regions {

    private static final Map<String, String> BY_DEPARTMENT = read();

    private Regions() {}

    static String of(String department) {
        return BY_DEPARTMENT.getOrDefault(department, department.equals("abroad") ? department : "other");
    }

    private static Map<String, String> read() {
        Properties listed = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(
                        Regions.class.getResourceAsStream("regions.properties"), "regions.properties is missing"),
                StandardCharsets.UTF_8)) {
            listed.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("regions.properties cannot be read from the class path", unreadable);
        }
        Map<String, String> regions = new HashMap<>();
        for (String region : listed.stringPropertyNames()) {
            for (String department : listed.getProperty(region).split(" ")) {
                regions.put(department, region.replace('_', ' '));
            }
        }
        return Map.copyOf(regions);
    }
}
