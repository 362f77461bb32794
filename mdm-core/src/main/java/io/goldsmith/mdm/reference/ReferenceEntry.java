package io.goldsmith.mdm.reference;

import java.util.List;

/** An entry of reference data as its publisher writes it. */
public sealed interface ReferenceEntry {

    /** Which layout it is of. */
    ReferenceLayout layout();

    /**
     * A postal address with a house number.
     *
     * @param id as the reference names it, at most 64 characters
     * @param number the house number, digits alone
     * @param repetition what follows it, such as {@code bis}; may be empty
     * @param street the name of the street
     * @param postcode the postcode
     * @param town the name of the town
     */
    record Address(String id, String number, String repetition, String street, String postcode, String town)
            implements ReferenceEntry {

        @Override
        public ReferenceLayout layout() {
            return ReferenceLayout.ADDRESSES;
        }
    }

    /**
     * A legal unit.
     *
     * @param siren its SIREN
     * @param isActive whether it has not ceased
     * @param names what it is called, its registered name first; none of a natural person, whose name the hub does not need
     */
    record LegalUnit(String siren, boolean isActive, List<String> names) implements ReferenceEntry {

        public LegalUnit {
            names = List.copyOf(names);
        }

        @Override
        public ReferenceLayout layout() {
            return ReferenceLayout.LEGAL_UNITS;
        }
    }

    /**
     * An establishment.
     *
     * @param siret its SIRET
     * @param isActive whether it is not closed
     */
    record Establishment(String siret, boolean isActive) implements ReferenceEntry {

        @Override
        public ReferenceLayout layout() {
            return ReferenceLayout.ESTABLISHMENTS;
        }
    }
}
