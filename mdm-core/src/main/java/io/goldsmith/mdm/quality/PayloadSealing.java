package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.store.BulkWriter;
import io.goldsmith.mdm.store.Store;
import io.goldsmith.mdm.store.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the payloads of the quarantine under the key in force when the hub opens: those in clear of earlier releases, and those under former keys. */
public final class PayloadSealing {

    private static final Logger LOG = LoggerFactory.getLogger(PayloadSealing.class);

    private static final int PAGE = 500;

    private static final String KEYS = "select distinct payload_key from quarantine_entry where payload_key is not null"
            + " and payload_key <> ''";

    private static final String IN_CLEAR =
            "select id, payload_key, payload from quarantine_entry where payload_key is null order by id fetch first ? rows only";

    private static final String UNDER =
            "select id, payload_key, payload from quarantine_entry where payload_key = ? order by id fetch first ? rows only";

    private final Store store;
    private final PayloadSeal seal;

    private PayloadSealing(Store store, PayloadSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /**
     * Seals what is not under the key in force. Without a key what is in clear is left so, and the log says it.
     *
     * @throws io.goldsmith.mdm.MdmException if something is sealed under a key that is not known
     */
    public static void seal(Store store, PayloadSeal seal) {
        PayloadSealing sealing = new PayloadSealing(store, seal);
        List<String> used = store.inTransaction(PayloadSealing::usedKeys);
        used.stream().filter(key -> !seal.keyIds().contains(key)).findFirst().ifPresent(key -> {
            throw PayloadSeal.unknownKey(key);
        });
        if (!seal.isKeeping()) {
            LOG.warn(
                    "There is no hub.payload-key: what was delivered and cannot be read waits in quarantine with place and"
                            + " reason, and its text is not kept; make a key, for example by `openssl rand -base64 32`");
            return;
        }
        sealing.each(IN_CLEAR);
        used.stream().filter(key -> !key.equals(seal.currentKey())).forEach(key -> sealing.each(UNDER, key));
    }

    private static List<String> usedKeys(Transaction transaction) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement query = transaction.connection().prepareStatement(KEYS);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                keys.add(row.getString(1));
            }
        }
        return keys;
    }

    private void each(String page, String... parameters) {
        int sealed = PAGE;
        while (sealed == PAGE) {
            sealed = store.inTransaction(transaction -> page(transaction, page, parameters));
        }
    }

    private int page(Transaction transaction, String sql, String... parameters) throws SQLException {
        int sealed = 0;
        try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                BulkWriter update = transaction.bulk(
                        "update quarantine_entry set payload_key = ?, payload = ?, payload_digest = ? where id = ?")) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            query.setInt(parameters.length + 1, PAGE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    String key = row.getString(2);
                    PayloadSeal.Sealed now =
                            seal.seal(id, key == null ? row.getString(3) : opened(id, key, row.getString(3)));
                    update.row(now.keyId(), now.text(), now.digest(), id);
                    sealed++;
                }
            }
        }
        return sealed;
    }

    /** One that nobody can read any more keeps no hub from opening. */
    private String opened(long id, String key, String text) {
        try {
            return seal.open(id, key, text);
        } catch (BrokenPayloadException broken) {
            LOG.warn("{} Its text is not kept any longer.", broken.getMessage());
            return "";
        }
    }
}
