package io.goldsmith.matching.survive;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads from the candidates of a cluster what each claims for a group. */
final class Claims {

    private final List<Candidate> candidates;
    private final Set<RecordId> cluster = new HashSet<>();

    Claims(List<Candidate> candidates) {
        this.candidates = candidates;
        candidates.forEach(candidate -> cluster.add(candidate.record()));
    }

    /** The claims for a group, in no particular order. A value that could not be standardised, or a placeholder, claims nothing. */
    List<Claim> of(AttributeGroup group) {
        List<Claim> claims = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            claim(candidate, group).ifPresent(claims::add);
        }
        return claims;
    }

    private Optional<Claim> claim(Candidate candidate, AttributeGroup group) {
        Map<String, List<String>> standard = new TreeMap<>();
        Map<String, List<String>> shown = new TreeMap<>();
        boolean emptied = false;
        boolean unusable = false;
        for (AttributeDefinition attribute : group.attributes()) {
            List<String> values = candidate.standard().all(attribute.name());
            if (!values.isEmpty()) {
                standard.put(attribute.name(), values);
                shown.put(attribute.name(), ShownValues.of(attribute, candidate.raw(), values));
            } else if (candidate.raw().isKnown(attribute.name())) {
                boolean empty = candidate.raw().all(attribute.name()).isEmpty();
                emptied |= empty;
                unusable |= !empty;
            }
        }
        if (standard.isEmpty() && (unusable || !emptied)) {
            return Optional.empty();
        }
        return age(candidate, group, standard).map(age -> age.claim(candidate, group, shown, standard));
    }

    /**
     * The age of a claim: that of its newest value which the source itself gave. If the hub wrote the newest, the claim is an echo;
     * it has the age and place of its origin, and none while the origin speaks for itself.
     */
    private Optional<Age> age(Candidate candidate, AttributeGroup group, Map<String, List<String>> standard) {
        Optional<Instant> own = Optional.empty();
        Optional<Echo> echo = Optional.empty();
        for (AttributeDefinition attribute : group.attributes()) {
            String name = attribute.name();
            boolean speaks = standard.isEmpty() ? candidate.raw().isKnown(name) : standard.containsKey(name);
            Echo written = candidate.echoes().get(name);
            if (speaks && written == null) {
                own = Optional.of(later(own, candidate.asOf(name)));
            } else if (speaks
                    && (echo.isEmpty() || written.asOf().isAfter(echo.get().asOf()))) {
                echo = Optional.of(written);
            }
        }
        if (echo.isPresent()
                && !(own.isPresent() && own.get().isAfter(echo.get().asOf()))) {
            Echo first = echo.get();
            return cluster.contains(first.origin())
                    ? Optional.empty()
                    : Optional.of(new Age(first.origin(), first.version(), first.asOf(), first.trust()));
        }
        return own.map(asOf -> new Age(candidate.record(), candidate.version(), asOf, candidate.trust()));
    }

    private static Instant later(Optional<Instant> one, Instant other) {
        return one.filter(instant -> instant.isAfter(other)).orElse(other);
    }

    /** Where and when a claim was first made, and how far it is believed. */
    private record Age(RecordId record, int version, Instant asOf, SourceTrust trust) {

        Claim claim(
                Candidate candidate,
                AttributeGroup group,
                Map<String, List<String>> shown,
                Map<String, List<String>> standard) {
            boolean doubtful = group.attributes().stream()
                    .anyMatch(attribute -> candidate.doubtful().contains(attribute.name()));
            int believed = trust.of(group) * (doubtful ? 1 : 2);
            return new Claim(
                    candidate.record(), record, version, asOf, believed, trust, shown, standard, Optional.empty());
        }
    }
}
