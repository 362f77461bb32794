package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.model.MatchModel;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.nio.charset.StandardCharsets;

/**
 * The standard forms that training made, kept for the batch that follows it, as text and as many as there is room for. Not thread-safe
 * while it changes.
 *
 * <p>They were made without placeholders, before there was a model: {@link MatchModel#withoutPlaceholders} tells whether one still
 * holds.
 */
final class StandardForms {

    /** Of the heap. */
    private static final long SHARE = 4;

    /** What a form takes beside its text: the headers of its objects, and its place in the map. */
    private static final int BYTES_PER_FORM = 120;

    /** The one that most forms have. */
    private static final byte[] NO_PROBLEMS = StandardText.NO_PROBLEMS.getBytes(StandardCharsets.UTF_8);

    private final Long2ObjectOpenHashMap<Kept> forms = new Long2ObjectOpenHashMap<>();
    private long room;

    /** @param room how many bytes they may take */
    StandardForms(long room) {
        this.room = room;
    }

    /** None are kept. */
    static StandardForms none() {
        return new StandardForms(0);
    }

    /** As many as this process has room for. */
    static StandardForms withinHeap() {
        return new StandardForms(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** The form of one version of a record; its texts as UTF-8, since nobody looks at them before they are taken out. */
    private record Kept(int version, byte[] values, byte[] problems) {}

    /** Keeps a form, if there is room. */
    void keep(long recordId, int version, StandardText text) {
        byte[] values = text.values().getBytes(StandardCharsets.UTF_8);
        byte[] problems = text.problems().equals(StandardText.NO_PROBLEMS)
                ? NO_PROBLEMS
                : text.problems().getBytes(StandardCharsets.UTF_8);
        long bytes = BYTES_PER_FORM + values.length + problems.length;
        if (bytes <= room) {
            room -= bytes;
            forms.put(recordId, new Kept(version, values, problems));
        }
    }

    /** Whether any more could be kept. */
    boolean hasRoom() {
        return room > BYTES_PER_FORM;
    }

    boolean isEmpty() {
        return forms.isEmpty();
    }

    /** Whether the form of this version is kept. */
    boolean has(long recordId, int version) {
        Kept kept = forms.get(recordId);
        return kept != null && kept.version == version;
    }

    /** The form of a record that {@link #has} one. */
    StandardText of(long recordId) {
        Kept kept = forms.get(recordId);
        return new StandardText(
                new String(kept.values, StandardCharsets.UTF_8), new String(kept.problems, StandardCharsets.UTF_8));
    }

    /** Forgets a record's form: what it took is free for the batch. */
    void forget(long recordId) {
        forms.remove(recordId);
    }
}
