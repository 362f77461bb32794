package io.goldsmith.mdm.source;

import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.quality.Finding;
import io.goldsmith.mdm.store.Transaction;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What landing asks of the suppression list, so that an erased person does not come back with the next batch. */
public interface Suppression {

    /** The name of the rule that is broken by a record that seems to be an erased person's. */
    String RULE = "suppression-list";

    /** A list with nobody on it. */
    Suppression NONE = new Suppression() {
        @Override
        public Set<RecordId> erased(Transaction transaction, Collection<RecordId> records) {
            return Set.of();
        }

        @Override
        public Map<AttributeValues, Finding> hits(Transaction transaction, Collection<AttributeValues> raw) {
            return Map.of();
        }
    };

    /** Those of the source keys that are an erased person's: nothing of them is landed. */
    Set<RecordId> erased(Transaction transaction, Collection<RecordId> records) throws SQLException;

    /** Records that have an e-mail, a phone, or a name with birth date of an erased person: they wait for the protection officer. */
    Map<AttributeValues, Finding> hits(Transaction transaction, Collection<AttributeValues> raw) throws SQLException;
}
