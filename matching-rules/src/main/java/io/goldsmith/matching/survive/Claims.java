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

    Claims(List<Candidate> candidates) {
        this.candidates = candidates;
    }

    /** What a candidate has of a group. */
    private record Values(
            Candidate candidate, Map<String, List<String>> shown, Map<String, List<String>> standard, Age age) {}

    /** The claims for a group, in no particular order. A value that could not be standardised, or a placeholder, claims nothing. */
    List<Claim> of(AttributeGroup group) {
        List<Values> all = new ArrayList<>(candidates.size());
        Set<RecordId> speaking = new HashSet<>();
        for (Candidate candidate : candidates) {
            Optional<Values> values = values(candidate, group);
            values.ifPresent(all::add);
            if (values.filter(found -> !found.age.isEcho()).isPresent()) {
                speaking.add(candidate.record());
            }
        }
        List<Claim> claims = new ArrayList<>(all.size());
        for (Values values : all) {
            // None while the origin speaks for itself: it would be heard twice, or say what it no longer says.
            if (!values.age.isEcho() || !speaking.contains(values.age.record)) {
                claims.add(values.age.claim(values.candidate, group, values.shown, values.standard));
            }
        }
        return claims;
    }

    private static Optional<Values> values(Candidate candidate, AttributeGroup group) {
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
        return age(candidate, group, standard).map(age -> new Values(candidate, shown, standard, age));
    }

    /**
     * The age of a claim: that of its newest value which the source itself gave. If the hub wrote the newest, the claim is an echo; it has the
     * age and place of its origin.
     */
    private static Optional<Age> age(Candidate candidate, AttributeGroup group, Map<String, List<String>> standard) {
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
            return Optional.of(new Age(first.origin(), first.version(), first.asOf(), first.trust(), true));
        }
        return own.map(asOf -> new Age(candidate.record(), candidate.version(), asOf, candidate.trust(), false));
    }

    private static Instant later(Optional<Instant> one, Instant other) {
        return one.filter(instant -> instant.isAfter(other)).orElse(other);
    }

    /** Where and when a claim was first made, and how far it is believed. */
    private record Age(RecordId record, int version, Instant asOf, SourceTrust trust, boolean isEcho) {

        Claim claim(
                Candidate candidate,
                AttributeGroup group,
                Map<String, List<String>> shown,
                Map<String, List<String>> standard) {
            boolean doubtful = group.attributes().stream()
                    .anyMatch(attribute -> candidate.doubtful().contains(attribute.name()));
            // An emptied value is none that a reference could have.
            Optional<VerifiedValue> verified = standard.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(candidate.verified().get(group.name()));
            int score = Math.min(
                    100, trust.of(group) + verified.map(VerifiedValue::gain).orElse(0));
            return new Claim(
                    candidate.record(),
                    record,
                    version,
                    asOf,
                    score * (doubtful ? 1 : 2),
                    trust,
                    shown,
                    standard,
                    Optional.empty(),
                    verified.map(VerifiedValue::verification));
        }
    }
}
