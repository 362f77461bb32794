package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.model.MatchModel;
import io.goldsmith.matching.model.MatchSettings;
import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.survive.AttributeGroup;
import io.goldsmith.matching.survive.SourceParty;
import io.goldsmith.matching.survive.SourceTrust;
import io.goldsmith.matching.survive.Survivorship;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.model.HubConfiguration;
import io.goldsmith.mdm.model.LifecycleSettings;
import io.goldsmith.mdm.model.RulesInForce;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.quality.ValidationRule;
import io.goldsmith.mdm.quality.ValidationSettings;
import io.goldsmith.mdm.reference.VerificationPlan;
import io.goldsmith.mdm.reference.VerificationSettings;
import io.goldsmith.mdm.source.SourceSystem;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules under which records are resolved. Immutable.
 *
 * @param matching standardisation, blocking, scoring and clustering
 * @param survivorship how golden values are chosen
 * @param trust source system to how far it is believed
 * @param validation the warning rules, which lower trust
 * @param version the version of the published rules
 * @param lifecycle how prospects, customers and inactive customers are told apart; empty: only sources say so
 * @param verification what is verified against reference data; empty: nothing
 */
public record ResolutionRules(
        Matching matching,
        Survivorship survivorship,
        Map<String, SourceTrust> trust,
        Validation validation,
        int version,
        Optional<LifecycleSettings> lifecycle,
        Optional<VerificationPlan> verification) {

    private static final SourceTrust UNKNOWN_SOURCE = new SourceTrust(SourceParty.THIRD, 0, Map.of(), Set.of());

    public ResolutionRules {
        trust = Map.copyOf(trust);
    }

    /**
     * The rules of a configuration.
     *
     * @param inForce their version and the match model
     */
    public static ResolutionRules of(HubConfiguration configuration, RulesInForce inForce, Clock clock) {
        List<AttributeDefinition> attributes = configuration.entityModel().definitions();
        MatchSettings settings = configuration.section(MatchSettings.class).orElseThrow();
        Matching matching = inForce.model()
                .map(saved -> Matching.of(attributes, settings, saved.model()))
                .orElseGet(() -> Matching.of(attributes, settings));
        List<ValidationRule> validation = configuration
                .section(ValidationSettings.class)
                .orElseGet(() -> new ValidationSettings(List.of()))
                .validationRules(configuration.entityModel(), matching, configuration.folder());
        return of(
                        configuration.entityModel(),
                        configuration.sourceSystems(),
                        matching,
                        configuration.section(SurvivorshipSettings.class).orElseGet(SurvivorshipSettings::defaults),
                        new Validation(validation, matching, clock),
                        inForce.version())
                .under(configuration.section(LifecycleSettings.class))
                .verifying(configuration
                        .section(VerificationSettings.class)
                        .map(section -> VerificationPlan.of(configuration.entityModel(), section)));
    }

    /** The rules made of their parts. */
    public static ResolutionRules of(
            EntityModel model,
            Map<String, SourceSystem> sources,
            Matching matching,
            SurvivorshipSettings survivorship,
            Validation validation,
            int version) {
        Map<String, SourceTrust> trust = new TreeMap<>();
        sources.forEach((name, source) -> trust.put(
                name,
                new SourceTrust(
                        SourceParty.valueOf(source.party().name()),
                        source.trust(),
                        source.attributeTrust(),
                        source.purposes())));
        return new ResolutionRules(
                matching,
                Survivorship.of(groupsOf(model), survivorship),
                trust,
                validation,
                version,
                Optional.empty(),
                Optional.empty());
    }

    /** The same rules with another lifecycle. */
    public ResolutionRules under(Optional<LifecycleSettings> otherLifecycle) {
        return new ResolutionRules(matching, survivorship, trust, validation, version, otherLifecycle, verification);
    }

    /** The same rules with something else verified. */
    public ResolutionRules verifying(Optional<VerificationPlan> otherVerification) {
        return new ResolutionRules(matching, survivorship, trust, validation, version, lifecycle, otherVerification);
    }

    /** The same rules under another match model, as another version. */
    public ResolutionRules with(MatchModel model, int newVersion) {
        return new ResolutionRules(
                Matching.of(matching.attributes(), matching.settings(), model),
                survivorship,
                trust,
                validation,
                newVersion,
                lifecycle,
                verification);
    }

    /** Whether the match model was published, rather than written in the configuration. */
    boolean hasPublishedModel() {
        return matching.model().refinement().isPresent();
    }

    /** The groups of a model: attributes that move as one, and every other attribute by itself; in the order of the model. */
    public static List<AttributeGroup> groupsOf(EntityModel model) {
        List<AttributeGroup> groups = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Attribute attribute : model.attributes()) {
            if (attribute.group().isEmpty()) {
                groups.add(AttributeGroup.alone(attribute.definition()));
            } else if (seen.add(attribute.group().get())) {
                String name = attribute.group().get();
                groups.add(new AttributeGroup(
                        name,
                        model.group(name).stream().map(Attribute::definition).toList()));
            }
        }
        return groups;
    }

    /** How far a source system is believed; not at all if it is no longer configured. */
    SourceTrust trustOf(String source) {
        return trust.getOrDefault(source, UNKNOWN_SOURCE);
    }
}
