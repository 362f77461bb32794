package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.run.Matching;
import io.goldsmith.matching.survive.AttributeGroup;
import io.goldsmith.matching.survive.SourceTrust;
import io.goldsmith.matching.survive.Survivorship;
import io.goldsmith.matching.survive.SurvivorshipSettings;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.quality.Validation;
import io.goldsmith.mdm.source.SourceSystem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 */
public record ResolutionRules(
        Matching matching,
        Survivorship survivorship,
        Map<String, SourceTrust> trust,
        Validation validation,
        int version) {

    private static final SourceTrust UNKNOWN_SOURCE = new SourceTrust(0, Map.of(), Set.of());

    public ResolutionRules {
        trust = Map.copyOf(trust);
    }

    /** The rules of a configuration. */
    public static ResolutionRules of(
            EntityModel model,
            Map<String, SourceSystem> sources,
            Matching matching,
            SurvivorshipSettings survivorship,
            Validation validation,
            int version) {
        Map<String, SourceTrust> trust = new TreeMap<>();
        sources.forEach((name, source) ->
                trust.put(name, new SourceTrust(source.trust(), source.attributeTrust(), source.purposes())));
        return new ResolutionRules(
                matching, Survivorship.of(groupsOf(model), survivorship), trust, validation, version);
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
