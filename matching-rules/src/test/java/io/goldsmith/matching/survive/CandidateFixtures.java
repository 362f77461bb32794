package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.SemanticType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A small model and named source records of one customer. */
final class CandidateFixtures {

    static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

    static final List<AttributeGroup> GROUPS = List.of(
            AttributeGroup.alone(attribute("family_name", SemanticType.PERSON_NAME, "family", false)),
            new AttributeGroup(
                    "address",
                    List.of(
                            attribute("street", SemanticType.POSTAL_ADDRESS, "street", false),
                            attribute("postcode", SemanticType.POSTAL_ADDRESS, "postcode", false),
                            attribute("town", SemanticType.POSTAL_ADDRESS, "town", false))),
            AttributeGroup.alone(attribute("phone", SemanticType.PHONE, "", true)));

    private static final Map<String, Integer> TRUST = Map.of("crm", 80, "erp", 70, "accounting", 90);

    private CandidateFixtures() {}

    static AttributeDefinition attribute(String name, SemanticType type, String part, boolean multiValued) {
        return new AttributeDefinition(name, type, part, multiValued);
    }

    /** A source record whose standard values are its raw values in upper case. */
    static Candidate candidate(String source, Instant asOf, Map<String, List<String>> raw) {
        TreeMap<String, List<String>> standard = new TreeMap<>();
        raw.forEach((name, values) -> {
            if (!values.isEmpty()) {
                standard.put(
                        name,
                        values.stream()
                                .map(value -> value.strip().toUpperCase(Locale.ROOT))
                                .toList());
            }
        });
        return new Candidate(
                new RecordId(source, "1"),
                1,
                asOf,
                Map.of(),
                AttributeValues.of(raw),
                AttributeValues.of(standard),
                new SourceTrust(
                        source.equals("partner") ? SourceParty.SECOND : SourceParty.FIRST,
                        TRUST.getOrDefault(source, 50),
                        Map.of(),
                        source.equals("web") ? Set.of("operations", "marketing") : Set.of("operations")),
                Set.of(),
                Map.of());
    }

    static Candidate doubting(Candidate candidate, String attribute) {
        return new Candidate(
                candidate.record(),
                candidate.version(),
                candidate.sourceTimestamp(),
                candidate.changedAt(),
                candidate.raw(),
                candidate.standard(),
                candidate.trust(),
                Set.of(attribute),
                candidate.echoes());
    }

    static Candidate echoing(Candidate candidate, Candidate origin, String... attributes) {
        TreeMap<String, Echo> echoes = new TreeMap<>();
        for (String attribute : attributes) {
            echoes.put(attribute, new Echo(origin.record(), origin.version(), origin.asOf(attribute), origin.trust()));
        }
        return new Candidate(
                candidate.record(),
                candidate.version(),
                candidate.sourceTimestamp(),
                candidate.changedAt(),
                candidate.raw(),
                candidate.standard(),
                candidate.trust(),
                candidate.doubtful(),
                echoes);
    }

    static Candidate unchangedSince(Candidate candidate, Instant since, String... attributes) {
        TreeMap<String, Instant> changedAt = new TreeMap<>();
        for (String attribute : attributes) {
            changedAt.put(attribute, since);
        }
        return new Candidate(
                candidate.record(),
                candidate.version(),
                candidate.sourceTimestamp(),
                changedAt,
                candidate.raw(),
                candidate.standard(),
                candidate.trust(),
                candidate.doubtful(),
                candidate.echoes());
    }

    /** A pin by Claire whose standard values are its values in upper case. */
    static Pin pin(
            long decision,
            Candidate anchor,
            Instant madeAt,
            Optional<Instant> until,
            String attribute,
            String... values) {
        return new Pin(
                decision,
                attribute,
                anchor.record(),
                anchor.version(),
                AttributeValues.of(Map.of(attribute, List.of(values))),
                AttributeValues.of(Map.of(
                        attribute,
                        List.of(values).stream()
                                .map(value -> value.toUpperCase(Locale.ROOT))
                                .toList())),
                "claire",
                madeAt,
                until);
    }

    static Survivorship by(SurvivorshipRule rule) {
        return Survivorship.of(GROUPS, new SurvivorshipSettings(rule, Map.of()));
    }

    static Survivorship by(SurvivorshipStrategy strategy) {
        return by(SurvivorshipRule.of(strategy));
    }
}
