package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import io.goldsmith.mdm.store.Documents;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The stored form of a cluster's members: their record ids, sorted. */
public final class MemberList {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private MemberList() {}

    /** The document's text. */
    public static String write(List<RecordId> members) {
        return Documents.write(
                (Object) members.stream().sorted().map(RecordId::toString).toList());
    }

    /** Reads what {@link #write} wrote; a source system's name holds no colon. */
    public static List<RecordId> read(String text) {
        return Documents.read(text, TEXTS).stream().map(MemberList::id).toList();
    }

    private static RecordId id(String text) {
        int colon = text.indexOf(':');
        return new RecordId(text.substring(0, colon), text.substring(colon + 1));
    }
}
