package io.goldsmith.mdm.quality;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Something that goes to quarantine.
 *
 * @param origin the source key, or {@code file:line}
 * @param recordId the hub's id of the source record; empty if it never became one
 * @param recordVersion the version that was refused; empty if it never became a source record
 * @param reasons rule and reason, without values
 * @param payload what was delivered, if it never became a source record; otherwise empty
 * @param superseded whether a better version arrived with it, so that nothing waits
 */
public record NewEntry(
        String sourceSystem,
        String origin,
        OptionalLong recordId,
        OptionalInt recordVersion,
        List<String> reasons,
        String payload,
        boolean superseded) {

    /** A version of a source record that waits. */
    public static NewEntry ofVersion(
            String sourceSystem, String sourceKey, long recordId, int version, List<String> reasons) {
        return new NewEntry(
                sourceSystem, sourceKey, OptionalLong.of(recordId), OptionalInt.of(version), reasons, "", false);
    }

    /** Something that could not be read as a source record. */
    public static NewEntry unreadable(String sourceSystem, String origin, String reason, String payload) {
        return new NewEntry(
                sourceSystem, origin, OptionalLong.empty(), OptionalInt.empty(), List.of(reason), payload, false);
    }

    /** The same, with a better version that arrived after it. */
    public NewEntry asSuperseded() {
        return new NewEntry(sourceSystem, origin, recordId, recordVersion, reasons, payload, true);
    }
}
