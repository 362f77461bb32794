package io.goldsmith.mdm.source;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lands the facts about consent of a batch: each once, whatever was landed before; a repeat changes nothing. */
final class ConsentLanding {

    // A join for H2's sake: see RecordLookup.
    private static final String KNOWN = "select c.source_key, c.content_hash from unnest(?) as k(source_key)"
            + " join consent c on c.source_system = ? and c.source_key = k.source_key";

    private final Store store;
    private final Map<String, SourceSystem> systems;

    ConsentLanding(Store store, Map<String, SourceSystem> systems) {
        this.store = store;
        this.systems = Map.copyOf(systems);
    }

    /** What a fact is known by. */
    private record Key(String system, String customer, String hash) {

        static Key of(Delivery.Consent consent) {
            return new Key(consent.sourceSystem(), consent.customerKey(), ConsentRows.hash(consent, ""));
        }
    }

    LandingCounts land(Transaction transaction, List<Delivery.Consent> consents, Instant now) throws SQLException {
        if (consents.isEmpty()) {
            return LandingCounts.NONE;
        }
        Set<Key> known = known(transaction, consents);
        long landed = 0;
        try (BulkWriter rows = transaction.bulk(ConsentRows.INSERT)) {
            for (Delivery.Consent consent : consents) {
                if (known.add(Key.of(consent))) {
                    SourceSystem.Party party =
                            systems.get(consent.sourceSystem()).party();
                    rows.row(ConsentRows.row(store.ids("entry_id").next(), consent, party, "", now));
                    landed++;
                }
            }
        }
        return new LandingCounts(landed, consents.size() - landed, 0, 0);
    }

    private static Set<Key> known(Transaction transaction, List<Delivery.Consent> consents) throws SQLException {
        Map<String, List<String>> keysBySystem = new HashMap<>();
        consents.forEach(consent -> keysBySystem
                .computeIfAbsent(consent.sourceSystem(), system -> new ArrayList<>())
                .add(consent.customerKey()));
        Set<Key> known = new HashSet<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KNOWN)) {
            for (Map.Entry<String, List<String>> system : keysBySystem.entrySet()) {
                query.setArray(1, transaction.texts(new HashSet<>(system.getValue())));
                query.setString(2, system.getKey());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        known.add(new Key(system.getKey(), row.getString(1), row.getString(2)));
                    }
                }
            }
        }
        return known;
    }
}
