package io.goldsmith.matching.block;

import io.goldsmith.matching.record.RecordTable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hashes of the key parts of a table; a part that several rules share is computed once. Thread-safe. */
final class TableHashes {

    private final RecordTable table;
    private final Map<KeyPart, PartHashes> parts = new ConcurrentHashMap<>();

    TableHashes(RecordTable table) {
        this.table = table;
    }

    RecordTable table() {
        return table;
    }

    PartHashes of(CompiledPart part) {
        return parts.computeIfAbsent(part.part(), unknown -> PartHashes.of(table, part));
    }

    /** The keys of every row made of a rule's parts, before any refinement. */
    KeyEntries keys(CompiledRule rule) {
        PartHashes[] hashes = all(rule.keys());
        boolean single = true;
        for (PartHashes part : hashes) {
            single &= part.isSingle();
        }
        return single ? singleKeys(hashes) : severalKeys(hashes);
    }

    private PartHashes[] all(List<CompiledPart> compiled) {
        return compiled.stream().map(this::of).toArray(PartHashes[]::new);
    }

    private KeyEntries singleKeys(PartHashes[] parts) {
        KeyEntries entries = new KeyEntries(table.size());
        for (int row = 0; row < table.size() && parts.length > 0; row++) {
            long key = parts[0].hash(row);
            for (int part = 1; part < parts.length && key != 0; part++) {
                long hash = parts[part].hash(row);
                key = hash == 0 ? 0 : KeyHash.combined(key, hash);
            }
            if (key != 0) {
                entries.add(row, key);
            }
        }
        return entries;
    }

    private KeyEntries severalKeys(PartHashes[] parts) {
        KeyEntries entries = new KeyEntries(table.size());
        RecordKeys working = new RecordKeys();
        for (int row = 0; row < table.size(); row++) {
            parts[0].addTo(row, working.values());
            working.first();
            for (int part = 1; part < parts.length && working.size() > 0; part++) {
                parts[part].addTo(row, working.values());
                working.further();
            }
            entries.addAll(row, working);
        }
        return entries;
    }
}
