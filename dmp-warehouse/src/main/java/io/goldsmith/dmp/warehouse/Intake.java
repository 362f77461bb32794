package io.goldsmith.dmp.warehouse;

import io.goldsmith.dmp.DmpException;
import io.goldsmith.dmp.anonymise.PersonTable;
import io.goldsmith.dmp.profile.ConsentRule;
import io.goldsmith.dmp.profile.Profile;
import java.util.Set;

/** Lets profiles into a load, counting who stays outside, and fills the table that the projection is made of. */
final class Intake {

    private final ConsentRule consent;
    private final Set<String> attributes;
    private final PersonTable table;
    private long delivered;
    private long leftOut;

    Intake(ConsentRule consent, Set<String> attributes, PersonTable table) {
        this.consent = consent;
        this.attributes = attributes;
        this.table = table;
    }

    /** Whether the profile may enter; true once for each key. */
    boolean admit(Profile profile) {
        delivered++;
        if (!attributes.containsAll(profile.attributes().keySet())) {
            throw new DmpException("A profile may only have the attributes of dmp.profile.attributes, " + attributes
                    + ", but profile number " + delivered + " of the load has "
                    + profile.attributes().keySet() + "; make profiles with ProfileRules");
        }
        if (!consent.admits(profile)) {
            leftOut++;
            return false;
        }
        return table.add(profile);
    }

    PersonTable table() {
        return table;
    }

    long delivered() {
        return delivered;
    }

    long leftOut() {
        return leftOut;
    }
}
