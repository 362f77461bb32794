package io.goldsmith.matching.block;

import io.goldsmith.matching.record.AttributeValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells from a record which of its values made a key: a hash says nothing by itself. */
final class KeyText {

    /** More combinations of values than a record can have keys for are not tried. */
    private static final int MOST_TRIED = 100_000;

    private KeyText() {}

    /** A key of a record as far as its parts are put together. */
    private record Partial(long hash, String text) {}

    /** The texts behind a key of this record, joined by plus signs; empty if they cannot be told. */
    static String of(CompiledRule rule, int level, AttributeValues standard, long key) {
        List<CompiledPart> parts = new ArrayList<>(rule.keys());
        parts.addAll(rule.refine().subList(0, level));
        List<Partial> partials = List.of();
        for (int part = 0; part < parts.size(); part++) {
            partials = further(partials, texts(parts.get(part), standard), part == 0);
        }
        return partials.stream()
                .filter(partial -> partial.hash() == key)
                .map(Partial::text)
                .findFirst()
                .orElse("");
    }

    private static Set<String> texts(CompiledPart part, AttributeValues standard) {
        Set<String> texts = new HashSet<>();
        standard.all(part.part().attribute())
                .forEach(value -> texts.addAll(part.form().texts(value)));
        return texts;
    }

    private static List<Partial> further(List<Partial> partials, Set<String> texts, boolean first) {
        List<Partial> further = new ArrayList<>();
        for (String text : texts) {
            long hash = KeyHash.of(text);
            if (first) {
                further.add(new Partial(hash, text));
            }
            for (Partial partial : partials) {
                if (further.size() < MOST_TRIED) {
                    further.add(new Partial(KeyHash.combined(partial.hash(), hash), partial.text() + " + " + text));
                }
            }
        }
        return further;
    }
}
