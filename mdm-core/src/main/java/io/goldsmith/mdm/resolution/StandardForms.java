package io.goldsmith.mdm.resolution;

import io.goldsmith.matching.model.MatchModel;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;

/**
 * The standard forms that training made, kept for the batch that follows it, as text and as many as there is room for. Not thread-safe
 * while it changes.
 *
 * <p>They were made without placeholders, before there was a model: {@link MatchModel#withoutPlaceholders} tells whether one still
 * holds.
 */
final class StandardForms {

    /** Of the heap; the texts of most records take half of what is reckoned, two bytes a character. */
    private static final long SHARE = 4;

    private static final int BYTES_PER_CHARACTER = 2;
    private static final int BYTES_PER_FORM = 150;

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

    /** The form of one version of a record. */
    record Kept(int version, StandardText text) {}

    /** Keeps a form, if there is room. */
    void keep(long recordId, int version, StandardText text) {
        long bytes = BYTES_PER_FORM
                + (long) BYTES_PER_CHARACTER
                        * (text.values().length() + text.problems().length());
        if (bytes <= room) {
            room -= bytes;
            forms.put(recordId, new Kept(version, text));
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
        return forms.get(recordId).text;
    }

    /** Forgets a record's form: what it took is free for the batch. */
    void forget(long recordId) {
        forms.remove(recordId);
    }
}
