package io.goldsmith.mdm.reference;

import io.goldsmith.mdm.store.Store;
import java.time.LocalDate;
import java.util.List;

/** The reference data of a hub: editions come in, one serves of each data set. Thread-safe. */
public final class ReferenceData {

    private final Editions editions;

    public ReferenceData(Store store) {
        this.editions = new Editions(store);
    }

    /** The editions that serve, the newest first, then by data set. */
    public List<ReferenceEdition> editions() {
        return editions.current();
    }

    /**
     * Begins to load an edition. One that another process began and did not end is forgotten.
     *
     * @param dataset what it is an edition of, for example {@code ban/adresses-35}: it takes the place of the one that serves; at most
     *     200 characters
     * @param layout what its entries are
     * @param dated the date of the edition
     * @throws ReferenceException if a newer edition serves, or the data set has another layout
     */
    public EditionLoad begin(String dataset, ReferenceLayout layout, LocalDate dated) {
        return editions.begin(dataset, layout, dated);
    }
}
