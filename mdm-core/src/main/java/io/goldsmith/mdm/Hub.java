package io.goldsmith.mdm;

import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.mdm.golden.Establishments;
import io.goldsmith.mdm.golden.GoldenRecords;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.model.RuleSet;
import io.goldsmith.mdm.model.RulesInForce;
import io.goldsmith.mdm.privacy.Privacy;
import io.goldsmith.mdm.privacy.PrivacySettings;
import io.goldsmith.mdm.privacy.ProfileKeys;
import io.goldsmith.mdm.publish.Outbox;
import io.goldsmith.mdm.quality.PayloadSeal;
import io.goldsmith.mdm.quality.PayloadSealing;
import io.goldsmith.mdm.quality.QualityAssessment;
import io.goldsmith.mdm.quality.QualityScorecards;
import io.goldsmith.mdm.quality.Quarantine;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.reference.ReferenceData;
import io.goldsmith.mdm.reference.ReferenceVerification;
import io.goldsmith.mdm.resolution.ConsistencyCheck;
import io.goldsmith.mdm.resolution.HeldPublications;
import io.goldsmith.mdm.resolution.ModelTraining;
import io.goldsmith.mdm.resolution.PublicationEffect;
import io.goldsmith.mdm.resolution.Rebuild;
import io.goldsmith.mdm.resolution.Resolution;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import io.goldsmith.mdm.resolution.ResolutionRules;
import io.goldsmith.mdm.resolution.RulePublication;
import io.goldsmith.mdm.resolution.WhatIf;
import io.goldsmith.mdm.run.Runs;
import io.goldsmith.mdm.source.Intake;
import io.goldsmith.mdm.source.SourceRecords;
import io.goldsmith.mdm.source.Suppression;
import io.goldsmith.mdm.source.WrittenValues;
import io.goldsmith.mdm.stewardship.DataQualityTasks;
import io.goldsmith.mdm.stewardship.Decisions;
import io.goldsmith.mdm.stewardship.Escalation;
import io.goldsmith.mdm.stewardship.LabelSampling;
import io.goldsmith.mdm.stewardship.Pins;
import io.goldsmith.mdm.stewardship.StewardLabels;
import io.goldsmith.mdm.stewardship.Stewardship;
import io.goldsmith.mdm.stewardship.StewardshipSettings;
import io.goldsmith.mdm.stewardship.Tasks;
import io.goldsmith.mdm.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An open hub: its database and the rooms that work on it. Thread-safe. */
public final class Hub implements AutoCloseable {

    private final HubConfiguration configuration;
    private final Clock clock;
    private final Store store;
    private final RulesInForce rules;
    private final SourceRecords sourceRecords;
    private final Intake intake;
    private final Quarantine quarantine;
    private final QualityAssessment qualityAssessment;
    private final QualityScorecards qualityScorecards;
    private final Runs runs;
    private final Outbox outbox;
    private final ProfileKeys profileKeys;
    private final GoldenRecords goldenRecords;
    private final Establishments establishments;
    private final Decisions decisions;
    private final Pins pins;
    private final Tasks tasks;
    private final Escalation escalation;
    private final LabelSampling labelSampling;
    private final StewardLabels labels;
    private final Stewardship stewardship;
    private final Resolution resolution;
    private final HeldPublications heldPublications;
    private final Privacy privacy;
    private final ReferenceData referenceData;
    private final ReferenceVerification verification;

    private Hub(
            HubConfiguration configuration,
            Clock clock,
            Store store,
            ProfileKeys profileKeys,
            PayloadSeal seal,
            RulesInForce rules) {
        this.configuration = configuration;
        this.clock = clock;
        this.store = store;
        this.profileKeys = profileKeys;
        this.rules = rules;
        ResolutionRules resolutionRules = ResolutionRules.of(configuration, rules, clock);
        Matching matching = resolutionRules.matching();
        Validation validation = resolutionRules.validation();
        PrivacySettings privacySettings =
                configuration.section(PrivacySettings.class).orElseGet(PrivacySettings::defaults);
        Suppression suppression = Privacy.suppression(store, configuration.entityModel(), matching, privacySettings);
        this.sourceRecords = new SourceRecords(store);
        this.intake = new Intake(
                store,
                configuration.entityModel(),
                configuration.sourceSystems(),
                validation,
                matching,
                suppression,
                seal);
        this.quarantine = new Quarantine(store, validation, suppression, seal);
        this.runs = new Runs(store);
        this.qualityAssessment = new QualityAssessment(store, validation, runs, new DataQualityTasks(store));
        this.qualityScorecards = new QualityScorecards(store, validation);
        this.outbox = new Outbox(store);
        this.goldenRecords = new GoldenRecords(store);
        this.establishments =
                new Establishments(store, configuration.entityModel().definitions());
        this.resolution = new Resolution(
                store,
                sourceRecords,
                new WrittenValues(store),
                quarantine,
                resolutionRules,
                configuration.hub().blastRadius());
        this.heldPublications = new HeldPublications(store);
        this.referenceData = new ReferenceData(store);
        this.verification = new ReferenceVerification(store, runs, resolutionRules.verification());
        StewardshipSettings stewards =
                configuration.section(StewardshipSettings.class).orElseGet(StewardshipSettings::defaults);
        this.decisions = new Decisions(store, resolution);
        this.pins = new Pins(store, decisions, configuration.entityModel(), this::matching, validation);
        this.tasks = new Tasks(store, stewards);
        this.escalation = new Escalation(store, stewards);
        this.labelSampling = new LabelSampling(store, this::matching);
        this.labels = new StewardLabels(store);
        this.stewardship = new Stewardship(store, this::matching, resolution, decisions, tasks, stewards);
        this.privacy = Privacy.of(
                store,
                configuration.entityModel(),
                configuration.sourceSystems(),
                matching,
                privacySettings,
                suppression,
                goldenRecords,
                stewardship,
                resolution,
                quarantine,
                seal);
    }

    /**
     * Opens the hub's database, creating or migrating its tables, and publishes the rules of its configuration if they are not in
     * force: every record then waits to be resolved anew. Runs that a killed process left running become INTERRUPTED.
     *
     * @throws MdmException if the database cannot be opened, a key is too short, or payloads are sealed under a key that is not there
     */
    public static Hub open(HubConfiguration configuration, Clock clock) {
        return open(
                configuration,
                clock,
                store -> new RulePublication(store)
                        .publish((transaction, last) -> RuleSet.of(transaction, configuration, last), "configuration"));
    }

    /**
     * Opens the hub without publishing the rules of its configuration: to look, and to ask {@link #whatIf}. If other rules are in force
     * it resolves nothing, and says so.
     */
    public static Hub openToTry(HubConfiguration configuration, Clock clock) {
        return open(
                configuration,
                clock,
                store -> store.inTransaction(transaction -> {
                    RulesInForce last = RulesInForce.last(transaction);
                    RuleSet wanted = RuleSet.of(transaction, configuration, last);
                    return last.digest().equals(wanted.digest()) ? last : last.unpublished(wanted);
                }));
    }

    private static Hub open(HubConfiguration configuration, Clock clock, Function<Store, RulesInForce> rules) {
        ProfileKeys profileKeys = new ProfileKeys(configuration.hub().profileKey());
        PayloadSeal seal = PayloadSeal.of(
                configuration.hub().payloadKey(), configuration.hub().formerPayloadKeys());
        Store store = Store.open(configuration.database(), HubEntities.ALL, clock);
        try {
            PayloadSealing.seal(store, seal);
            Hub hub = new Hub(configuration, clock, store, profileKeys, seal, rules.apply(store));
            hub.runs.interruptAbandoned();
            return hub;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
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

    /** The rules in force when this hub was opened. */
    public RulesInForce rules() {
        return rules;
    }

    /** The matching under the configuration and the match model in force now. */
    public Matching matching() {
        return resolution.rules().matching();
    }

    /**
     * What another configuration of this hub, with the match model beside it if that is new, would do to its customers.
     *
     * @param other with the same entity of source systems; its database is not opened
     */
    public PublicationEffect whatIf(HubConfiguration other, ResolutionProgress progress) {
        ResolutionRules tried = store.inTransaction(transaction -> {
            RulesInForce last = RulesInForce.last(transaction);
            return ResolutionRules.of(other, last.unpublished(RuleSet.of(transaction, other, last)), clock);
        });
        return new WhatIf(store, sourceRecords, new WrittenValues(store)).of(tried, progress);
    }

    /**
     * A new match model, trained on the live source records and on what stewards said of pairs; nothing is published. The same facts
     * give the same model.
     */
    public SavedModel retrained(ResolutionProgress progress) {
        List<ModelTraining.KnownMatch> matches = new ArrayList<>();
        labels.forEach(label -> {
            if (label.match()) {
                matches.add(new ModelTraining.KnownMatch(label.left(), label.right()));
            }
        });
        // Without the placeholders and the refinement of the model in force: the training finds its own.
        return new ModelTraining(store, sourceRecords)
                .train(ResolutionRules.of(configuration, rules.withoutModel(), clock), matches, progress);
    }

    /** What a match model would do to the customers, under the rules in force otherwise. */
    public PublicationEffect whatIf(SavedModel model, ResolutionProgress progress) {
        ResolutionRules tried =
                resolution.rules().with(model.model(), resolution.rules().version() + 1);
        return new WhatIf(store, sourceRecords, new WrittenValues(store)).of(tried, progress);
    }

    /** Batches that wait for a person, since they would change too many customers. */
    public HeldPublications heldPublications() {
        return heldPublications;
    }

    /** Compares the stored results with what the facts and the rules in force now give. */
    public ConsistencyCheck consistencyCheck() {
        return new ConsistencyCheck(store, sourceRecords, new WrittenValues(store), resolution.rules());
    }

    /** Mends what the check finds, under the rules in force now. */
    public Rebuild rebuild() {
        return new Rebuild(store, sourceRecords, resolution, consistencyCheck(), resolution.rules());
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

    /** Which golden records are establishments of which. */
    public Establishments establishments() {
        return establishments;
    }

    public Stewardship stewardship() {
        return stewardship;
    }

    public Decisions decisions() {
        return decisions;
    }

    public Pins pins() {
        return pins;
    }

    public Tasks tasks() {
        return tasks;
    }

    public Escalation escalation() {
        return escalation;
    }

    public LabelSampling labelSampling() {
        return labelSampling;
    }

    /** What stewards said of pairs, for training and evaluation. */
    public StewardLabels labels() {
        return labels;
    }

    public Privacy privacy() {
        return privacy;
    }

    /** Reference data: what was loaded, and what is being loaded. */
    public ReferenceData referenceData() {
        return referenceData;
    }

    /** Verifies source records against the reference data, if the configuration says what. */
    public ReferenceVerification verification() {
        return verification;
    }

    public Outbox outbox() {
        return outbox;
    }

    public Quarantine quarantine() {
        return quarantine;
    }

    public QualityAssessment qualityAssessment() {
        return qualityAssessment;
    }

    public QualityScorecards qualityScorecards() {
        return qualityScorecards;
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
