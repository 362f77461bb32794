package io.goldsmith.dmp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The {@code dmp} section of a hub's configuration. Its components are the section's keys; what a file leaves out is
 * null when binding calls the constructor, and its default from then on.
 *
 * @param folder where the warehouse's files are kept
 * @param floors which floors it has
 * @param schedule Quartz cron expression of the load, read by the connectors
 * @param purpose the purpose that profiles serve; a source's values are used only if they may serve it
 * @param legalBasis why profiles may be held
 * @param consentAttribute the model's attribute that holds consent to profiling ({@code granted}, {@code refused})
 * @param k the fewest persons that a published class may have, 2 to 1,000,000
 * @param l the fewest distinct values of each sensitive attribute within a class, 1 to 100
 * @param maxSuppressedShare the greatest share of persons that may be left out to avoid generalising further, 0 to 1
 * @param comparedLoads how many earlier publications a new one is compared with against differencing, 1 to 100
 * @param memoryLimitMib bound of each database's native memory, in MiB, from 64
 * @param profile what a profile is made of
 * @param projection which of it the anonymous projection publishes
 */
public record DmpSettings(
        Path folder,
        Floors floors,
        String schedule,
        String purpose,
        LegalBasis legalBasis,
        String consentAttribute,
        Integer k,
        Integer l,
        Double maxSuppressedShare,
        Integer comparedLoads,
        Integer memoryLimitMib,
        ProfileSettings profile,
        ProjectionSettings projection) {

    /** @throws DmpSettingsException naming every problem of the section */
    public DmpSettings {
        folder = Defaults.or(folder, Path.of("./data/dmp"));
        floors = Defaults.or(floors, Floors.BOTH);
        schedule = Defaults.or(schedule, "0 0 3 * * ?");
        purpose = Defaults.or(purpose, "analytics");
        legalBasis = Defaults.or(legalBasis, LegalBasis.CONSENT);
        consentAttribute = Defaults.or(consentAttribute, "consent_profiling");
        k = Defaults.or(k, 10);
        l = Defaults.or(l, 3);
        maxSuppressedShare = Defaults.or(maxSuppressedShare, 0.05);
        comparedLoads = Defaults.or(comparedLoads, 10);
        memoryLimitMib = Defaults.or(memoryLimitMib, 512);
        profile = Optional.ofNullable(profile).orElseGet(() -> new ProfileSettings(null));
        projection = Optional.ofNullable(projection).orElseGet(() -> new ProjectionSettings(null, null));
        List<String> problems = new SettingsCheck()
                .between("k", k, 2, 1_000_000)
                .between("l", l, 1, 100)
                .between("max-suppressed-share", maxSuppressedShare, 0, 1)
                .between("compared-loads", comparedLoads, 1, 100)
                .between("memory-limit-mib", memoryLimitMib, 64, Integer.MAX_VALUE)
                .columns(profile, projection)
                .problems();
        if (!problems.isEmpty()) {
            throw new DmpSettingsException(problems);
        }
    }

    /** The settings of a hub without the section: all defaults, with the profile of the customer model that ships. */
    public static DmpSettings defaults() {
        return new DmpSettings(null, null, null, null, null, null, null, null, null, null, null, null, null);
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
                k,
                l,
                maxSuppressedShare,
                comparedLoads,
                memoryLimitMib,
                profile,
                projection);
    }
}
