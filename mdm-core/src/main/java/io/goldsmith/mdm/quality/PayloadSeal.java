package io.goldsmith.mdm.quality;

import io.goldsmith.mdm.MdmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Keeps what was delivered and could not be read under encryption: AES-256-GCM, with the row as associated data, so that a payload that is moved to another row
 * does not open. Each is kept with the id of its key; those under former keys open too, until they are sealed anew. Without a key no payload is kept, since it
 * would lie in the database in clear. Thread-safe.
 */
public final class PayloadSeal {

    /** Without a key: keeps no payload. */
    public static final PayloadSeal NONE = new PayloadSeal(List.of());

    private final List<PayloadKey> keys;

    private PayloadSeal(List<PayloadKey> keys) {
        this.keys = keys;
    }

    /**
     * A payload as it is kept.
     *
     * @param keyId of its key; empty if there is no payload
     * @param text Base64 of nonce and ciphertext; empty if there is none
     * @param digest the same for the same payload under the same key, and of no use to who has not the key; empty if there is none
     */
    record Sealed(String keyId, String text, String digest) {

        static final Sealed NOTHING = new Sealed("", "", "");
    }

    /**
     * A seal under keys of the configuration.
     *
     * @param key the key of what is sealed from now on; empty: none
     * @param former keys under which something may have been sealed
     * @throws MdmException if one is shorter than 16 bytes, or there are former ones only
     */
    public static PayloadSeal of(Optional<String> key, List<String> former) {
        if (key.isEmpty() && !former.isEmpty()) {
            throw new MdmException(
                    "hub.former-payload-keys needs hub.payload-key beside it, under which payloads are sealed"
                            + " anew, but there is none; make one, for example by `openssl rand -base64 32`");
        }
        List<PayloadKey> keys = new ArrayList<>();
        key.ifPresent(text -> keys.add(PayloadKey.of(text, "hub.payload-key")));
        former.forEach(text -> keys.add(PayloadKey.of(text, "hub.former-payload-keys")));
        return keys.isEmpty() ? NONE : new PayloadSeal(List.copyOf(keys));
    }

    /** Whether there is a key. */
    boolean isKeeping() {
        return !keys.isEmpty();
    }

    /** The id of the key of what is sealed now; empty without a key. */
    String currentKey() {
        return isKeeping() ? keys.get(0).id() : "";
    }

    /** The ids of all keys. */
    SortedSet<String> keyIds() {
        SortedSet<String> ids = new TreeSet<>();
        keys.forEach(key -> ids.add(key.id()));
        return ids;
    }

    Sealed seal(long entryId, String payload) {
        if (payload.isEmpty() || !isKeeping()) {
            return Sealed.NOTHING;
        }
        PayloadKey current = keys.get(0);
        return new Sealed(current.id(), current.encrypt(row(entryId), payload), current.digest(payload));
    }

    /** What tells a payload from others that wait; empty without a key. */
    String digest(String payload) {
        return payload.isEmpty() || !isKeeping() ? "" : keys.get(0).digest(payload);
    }

    /**
     * What was sealed for an entry.
     *
     * @param keyId as it was sealed
     * @throws MdmException if its key is not in the configuration
     * @throws BrokenPayloadException if it was changed since
     */
    public String open(long entryId, String keyId, String text) {
        if (text.isEmpty()) {
            return "";
        }
        return keys.stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst()
                .orElseThrow(() -> unknownKey(keyId))
                .decrypt(row(entryId), text);
    }

    static MdmException unknownKey(String keyId) {
        return new MdmException("Payloads in quarantine are sealed under key " + keyId
                + ", which is neither hub.payload-key nor among hub.former-payload-keys, so that nobody can read them and no"
                + " erasure finds them; put the former key back");
    }

    private static String row(long entryId) {
        return "quarantine_entry:" + entryId;
    }
}
