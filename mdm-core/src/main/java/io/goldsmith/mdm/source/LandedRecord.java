package io.goldsmith.mdm.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What the hub knows of one source record while a batch lands: read from the database, then changed as the batch goes by. */
final class LandedRecord {

    /** A version that is in the database or about to be. */
    private record Known(int version, String contentHash, Instant sourceTimestamp) {

        boolean isNewerThan(Known other) {
            int order = sourceTimestamp.compareTo(other.sourceTimestamp);
            return order > 0 || order == 0 && version > other.version;
        }
    }

    /** What a version delivered is, against those known. */
    enum Standing {
        NEWEST,
        UNCHANGED,
        STALE,
        /** Of a time between the version in force and its newest repeat: the source said something else, and then the same again. */
        BETWEEN
    }

    private static final Known NOTHING = new Known(0, "", Instant.MIN);

    private final long recordId;
    private final boolean isNew;
    private final Set<Known> versions = new HashSet<>();
    private final Map<Integer, Known> byNumber = new HashMap<>();
    private OptionalInt standsBack = OptionalInt.empty();
    private Known newest = NOTHING;
    private Known inForce = NOTHING;
    private Instant confirmedAt = Instant.MIN;
    private boolean confirmed;
    private int lastVersion;
    private boolean moved;
    private int late;

    private LandedRecord(long recordId, boolean isNew) {
        this.recordId = recordId;
        this.isNew = isNew;
    }

    static LandedRecord known(long recordId) {
        return new LandedRecord(recordId, false);
    }

    static LandedRecord unknown(long recordId) {
        return new LandedRecord(recordId, true);
    }

    /** Notes a version that is in the database. */
    void note(int version, String contentHash, Instant sourceTimestamp, boolean isInForce) {
        note(new Known(version, contentHash, sourceTimestamp), isInForce);
    }

    private void note(Known known, boolean isInForce) {
        // The number does not count here: a version is the same if its content and its time are.
        versions.add(new Known(0, known.contentHash, known.sourceTimestamp));
        byNumber.put(known.version, known);
        lastVersion = Math.max(lastVersion, known.version);
        if (known.isNewerThan(newest)) {
            newest = known;
        }
        if (isInForce) {
            inForce = known;
        }
    }

    /**
     * Notes a deletion that the hub inferred since a full extract did not have the record. It counts only while it is in force: what the
     * source itself says is never measured by it.
     *
     * @param insteadOf the version that was in force before
     */
    void noteInferredDeletion(int version, boolean isInForce, int insteadOf) {
        lastVersion = Math.max(lastVersion, version);
        if (isInForce) {
            standsBack = OptionalInt.of(insteadOf);
        }
    }

    /** Notes the newest repeat of the version in force that is in the database. */
    void noteConfirmed(Instant time) {
        confirmedAt = time;
    }

    /** The source has the record after all: an inferred deletion that is in force gives way to the version before it. */
    void reappear() {
        if (standsBack.isPresent()) {
            inForce = byNumber.getOrDefault(standsBack.getAsInt(), NOTHING);
            standsBack = OptionalInt.empty();
            moved = true;
        }
    }

    /**
     * A repeat of what the source had at that time already is unchanged; so is the repeat of any version. What is older than the version
     * in force is stale, the same content too: its values are older than was thought.
     */
    Standing standing(String contentHash, Instant sourceTimestamp) {
        Known before = inEffectAt(sourceTimestamp);
        if (before.contentHash.equals(contentHash) || versions.contains(new Known(0, contentHash, sourceTimestamp))) {
            confirm(before, contentHash, sourceTimestamp);
            return Standing.UNCHANGED;
        }
        if (isCurrent() && sourceTimestamp.isAfter(inForce.sourceTimestamp) && sourceTimestamp.isBefore(confirmedAt)) {
            return Standing.BETWEEN;
        }
        return sourceTimestamp.isBefore(inForce.sourceTimestamp) ? Standing.STALE : Standing.NEWEST;
    }

    /** What the source had at a time, as far as is known: the newest version that is not newer than it. */
    private Known inEffectAt(Instant time) {
        Known found = NOTHING;
        for (Known known : byNumber.values()) {
            if (!known.sourceTimestamp.isAfter(time) && known.isNewerThan(found)) {
                found = known;
            }
        }
        return found;
    }

    private void confirm(Known repeated, String contentHash, Instant time) {
        boolean isRepeat = repeated == newest && isCurrent() && repeated.contentHash.equals(contentHash);
        if (isRepeat && time.isAfter(newest.sourceTimestamp) && time.isAfter(confirmedAt)) {
            confirmedAt = time;
            confirmed = true;
        }
    }

    /** Whether the batch repeats the version in force at a newer time. */
    boolean isConfirmed() {
        return confirmed;
    }

    Instant confirmedAt() {
        return confirmedAt;
    }

    /** Puts the content of the version in force in force again, as of its newest repeat. */
    int restate() {
        return addInForce(inForce.contentHash, confirmedAt);
    }

    /** Adds an older version that comes late: the one in force stays, but the ages of its values may be others than was thought. */
    int addLate(String contentHash, Instant sourceTimestamp) {
        late = addAside(contentHash, sourceTimestamp);
        return late;
    }

    /** Adds a version that changes nothing: a late or a rejected one. */
    int addAside(String contentHash, Instant sourceTimestamp) {
        note(new Known(lastVersion + 1, contentHash, sourceTimestamp), false);
        return lastVersion;
    }

    /** Adds a version and puts it in force. */
    int addInForce(String contentHash, Instant sourceTimestamp) {
        note(new Known(lastVersion + 1, contentHash, sourceTimestamp), true);
        moved = true;
        return lastVersion;
    }

    /** Whether a version is the newest of all, be it in force or not. */
    boolean isNewest(int version) {
        return newest.version == version;
    }

    /** Whether the version in force is the newest of all, so that nothing of the record waits in quarantine any more. */
    boolean isCurrent() {
        return inForce == newest;
    }

    long recordId() {
        return recordId;
    }

    boolean isNew() {
        return isNew;
    }

    /** Whether the batch put a version in force. */
    boolean isMoved() {
        return moved;
    }

    /** The newest version of the batch that came late; 0: none. */
    int lateVersion() {
        return late;
    }

    /** Whether the batch has an older version that came late. */
    boolean isLate() {
        return late > 0;
    }

    int versionInForce() {
        return inForce.version;
    }
}
