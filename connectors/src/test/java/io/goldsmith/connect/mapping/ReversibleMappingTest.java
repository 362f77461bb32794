package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldsmith.matching.record.AttributeValues;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What a reversible mapping writes, it reads as the same value again: all but what it says that the source cannot hold. */
class ReversibleMappingTest {

    private static final RecordMapping MAPPING = MappingYaml.records(Path.of("."), """
            plain: PLAIN
            several: {columns: [S1, S2, S3]}
            split: {column: SPLIT, split: "|"}
            codes: {column: CODES, codes: {A: alpha, B: beta, C: alpha}}
            kept: {column: KEPT, codes: {A: alpha, B: beta}, unknown-code: keep}
            yes: {column: YES, boolean: {yes: [O, Oui], no: [N, Non]}}
            date: {column: DATE, format: [dd/MM/yyyy, yyyyMMdd]}
            short: {column: SHORT, format: dd/MM/yy}
            instant: {column: INSTANT, timestamp: {format: "dd/MM/yyyy HH:mm:ss.SSSSSS", zone: Europe/Paris}}
            iso: {column: ISO, timestamp: {}}
            number: {column: NUMBER, number: {decimal: ",", thousands: " "}}
            point: {column: POINT, number: {thousands: ","}}
            computed: {expression: "after(COMPUTED, ':')", write: "'k:' + computed"}
            given: {column: NAME, name: given}
            family: {column: NAME, name: family}
            """);

    private static List<String> again(String attribute, List<String> values) {
        SortedMap<String, String> columns =
                MAPPING.write(AttributeValues.of(Map.of(attribute, values)), List.of(attribute));
        assertThat(columns).isNotEmpty();
        return MAPPING.written(attribute, columns);
    }

    @Property
    void aValueComesBackAsItWas(@ForAll("values") Tuple2<String, String> value) {
        assertThat(MAPPING.isReversible(value.get1())).isTrue();
        assertThat(again(value.get1(), List.of(value.get2()))).containsExactly(value.get2());
    }

    @Provide
    Arbitrary<Tuple2<String, String>> values() {
        Arbitrary<String> word =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> date = Arbitraries.integers()
                .between(-100_000, 60_000)
                .map(day -> LocalDate.ofEpochDay(day).toString());
        Arbitrary<String> thisCentury = Arbitraries.integers()
                .between(0, 36_000)
                .map(day -> LocalDate.of(2000, 1, 1).plusDays(day).toString());
        Arbitrary<String> instant = Arbitraries.longs()
                .between(0, 4_000_000_000_000_000L)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1_000))
                .filter(at -> !isPutBack(at))
                .map(Instant::toString);
        Arbitrary<String> number = Arbitraries.bigDecimals()
                .between(
                        java.math.BigDecimal.valueOf(-1_000_000_000_000L),
                        java.math.BigDecimal.valueOf(1_000_000_000_000L))
                .ofScale(2)
                .map(java.math.BigDecimal::toPlainString);
        return Arbitraries.oneOf(
                word.map(text -> Tuple.of("plain", text)),
                word.map(text -> Tuple.of("several", text)),
                word.map(text -> Tuple.of("split", text)),
                word.map(text -> Tuple.of("kept", text)),
                word.map(text -> Tuple.of("computed", text)),
                Arbitraries.of("alpha", "beta").map(text -> Tuple.of("codes", text)),
                Arbitraries.of("true", "false").map(text -> Tuple.of("yes", text)),
                date.map(text -> Tuple.of("date", text)),
                thisCentury.map(text -> Tuple.of("short", text)),
                instant.map(text -> Tuple.of("instant", text)),
                instant.map(text -> Tuple.of("iso", text)),
                number.map(text -> Tuple.of("number", text)),
                number.map(text -> Tuple.of("point", text)));
    }

    /** The hour that a clock put back shows twice. */
    private static boolean isPutBack(Instant at) {
        java.time.ZoneId paris = java.time.ZoneId.of("Europe/Paris");
        return paris.getRules()
                                .getValidOffsets(at.atZone(paris).toLocalDateTime())
                                .size()
                        > 1
                || at.atOffset(ZoneOffset.UTC).getYear() > 9999;
    }

    @Property
    void severalValuesComeBackInTheirOrder(@ForAll("lists") List<String> values) {
        assertThat(again("several", values)).isEqualTo(values);
        assertThat(again("split", values)).isEqualTo(values);
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements();
    }

    /** Written in capitals, a family name comes back in capitals; the given name comes back as it is. */
    @Property
    void bothPartsOfANameComeBack(@ForAll("names") String given, @ForAll("names") String family) {
        SortedMap<String, String> columns = MAPPING.write(
                AttributeValues.of(Map.of("given", List.of(given), "family", List.of(family))), List.of("given"));

        assertThat(MAPPING.written("given", columns)).containsExactly(given);
        assertThat(MAPPING.written("family", columns)).containsExactly(family.toUpperCase(java.util.Locale.ROOT));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(2)
                .ofMaxLength(9)
                .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /** Whatever a golden value is, what is written either reads as it again or is not written. */
    @Property
    void noValueComesBackAsAnother(@ForAll String any) {
        for (String attribute : List.of("codes", "kept", "yes", "date", "short", "instant", "iso", "number", "point")) {
            String value = any.trim();
            SortedMap<String, String> columns =
                    MAPPING.write(AttributeValues.of(Map.of(attribute, List.of(value))), List.of(attribute));
            if (!value.isEmpty() && !columns.isEmpty()) {
                assertThat(MAPPING.written(attribute, columns)).containsExactly(value);
            }
        }
    }
}
