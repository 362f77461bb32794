package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.survive.VerificationStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A number or the name of a company that is verified.
 *
 * @param of what of a company it is
 * @param siren the attribute with the SIREN, if the model has one
 * @param siret that with the SIRET, if the model has one
 * @param companyName that with the company's name, if the model has one
 */
public record CompanySubject(
        String name,
        int gain,
        boolean usesCorrected,
        Part of,
        Optional<AttributeDefinition> siren,
        Optional<AttributeDefinition> siret,
        Optional<AttributeDefinition> companyName)
        implements VerifiedSubject {

    /** What of a company can be verified. */
    public enum Part {
        /** The number of the legal unit. */
        SIREN,
        /** The number of the establishment. */
        SIRET,
        /** The name that goes with either. */
        NAME
    }

    /** What an answer consists of, but for the edition and the value that it is about. */
    record Judgement(
            VerificationStatus status, VerificationFinding finding, long edition, Map<String, String> corrections) {}

    @Override
    public List<AttributeDefinition> attributes() {
        return Stream.of(siren, siret, companyName).flatMap(Optional::stream).toList();
    }

    @Override
    public boolean asks(AttributeValues standard) {
        return switch (of) {
            case SIREN -> unit(standard).isPresent() && first(siren, standard).isPresent();
            case SIRET -> first(siret, standard).isPresent();
            case NAME ->
                unit(standard).isPresent() && first(companyName, standard).isPresent();
        };
    }

    /** The legal unit that a record names: by its SIREN, or else by the beginning of its SIRET. */
    Optional<Long> unit(AttributeValues standard) {
        return first(siren, standard)
                .flatMap(CompanyNumber::siren)
                .or(() -> establishment(standard).map(CompanyNumber::sirenOf));
    }

    /** The establishment that a record names. */
    Optional<Long> establishment(AttributeValues standard) {
        return first(siret, standard).flatMap(CompanyNumber::siret);
    }

    private static Optional<String> first(Optional<AttributeDefinition> attribute, AttributeValues standard) {
        return attribute.flatMap(known -> standard.first(known.name()));
    }

    /** Which entries it takes to answer. */
    ReferenceLayout layout() {
        return of == Part.SIRET ? ReferenceLayout.ESTABLISHMENTS : ReferenceLayout.LEGAL_UNITS;
    }

    /**
     * What entries say of a record that asks.
     *
     * @param unit the entry of its legal unit, if there is one
     * @param establishment that of its establishment, if there is one
     */
    Judgement judge(AttributeValues standard, Optional<CompanyEntry> unit, Optional<CompanyEntry> establishment) {
        Optional<CompanyEntry> asked = of == Part.SIRET ? establishment : unit;
        if (asked.isEmpty()) {
            return unknown(VerificationFinding.NOT_FOUND, 0);
        }
        long edition = asked.get().edition();
        if (!asked.get().isActive()) {
            return unknown(VerificationFinding.CLOSED, edition);
        }
        Optional<CompanyEntry.Agreement> agreement = first(companyName, standard)
                .flatMap(name -> unitOf(asked.get(), unit, standard)
                        .filter(entry -> !entry.names().isEmpty())
                        .map(entry -> entry.agreement(name)));
        if (agreement.filter(CompanyEntry.Agreement.DIFFERENT::equals).isPresent()) {
            return unknown(VerificationFinding.NAME_DIFFERS, edition);
        }
        if (of == Part.NAME) {
            return judgeName(agreement, asked.get());
        }
        return new Judgement(VerificationStatus.VERIFIED, VerificationFinding.FOUND, edition, Map.of());
    }

    /** Of an establishment the legal unit that its SIRET begins with, if it is the one that was looked up. */
    private Optional<CompanyEntry> unitOf(CompanyEntry asked, Optional<CompanyEntry> unit, AttributeValues standard) {
        return of == Part.SIRET
                ? unit.filter(entry -> establishment(standard)
                        .map(CompanyNumber::sirenOf)
                        .filter(number -> number == entry.number())
                        .isPresent())
                : Optional.of(asked);
    }

    private Judgement judgeName(Optional<CompanyEntry.Agreement> agreement, CompanyEntry unit) {
        if (agreement.isEmpty()) {
            // A natural person's unit: the hub keeps no name of it to compare with.
            return unknown(VerificationFinding.NOT_FOUND, unit.edition());
        }
        return agreement.get() == CompanyEntry.Agreement.SAME
                ? new Judgement(VerificationStatus.VERIFIED, VerificationFinding.FOUND, unit.edition(), Map.of())
                : new Judgement(
                        VerificationStatus.CORRECTED,
                        VerificationFinding.NEARLY,
                        unit.edition(),
                        Map.of(companyName.orElseThrow().name(), unit.names().get(0)));
    }

    private static Judgement unknown(VerificationFinding finding, long edition) {
        return new Judgement(VerificationStatus.UNKNOWN, finding, edition, Map.of());
    }
}
