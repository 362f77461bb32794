package io.goldsmith.mdm.golden;

import io.goldsmith.matching.record.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads golden records. */
public final class GoldenRecords {

    /** The golden record of an id, following redirects of merged ids; empty if there is none or it is retired. */
    public Optional<GoldenRecord> find(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /** One version of a golden record. */
    public Optional<GoldenRecord> version(GoldenId id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Every version of a golden record, newest first, at most 1,000. */
    public List<GoldenRecord> history(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /** The golden record to which a source record belongs. */
    public Optional<GoldenId> goldenOf(RecordId record) {
        throw new UnsupportedOperationException();
    }

    /** The source records of a golden record, sorted by id. */
    public List<Member> members(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Finds golden records by the words of a query: names, e-mail, phone, identifier, source key or golden id; the last word may be
     * a beginning.
     *
     * @param page from 0
     * @param size at most 200
     */
    public SearchResult search(String query, int page, int size) {
        throw new UnsupportedOperationException();
    }

    /** How many golden records are active. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /** Hands every active golden record to the consumer, streamed, in the order of their ids. */
    public void forEach(Consumer<GoldenRecord> consumer) {
        throw new UnsupportedOperationException();
    }

    /** What the golden record's customer bought: from the orders of all its source records. */
    public Optional<OrderHistory> orders(GoldenId id) {
        throw new UnsupportedOperationException();
    }

    /** Hands the order history of every active golden record that has orders to the consumer, in the order of their ids. */
    public void forEachOrderHistory(Consumer<OrderHistory> consumer) {
        throw new UnsupportedOperationException();
    }

    /** The relations of a golden record's source records to other golden records, at most 200. */
    public List<RelatedGoldenRecord> relations(GoldenId id) {
        throw new UnsupportedOperationException();
    }
}
