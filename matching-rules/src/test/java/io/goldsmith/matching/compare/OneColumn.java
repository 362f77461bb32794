package io.goldsmith.matching.compare;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.matching.record.RecordId;
import io.goldsmith.matching.record.RecordTable;
import io.goldsmith.matching.record.SemanticType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables of one attribute, in standard form, and comparisons over them. */
final class OneColumn {

    private OneColumn() {}

    /** One row per value, in the order given. */
    static RecordTable of(List<String> values) {
        return of(values.stream().map(List::of).toList(), false);
    }

    /** One row per list of values, in the order given. */
    static RecordTable of(List<List<String>> lists, boolean multiValued) {
        return of(SemanticType.TEXT, lists, multiValued);
    }

    private static RecordTable of(SemanticType type, List<List<String>> lists, boolean multiValued) {
        RecordTable.Builder builder =
                RecordTable.builder(List.of(new AttributeDefinition("value", type, "", multiValued)));
        for (int row = 0; row < lists.size(); row++) {
            builder.add(new RecordId("", "%06d".formatted(row)), AttributeValues.of(Map.of("value", lists.get(row))));
        }
        return builder.build();
    }

    /** A comparison with these levels and {@code else}. */
    static Comparison comparison(RecordTable table, String... levels) {
        List<LevelSettings> settings = Stream.concat(Arrays.stream(levels), Stream.of("else"))
                .map(level -> new LevelSettings(level, 0.5, 0.5, false))
                .toList();
        return Comparison.of(new ComparisonSettings("", "value", "", ComparisonKind.TEXT, settings), table);
    }

    /** Whether a level holds for two values. */
    static boolean holds(String level, String one, String other) {
        return comparison(of(List.of(one, other)), level).level(0, 1) == 0;
    }

    /** Whether a level holds for two values of a type. */
    static boolean holds(SemanticType type, String level, String one, String other) {
        return comparison(of(type, List.of(List.of(one), List.of(other)), false), level)
                        .level(0, 1)
                == 0;
    }

    /** The texts, packed, by their positions. */
    static PackedTexts packed(String... texts) {
        return PackedTexts.of(texts.length, number -> texts[number]);
    }
}
