package io.goldsmith.connect.replicate;

import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.golden.Member;
import io.goldsmith.mdm.source.WrittenValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has to be written into one record of a target to bring it to the golden state.
 *
 * @param golden the golden record
 * @param record the target's record, as it was landed last
 * @param columns column to text, empty text to empty the column
 * @param attributes the attributes that the columns hold
 * @param written the values as they will come back, with where the golden record has them from
 * @param digests of all the values as they will come back
 * @param role what its role asks for beside
 */
record TargetUpdate(
        GoldenRecord golden,
        Member record,
        SortedMap<String, String> columns,
        Set<String> attributes,
        List<WrittenValue> written,
        FieldDigests digests,
        RoleChange role) {

    String key() {
        return record.record().key();
    }

    /** The same with other columns beside those that hold attributes. */
    TargetUpdate with(Map<String, String> others) {
        SortedMap<String, String> all = new TreeMap<>(others);
        all.putAll(columns);
        return new TargetUpdate(golden, record, all, attributes, written, digests, role);
    }

    /** The same with what the record's role asks for. */
    TargetUpdate with(RoleChange change, FieldDigests ofRole) {
        return new TargetUpdate(golden, record, columns, attributes, written, digests.with(ofRole), change);
    }

    /** What is written in all: the columns that hold attributes, and the marks. */
    SortedMap<String, String> all() {
        SortedMap<String, String> all = new TreeMap<>(columns);
        all.putAll(role.marks());
        return all;
    }

    /** A hash of what is written and done, the same for the same. */
    String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            all().forEach((column, text) ->
                    digest.update((column + '\u0000' + text + '\u0001').getBytes(StandardCharsets.UTF_8)));
            digest.update(role.content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** Which record and columns: values are personal data. */
    @Override
    public String toString() {
        return "TargetUpdate[" + golden.id() + " to " + record.record() + " " + all().keySet() + "]";
    }
}
