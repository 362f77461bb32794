package io.goldsmith.dmp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code dmp} section of a hub's configuration.
 *
 * @param folder where the warehouse's files are kept
 * @param floors which floors it has
 * @param schedule Quartz cron expression of the load, read by the connectors
 * @param purpose the purpose that profiles serve; a source's values are used only if they may serve it
 * @param legalBasis why profiles may be held
 * @param consentAttribute the model's attribute that holds consent to profiling ({@code granted}, {@code refused})
 * @param anonymity what the anonymous projection must satisfy
 * @param memoryLimitMib bound of each database's native memory, in MiB, from 64
 * @param profileAttributes the profile's attributes by name, in the order of the section
 * @param projection which of them the anonymous projection publishes
 */
public record DmpSettings(
        Path folder,
        Floors floors,
        String schedule,
        String purpose,
        LegalBasis legalBasis,
        String consentAttribute,
        Anonymity anonymity,
        int memoryLimitMib,
        Map<String, AttributeRule> profileAttributes,
        Projection projection) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /**
     * @param k the fewest persons a published class may have, 2 to 1,000,000
     * @param l the fewest distinct values of each sensitive attribute within a class, 1 to 100
     * @param maxSuppressedShare the greatest share of persons that may be left out to avoid generalising further, 0 to 1
     * @param comparedLoads how many earlier publications a new one is compared with against differencing, 1 to 100
     */
    public record Anonymity(int k, int l, double maxSuppressedShare, int comparedLoads) {

        /** k 10, l 3, at most 5% suppressed, compared with the ten publications before. */
        public static final Anonymity DEFAULT = new Anonymity(10, 3, 0.05, 10);
    }

    /**
     * The columns of the anonymous projection; it has no others.
     *
     * @param quasiIdentifiers profile attributes that could single a person out together; generalised
     * @param sensitive profile attributes that nobody must learn of a person; kept as they are, in diverse company
     */
    public record Projection(List<String> quasiIdentifiers, List<String> sensitive) {
        public Projection {
            quasiIdentifiers = List.copyOf(quasiIdentifiers);
            sensitive = List.copyOf(sensitive);
        }
    }

    /** @throws DmpSettingsException naming every problem of the section */
    public DmpSettings {
        profileAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(profileAttributes));
        List<String> problems = new ArrayList<>();
        checkAnonymity(anonymity, problems);
        if (memoryLimitMib < 64) {
            problems.add("dmp.memory-limit-mib must be at least 64, but is " + memoryLimitMib);
        }
        for (String name : profileAttributes.keySet()) {
            if (!NAME.matcher(name).matches()) {
                problems.add("dmp.profile.attributes: '" + name
                        + "' must be lower-case letters, digits and underscores, starting with a letter");
            }
        }
        checkProjection(projection, profileAttributes, problems);
        if (!problems.isEmpty()) {
            throw new DmpSettingsException(problems);
        }
    }

    /** These settings, with a relative folder taken as relative to the hub's folder. */
    public DmpSettings resolvedAgainst(Path hubFolder) {
        return new DmpSettings(
                hubFolder.resolve(folder),
                floors,
                schedule,
                purpose,
                legalBasis,
                consentAttribute,
                anonymity,
                memoryLimitMib,
                profileAttributes,
                projection);
    }

    private static void checkAnonymity(Anonymity anonymity, List<String> problems) {
        if (anonymity.k() < 2 || anonymity.k() > 1_000_000) {
            problems.add("dmp.k must be between 2 and 1000000, but is " + anonymity.k());
        }
        if (anonymity.l() < 1 || anonymity.l() > 100) {
            problems.add("dmp.l must be between 1 and 100, but is " + anonymity.l());
        }
        if (!(anonymity.maxSuppressedShare() >= 0 && anonymity.maxSuppressedShare() <= 1)) {
            problems.add("dmp.max-suppressed-share must be between 0 and 1, but is " + anonymity.maxSuppressedShare());
        }
        if (anonymity.comparedLoads() < 1 || anonymity.comparedLoads() > 100) {
            problems.add("dmp.compared-loads must be between 1 and 100, but is " + anonymity.comparedLoads());
        }
    }

    private static void checkProjection(
            Projection projection, Map<String, AttributeRule> attributes, List<String> problems) {
        if (projection.quasiIdentifiers().isEmpty()) {
            problems.add("dmp.projection.quasi-identifiers must name at least one profile attribute, but is empty");
        }
        List<String> seen = new ArrayList<>();
        projection
                .quasiIdentifiers()
                .forEach(name -> checkColumn("quasi-identifiers", name, attributes, seen, problems));
        projection.sensitive().forEach(name -> checkColumn("sensitive", name, attributes, seen, problems));
    }

    private static void checkColumn(
            String key, String name, Map<String, AttributeRule> attributes, List<String> seen, List<String> problems) {
        if (!attributes.containsKey(name)) {
            problems.add("dmp.projection." + key + ": '" + name + "' must be an attribute of dmp.profile.attributes ("
                    + String.join(", ", attributes.keySet()) + ")");
        }
        if (seen.contains(name)) {
            problems.add("dmp.projection." + key + ": '" + name + "' is named twice; name each column once");
        }
        seen.add(name);
    }
}
