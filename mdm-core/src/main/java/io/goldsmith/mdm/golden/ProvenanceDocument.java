package io.goldsmith.mdm.golden;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.survive.Provenance;
import io.goldsmith.matching.survive.Verification;
import io.goldsmith.matching.survive.VerificationStatus;
import io.goldsmith.mdm.store.Documents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The stored form of a golden record's provenance. A source record that speaks for many attributes is written once and referred to
 * by its position; the same provenance always makes the same text.
 *
 * @param claimants who spoke, in the order in which they first occur
 * @param chosen by attribute or group
 */
public record ProvenanceDocument(List<Claimant> claimants, SortedMap<String, Choice> chosen) {

    /**
     * A source record version with its age and purposes.
     *
     * @param pinnedBy the steward, of pinned values; empty or missing otherwise
     */
    record Claimant(
            String source,
            String key,
            int version,
            String asOf,
            List<String> purposes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String pinnedBy) {

        Optional<String> steward() {
            return pinnedBy == null || pinnedBy.isEmpty() ? Optional.empty() : Optional.of(pinnedBy);
        }
    }

    /** A claimant before it is put in words, which is done once however many attributes it speaks for. */
    private record Voice(RecordId record, int version, Instant asOf, Set<String> purposes, Optional<String> pinnedBy) {

        Claimant claimant() {
            return new Claimant(
                    record.source(),
                    record.key(),
                    version,
                    asOf.toString(),
                    purposes.stream().sorted().toList(),
                    pinnedBy.orElse(""));
        }
    }

    /** What was chosen of one attribute or group; positions are those of the claimants. */
    record Choice(
            String rule,
            int winner,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, List<String>> values,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Lost> losers,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Verified> verified) {}

    /** What reference data say of the winner's values. */
    record Verified(
            String reference,
            String edition,
            String status,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> corrections,
            boolean applied) {

        static Verified of(Verification said) {
            return new Verified(
                    said.reference(),
                    said.edition().toString(),
                    said.status().word(),
                    new TreeMap<>(said.corrections()),
                    said.isApplied());
        }

        Verification verification() {
            return new Verification(
                    reference,
                    LocalDate.parse(edition),
                    VerificationStatus.valueOf(status.toUpperCase(Locale.ROOT)),
                    corrections == null ? Map.of() : corrections,
                    applied);
        }
    }

    /** A losing claim. */
    record Lost(int claimant, SortedMap<String, List<String>> values) {}

    /** The document's text. */
    public static String write(SortedMap<String, Provenance> provenance) {
        Map<Voice, Integer> positions = new LinkedHashMap<>();
        SortedMap<String, Choice> chosen = new TreeMap<>();
        provenance.forEach((name, of) -> {
            int winner =
                    position(positions, new Voice(of.record(), of.version(), of.asOf(), of.purposes(), of.pinnedBy()));
            List<Lost> losers = new ArrayList<>(of.losers().size());
            for (Provenance.Loser loser : of.losers()) {
                int position = position(
                        positions,
                        new Voice(loser.record(), loser.version(), loser.asOf(), loser.purposes(), loser.pinnedBy()));
                losers.add(new Lost(position, new TreeMap<>(loser.values())));
            }
            List<Verified> verified =
                    of.verification().map(Verified::of).map(List::of).orElse(List.of());
            chosen.put(name, new Choice(of.rule(), winner, new TreeMap<>(of.values()), losers, verified));
        });
        return Documents.write((Object) new ProvenanceDocument(
                positions.keySet().stream().map(Voice::claimant).toList(), chosen));
    }

    private static int position(Map<Voice, Integer> positions, Voice voice) {
        return positions.computeIfAbsent(voice, unseen -> positions.size());
    }

    /** Reads what {@link #write} wrote. */
    public static SortedMap<String, Provenance> read(String text) {
        ProvenanceDocument document = Documents.read(text, ProvenanceDocument.class);
        SortedMap<String, Provenance> provenance = new TreeMap<>();
        document.chosen.forEach((name, choice) -> {
            Claimant winner = document.claimants.get(choice.winner);
            List<Provenance.Loser> losers = choice.losers == null
                    ? List.of()
                    : choice.losers.stream().map(document::loser).toList();
            provenance.put(
                    name,
                    new Provenance(
                            new RecordId(winner.source, winner.key),
                            winner.version,
                            choice.rule,
                            Instant.parse(winner.asOf),
                            Set.copyOf(winner.purposes),
                            choice.values == null ? Map.of() : choice.values,
                            losers,
                            winner.steward(),
                            choice.verified == null
                                    ? Optional.empty()
                                    : choice.verified.stream()
                                            .map(Verified::verification)
                                            .findFirst()));
        });
        return Collections.unmodifiableSortedMap(provenance);
    }

    private Provenance.Loser loser(Lost lost) {
        Claimant claimant = claimants.get(lost.claimant);
        return new Provenance.Loser(
                new RecordId(claimant.source, claimant.key),
                claimant.version,
                Instant.parse(claimant.asOf),
                Set.copyOf(claimant.purposes),
                lost.values,
                claimant.steward());
    }
}
