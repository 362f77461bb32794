package io.goldsmith.mdm;

import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.model.RulesInForce;
import io.goldsmith.mdm.privacy.ProfileKeys;
import io.goldsmith.mdm.publish.Outbox;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.quality.ValidationRule;
import io.goldsmith.mdm.quality.ValidationSettings;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.resolution.ResolutionRules;
import io.goldsmith.mdm.run.Runs;
import io.goldsmith.mdm.source.Intake;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.stewardship.Stewardship;
import io.goldsmith.mdm.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** An open hub: its database and the rooms that work on it. Thread-safe. */
public final class Hub implements AutoCloseable {

    private final HubConfiguration configuration;
    private final Clock clock;
    private final Store store;
    private final RulesInForce rules;
    private final Matching matching;
    private final SourceRecords sourceRecords;
    private final Intake intake;
    private final Quarantine quarantine;
    private final Runs runs;
    private final Outbox outbox;
    private final ProfileKeys profileKeys;
    private final GoldenRecords goldenRecords;
    private final Stewardship stewardship;
    private final Resolution resolution;

    private Hub(HubConfiguration configuration, Clock clock, Store store, ProfileKeys profileKeys) {
        this.configuration = configuration;
        this.clock = clock;
        this.store = store;
        this.profileKeys = profileKeys;
        this.rules = RulesInForce.publish(store, configuration);
        this.matching = matching(configuration);
        Validation validation = new Validation(rules(configuration), matching, clock);
        this.sourceRecords = new SourceRecords(store);
        this.intake = new Intake(
                store,
                configuration.entityModel(),
                configuration.sourceSystems().keySet(),
                validation,
                matching);
        this.quarantine = new Quarantine(store, validation);
        this.runs = new Runs(store);
        this.outbox = new Outbox(store);
        this.goldenRecords = new GoldenRecords(store);
        this.resolution = new Resolution(
                store,
                sourceRecords,
                new WrittenValues(store),
                quarantine,
                ResolutionRules.of(
                        configuration.entityModel(),
                        configuration.sourceSystems(),
                        matching,
                        configuration.section(SurvivorshipSettings.class).orElseGet(SurvivorshipSettings::defaults),
                        validation,
                        rules.version()));
        this.stewardship = new Stewardship(store, matching, resolution);
    }

    /**
     * Opens the hub's database, creating or migrating its tables. Runs that a killed process left running become INTERRUPTED.
     *
     * @throws MdmException if the database cannot be opened, or the profile key is too short
     */
    public static Hub open(HubConfiguration configuration, Clock clock) {
        ProfileKeys profileKeys = new ProfileKeys(configuration.hub().profileKey());
        Store store = Store.open(configuration.database(), HubEntities.ALL, clock);
        try {
            Hub hub = new Hub(configuration, clock, store, profileKeys);
            hub.runs.interruptAbandoned();
            return hub;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Under the match model published beside the configuration; without one, under m and u as the configuration has them. */
    private static Matching matching(HubConfiguration configuration) {
        MatchSettings settings = configuration.section(MatchSettings.class).orElseThrow();
        Path model = configuration.folder().resolve("match-model.json");
        return Files.exists(model)
                ? Matching.of(configuration.entityModel().definitions(), settings, MatchModel.load(model))
                : Matching.of(configuration.entityModel().definitions(), settings);
    }

    private static List<ValidationRule> rules(HubConfiguration configuration) {
        return configuration
                .section(ValidationSettings.class)
                .map(ValidationSettings::validationRules)
                .orElse(List.of());
    }

    public HubConfiguration configuration() {
        return configuration;
    }

    public Clock clock() {
        return clock;
    }

    public Store store() {
        return store;
    }

    /** The rules in force since this hub was opened. */
    public RulesInForce rules() {
        return rules;
    }

    /** The matching under the configuration and the published match model. */
    public Matching matching() {
        return matching;
    }

    public SourceRecords sourceRecords() {
        return sourceRecords;
    }

    public Intake intake() {
        return intake;
    }

    public Resolution resolution() {
        return resolution;
    }

    public GoldenRecords goldenRecords() {
        return goldenRecords;
    }

    public Stewardship stewardship() {
        return stewardship;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public Runs runs() {
        return runs;
    }

    public ProfileKeys profileKeys() {
        return profileKeys;
    }

    @Override
    public void close() {
        store.close();
    }
}
