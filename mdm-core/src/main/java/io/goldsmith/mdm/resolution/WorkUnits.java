package io.goldsmith.mdm.resolution;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch must write together: clusters that share a golden record now, since ids are assigned among them. Units with nothing to
 * write, because no record of theirs is pending and the stored cross-references say the same, are left out.
 */
final class WorkUnits {

    private final int[] clusterOf;
    private final long[] goldenOf;
    private final ConnectedRows connected;
    private final Long2IntOpenHashMap firstRowOf = new Long2IntOpenHashMap();
    private final Long2ObjectOpenHashMap<LongArrayList> departedFrom = new Long2ObjectOpenHashMap<>();

    /**
     * @param clusterOf the smallest row of each row's cluster
     */
    WorkUnits(int[] clusterOf) {
        this.clusterOf = clusterOf;
        this.goldenOf = new long[clusterOf.length];
        this.connected = new ConnectedRows(clusterOf);
        firstRowOf.defaultReturnValue(BatchTable.NO_ROW);
    }

    /**
     * What is written together.
     *
     * @param rows in order, whole clusters
     * @param departed hub ids of records that are not live any more
     */
    record Unit(int[] rows, long[] departed) {

        int size() {
            return rows.length + departed.length;
        }
    }

    /** Takes the stored cross-reference of a live record. */
    void reference(int row, long goldenId) {
        goldenOf[row] = goldenId;
        int first = firstRowOf.putIfAbsent(goldenId, row);
        if (first != BatchTable.NO_ROW) {
            connected.join(first, row);
        }
    }

    /** Takes the stored cross-reference of a record that is not live any more. */
    void departed(long recordId, long goldenId) {
        departedFrom.computeIfAbsent(goldenId, unseen -> new LongArrayList()).add(recordId);
    }

    /** The units to write, by their smallest row; those without a live record last. */
    List<Unit> toWrite(BatchTable table) {
        int rows = clusterOf.length;
        IntArrayList[] members = new IntArrayList[rows];
        LongArrayList[] departed = new LongArrayList[rows];
        boolean[] dirty = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            int root = connected.root(row);
            if (members[root] == null) {
                members[root] = new IntArrayList(2);
            }
            members[root].add(row);
            boolean moved = goldenOf[row] != goldenOf[clusterOf[row]] || goldenOf[row] == 0;
            boolean split = !moved && clusterOf[row] != clusterOf[firstRowOf.get(goldenOf[row])];
            dirty[root] |= table.isPending(row) || moved || split;
        }
        List<Unit> units = new ArrayList<>();
        List<Unit> withoutRows = new ArrayList<>();
        departedFrom.long2ObjectEntrySet().forEach(entry -> {
            LongArrayList records = entry.getValue();
            int row = firstRowOf.get(entry.getLongKey());
            if (row == BatchTable.NO_ROW) {
                withoutRows.add(new Unit(new int[0], records.toLongArray()));
            } else {
                int root = connected.root(row);
                departed[root] = departed[root] == null ? new LongArrayList() : departed[root];
                departed[root].addAll(records);
                dirty[root] = true;
            }
        });
        for (int root = 0; root < rows; root++) {
            if (members[root] != null && dirty[root]) {
                long[] gone = departed[root] == null ? new long[0] : departed[root].toLongArray();
                units.add(new Unit(members[root].toIntArray(), gone));
            }
        }
        units.addAll(withoutRows);
        return units;
    }
}
