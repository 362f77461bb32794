package io.goldsmith.matching.survive;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The {@code survivorship} section of the configuration.
 *
 * @param defaultRule the rule of every attribute and group that has none of its own; {@code most-recent} if absent
 * @param attributes rules by attribute, or by group for attributes that move as one
 */
public record SurvivorshipSettings(
        @JsonProperty("default") SurvivorshipRule defaultRule,
        @JsonProperty("attributes") Map<String, SurvivorshipRule> attributes) {

    public SurvivorshipSettings {
        defaultRule = defaultRule == null ? SurvivorshipRule.of(SurvivorshipStrategy.MOST_RECENT) : defaultRule;
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** Most recent for everything. */
    public static SurvivorshipSettings defaults() {
        return new SurvivorshipSettings(SurvivorshipRule.of(SurvivorshipStrategy.MOST_RECENT), Map.of());
    }

    /** The rule of an attribute or group. */
    public SurvivorshipRule ruleOf(String name) {
        return attributes.getOrDefault(name, defaultRule);
    }

    /**
     * What is wrong with these rules for a model with these groups; empty if nothing. Each problem begins with the key it is about.
     */
    public List<String> problems(List<AttributeGroup> groups) {
        List<String> problems = new ArrayList<>(problemsOf("default", defaultRule));
        new TreeMap<>(attributes).forEach((name, rule) -> {
            problems.addAll(problemsOf("attributes." + name, rule));
            if (rule.conflict().isPresent()
                    && groups.stream().anyMatch(group -> group.name().equals(name) && group.isMultiValued())) {
                problems.add("attributes." + name
                        + ".conflict: the values of a multi-valued attribute are united and cannot conflict");
            }
            if (groups.stream().noneMatch(group -> group.name().equals(name))) {
                problems.add(
                        "attributes." + name + ": there is no attribute or group of this name" + hint(groups, name));
            }
        });
        return problems;
    }

    private static String hint(List<AttributeGroup> groups, String name) {
        return groups.stream()
                .filter(group ->
                        group.attributes().stream().anyMatch(it -> it.name().equals(name)))
                .findFirst()
                .map(group -> "; it moves with its group, so give the rule to '" + group.name() + "'")
                .orElse("");
    }

    private static List<String> problemsOf(String key, SurvivorshipRule rule) {
        List<String> problems = new ArrayList<>();
        if (rule.strategy() == SurvivorshipStrategy.SOURCE_PRIORITY
                && rule.sources().isEmpty()) {
            problems.add(key + ".sources: source-priority needs the source systems, best first, but there are none");
        }
        if (rule.strategy() != SurvivorshipStrategy.SOURCE_PRIORITY
                && !rule.sources().isEmpty()) {
            problems.add(key + ".sources: only source-priority takes sources, but the strategy is "
                    + rule.strategy().word());
        }
        if (rule.strategy() != SurvivorshipStrategy.TRUST_SCORE && rule.decay().isPresent()) {
            problems.add(key + ".decay: only trust-score takes a half-life, but the strategy is "
                    + rule.strategy().word());
        }
        rule.decay()
                .filter(decay -> decay.isNegative() || decay.isZero())
                .ifPresent(decay ->
                        problems.add(key + ".decay: the half-life must be longer than nothing, but is " + decay));
        rule.conflict()
                .filter(level -> level.trust() < 0 || level.trust() > 100)
                .ifPresent(level ->
                        problems.add(key + ".conflict.trust: a trust score is 0 to 100, but this is " + level.trust()));
        return problems;
    }
}
