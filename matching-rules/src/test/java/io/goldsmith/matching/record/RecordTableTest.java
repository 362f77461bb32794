package io.goldsmith.matching.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RecordTableTest {

    private static final List<AttributeDefinition> ATTRIBUTES = List.of(
            new AttributeDefinition("name", SemanticType.PERSON_NAME, "", false),
            new AttributeDefinition("phone", SemanticType.PHONE, "", true));

    private static AttributeValues values(String name, String... phones) {
        return AttributeValues.of(Map.of("name", List.of(name), "phone", List.of(phones)));
    }

    private static RecordTable table(Map<RecordId, AttributeValues> records, long seed) {
        List<RecordId> ids = new ArrayList<>(records.keySet());
        Collections.sort(ids);
        Collections.shuffle(ids, new Random(seed));
        RecordTable.Builder builder = RecordTable.builder(ATTRIBUTES);
        ids.forEach(id -> builder.add(id, records.get(id)));
        return builder.build();
    }

    private static List<List<Integer>> codes(RecordTable table) {
        return IntStream.range(0, table.size())
                .mapToObj(row -> List.of(table.code(0, row), table.code(1, row)))
                .toList();
    }

    @Test
    void ordersRowsBySourceAndKeyWhateverTheOrderTheyCameIn() {
        RecordTable table = RecordTable.builder(ATTRIBUTES)
                .add(new RecordId("erp", "1"), values("ANNE"))
                .add(new RecordId("crm", "2"), values("PAUL"))
                .add(new RecordId("crm", "10"), values("ANNE", "+332", "+331"))
                .build();
        assertThat(IntStream.range(0, 3).mapToObj(row -> table.id(row).toString()))
                .containsExactly("crm:10", "crm:2", "erp:1");
        assertThat(table.source(2)).isEqualTo("erp");
        assertThat(table.key(0)).isEqualTo("10");
        assertThat(table.sameSource(0, 1)).isTrue();
        assertThat(table.sameSource(1, 2)).isFalse();
        assertThat(table.values(0).asMap())
                .isEqualTo(Map.of("name", List.of("ANNE"), "phone", List.of("+331", "+332")));
        assertThat(codes(table)).containsExactly(List.of(1, 1), List.of(2, 0), List.of(1, 0));
    }

    @Property(tries = 200)
    void givesTheSameCodesForShuffledRecords(
            @ForAll @Size(max = 40) List<@CharRange(from = 'a', to = 'f') @StringLength(max = 2) String> words,
            @ForAll long seed) {
        Map<RecordId, AttributeValues> records = new HashMap<>();
        for (int record = 0; record < words.size(); record++) {
            String word = words.get(record);
            records.put(
                    new RecordId(record % 2 == 0 ? "crm" : "erp", Integer.toString(record)),
                    values(word, words.get(words.size() - 1 - record), word));
        }
        RecordTable one = table(records, seed);
        RecordTable other = table(records, ~seed);
        assertThat(codes(other)).isEqualTo(codes(one));
        for (int row = 0; row < one.size(); row++) {
            assertThat(other.id(row)).isEqualTo(one.id(row));
            assertThat(other.values(row)).isEqualTo(one.values(row));
            Set<String> phones = new TreeSet<>(records.get(one.id(row)).all("phone"));
            assertThat(new TreeSet<>(one.values(row).all("phone"))).isEqualTo(phones);
        }
    }

    @Property(tries = 300)
    void keepsAnyKeyAndOrdersByCodePoint(@ForAll @Size(max = 30) Set<@StringLength(max = 4) String> keys) {
        Set<String> all = new HashSet<>(keys);
        all.addAll(List.of("\ud83d\ude00", "\uff21", "\ud83d", "\ud83dx", "\ude00", "a", "é"));
        RecordTable.Builder builder = RecordTable.builder(ATTRIBUTES);
        all.forEach(key -> builder.add(new RecordId("", key), values("ANNE")));
        RecordTable table = builder.build();
        List<RecordId> expected =
                all.stream().map(key -> new RecordId("", key)).sorted().toList();
        assertThat(IntStream.range(0, table.size()).mapToObj(table::id).toList())
                .isEqualTo(expected);
        for (int row = 1; row < table.size(); row++) {
            int[] before = table.key(row - 1).codePoints().toArray();
            int[] after = table.key(row).codePoints().toArray();
            assertThat(Arrays.compare(before, after)).isNegative();
        }
    }

    @Test
    void refusesARecordThatStandsTwice() {
        RecordTable.Builder builder = RecordTable.builder(ATTRIBUTES)
                .add(new RecordId("crm", "1"), values("ANNE"))
                .add(new RecordId("erp", "1"), values("ANNE"))
                .add(new RecordId("crm", "1"), values("PAUL"));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("occurs twice: 1");
    }

    @Test
    void leavesOutValuesButKeepsTheOthersOfARecord() {
        RecordTable table = RecordTable.builder(ATTRIBUTES)
                .add(new RecordId("", "1"), values("ANNE", "+331", "+330"))
                .add(new RecordId("", "2"), values("TEST", "+330"))
                .add(new RecordId("", "3"), values("TEST", "+331"))
                .add(new RecordId("", "4"), values("PAUL"))
                .build();
        RecordTable without = table.without(Map.of("name", Set.of("TEST", "UNSEEN"), "phone", Set.of("+330")));
        assertThat(codes(without)).containsExactly(List.of(1, 1), List.of(0, 0), List.of(0, 1), List.of(2, 0));
        assertThat(without.values(0)).isEqualTo(values("ANNE", "+331"));
        assertThat(without.columns().get(0).elementCodes()).isEqualTo(3);
        assertThat(without.columns().get(1).codes()).isEqualTo(2);
        assertThat(table.values(1)).isEqualTo(values("TEST", "+330"));
        assertThat(table.without("name", Set.of("UNSEEN"))).isSameAs(table);
        assertThatThrownBy(() -> table.without("unknown", Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown");
    }

    @Property(tries = 200)
    void isWithoutValuesAsIfTheyHadNeverBeenThere(
            @ForAll @Size(max = 30)
                    List<@Size(max = 3) List<@CharRange(from = 'a', to = 'e') @StringLength(value = 1) String>> phones,
            @ForAll Set<@CharRange(from = 'a', to = 'e') @StringLength(value = 1) String> missing) {
        RecordTable.Builder all = RecordTable.builder(ATTRIBUTES);
        RecordTable.Builder thinned = RecordTable.builder(ATTRIBUTES);
        for (int record = 0; record < phones.size(); record++) {
            RecordId id = new RecordId("", Integer.toString(record));
            all.add(id, AttributeValues.of(Map.of("phone", phones.get(record))));
            List<String> kept = phones.get(record).stream()
                    .filter(phone -> !missing.contains(phone))
                    .toList();
            thinned.add(id, AttributeValues.of(Map.of("phone", kept)));
        }
        RecordTable expected = thinned.build();
        RecordTable found = all.build().without("phone", missing);
        assertThat(codes(found)).isEqualTo(codes(expected));
        for (int row = 0; row < found.size(); row++) {
            assertThat(found.values(row)).isEqualTo(expected.values(row));
        }
    }
}
