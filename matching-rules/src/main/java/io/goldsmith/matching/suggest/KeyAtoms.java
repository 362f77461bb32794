package io.goldsmith.matching.suggest;

import static io.goldsmith.matching.suggest.KeyAtom.NO_REFINEMENT;

import io.goldsmith.matching.block.KeyPart;
import io.goldsmith.matching.standardise.DerivedAttribute;
import io.goldsmith.matching.standardise.DerivedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The key parts that the columns of a design, and what is derived from them, can give. */
final class KeyAtoms {

    private static final int FEWEST_CODES = 20;
    private static final int FEWEST_CODES_TO_STAND = 200;

    private final MatchDesign design;
    private final List<KeyAtom> atoms = new ArrayList<>();

    private KeyAtoms(MatchDesign design) {
        this.design = design;
    }

    static List<KeyAtom> of(MatchDesign design) {
        KeyAtoms atoms = new KeyAtoms(design);
        design.columns().stream().filter(ProposedColumn::isUsed).forEach(atoms::ofColumn);
        design.derived().forEach(atoms::ofDerived);
        return List.copyOf(atoms.atoms);
    }

    private void ofColumn(ProposedColumn column) {
        String name = column.name();
        switch (column.role()) {
            case EMAIL -> {
                whole(name);
                add(name, "local-part", true, NO_REFINEMENT);
                add(name, "prefix:5", true, NO_REFINEMENT);
            }
            case PHONE -> {
                whole(name);
                add(name, "digits-suffix:6", true, NO_REFINEMENT);
            }
            case IBAN, SIRET, SIREN, VAT -> whole(name);
            case IDENTIFIER -> {
                whole(name);
                add(name, "digits-suffix:4", true, NO_REFINEMENT);
                add(name, "prefix:4", true, NO_REFINEMENT);
            }
            case DATE -> {
                whole(name);
                add(name, "year", false, 5);
                add(name, "month-day", false, NO_REFINEMENT);
            }
            case WRITTEN_DATE -> {
                whole(name);
                add(name, "prefix:4", false, 5);
                add(name, "suffix:4", false, NO_REFINEMENT);
            }
            case GIVEN_NAME -> {
                add(name, "whole", false, NO_REFINEMENT);
                add(name, "phonetic", false, NO_REFINEMENT);
                add(name, "prefix:3", false, NO_REFINEMENT);
                add(name, "first-letter", false, 2);
            }
            case FAMILY_NAME -> {
                add(name, "whole", true, NO_REFINEMENT);
                add(name, "phonetic", false, 1);
                add(name, "prefix:3", false, NO_REFINEMENT);
            }
            case FULL_NAME -> {
                whole(name);
                add(name, "sorted-words", true, NO_REFINEMENT);
                add(name, "word", false, NO_REFINEMENT);
                add(name, "initials", false, 2);
            }
            case COMPANY -> {
                whole(name);
                add(name, "phonetic", true, 7);
                add(name, "first-token", false, NO_REFINEMENT);
            }
            case ADDRESS, STREET -> {
                whole(name);
                add(name, "prefix:8", true, NO_REFINEMENT);
            }
            case POSTCODE -> {
                add(name, "whole", true, 4);
                add(name, "postcode-area", false, 3);
            }
            case TOWN -> {
                add(name, "whole", true, 6);
                add(name, "prefix:4", false, NO_REFINEMENT);
            }
            case TEXT -> {
                whole(name);
                add(name, "prefix:10", true, NO_REFINEMENT);
                add(name, "prefix:5", false, NO_REFINEMENT);
            }
            case HOUSE_NUMBER -> add(name, "whole", false, NO_REFINEMENT);
            case CODE -> {
                int distinct = column.profile().distinct();
                if (distinct >= FEWEST_CODES) {
                    add(name, "whole", distinct >= FEWEST_CODES_TO_STAND, NO_REFINEMENT);
                }
            }
            case COUNTRY, SOURCE -> {}
        }
    }

    private void ofDerived(DerivedAttribute attribute) {
        Set<String> bases =
                attribute.union().stream().map(DerivedPart::attribute).collect(Collectors.toSet());
        boolean names = design.columns().stream()
                .anyMatch(column -> bases.contains(column.name()) && column.role() == ColumnRole.FAMILY_NAME);
        atoms.add(new KeyAtom(new KeyPart(attribute.name(), "whole"), bases, true, NO_REFINEMENT));
        if (names) {
            atoms.add(new KeyAtom(new KeyPart(attribute.name(), "phonetic"), bases, false, NO_REFINEMENT));
        }
    }

    private void whole(String name) {
        add(name, "whole", true, NO_REFINEMENT);
    }

    private void add(String name, String transform, boolean stands, int rank) {
        atoms.add(new KeyAtom(new KeyPart(name, transform), Set.of(name), stands, rank));
    }
}
