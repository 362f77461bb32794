package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Map<String, List<String>> ROW = Map.of(
            "NOM", List.of("DE LA TOUR"),
            "PRENOM", List.of("Anne-Marie"),
            "TYPE", List.of("P"),
            "AGE", List.of("41"),
            "CP", List.of("1000"),
            "TEL", List.of("01.45.45", "06.45"),
            "NOTE", List.of("client depuis 2019; VIP"),
            "/address/zip", List.of("75007"));

    private static List<String> of(String expression) {
        return Expression.of(expression).evaluate("attribute x", name -> ROW.getOrDefault(name, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "NOM ¦ DE LA TOUR",
                "PRENOM + ' ' + NOM ¦ Anne-Marie DE LA TOUR",
                "capitalise(NOM) ¦ De La Tour",
                "upper(PRENOM) ¦ ANNE-MARIE",
                "TYPE == 'P' ? 'person' : 'organisation' ¦ person",
                "AGE >= 18 && AGE < 130 ? 'adult' : '' ¦ adult",
                "AGE + 1 ¦ 411",
                "number(AGE) + 1 ¦ 42",
                "AGE * 2 ¦ 82",
                "number('2.50') * 2 ¦ 5.00",
                "7.0 / 2 ¦ 3.5",
                "pad(CP, 5, '0') ¦ 01000",
                "row['/address/zip'] ¦ 75007",
                "left(row['/address/zip'], 2) ¦ 75",
                "right(NOM, 4) ¦ TOUR",
                "substring(NOM, 3, 5) ¦ LA",
                "substring(NOM, 3, 500) ¦ LA TOUR",
                "before(NOTE, ';') ¦ client depuis 2019",
                "after(NOTE, ';') ¦ VIP",
                "replace(NOM, ' ', '-') ¦ DE-LA-TOUR",
                "digits(NOTE) ¦ 2019",
                "extract(NOTE, 'depuis ([0-9]{4})') ¦ 2019",
                "matches(NOTE, '.*VIP') ¦ true",
                "contains(NOTE, 'VIP') ¦ true",
                "TYPE =~ ['P', 'M'] ¦ true",
                "NOM =^ 'DE' ¦ true",
                "join(TEL, ' / ') ¦ 01.45.45 / 06.45",
                "first(TEL) ¦ 01.45.45",
                "item(TEL, 1) ¦ 06.45",
                "count(TEL) ¦ 2",
                "MISSING ?: 'none' ¦ none",
                "empty(MISSING) ¦ true",
                "not empty(NOM) ¦ true",
                "'x' + MISSING ¦ x",
                "upper(lower('a')) ¦ A",
            })
    void givesWhatItSays(String expression, String expected) {
        assertThat(of(expression)).containsExactly(expected);
    }

    @Test
    void aListGivesSeveralValuesAndNothingGivesNone() {
        assertThat(of("[NOM, MISSING, PRENOM]")).containsExactly("DE LA TOUR", "Anne-Marie");
        assertThat(of("split(NOTE, ';')")).containsExactly("client depuis 2019", "VIP");
        assertThat(of("digits(TEL)")).containsExactly("014545", "0645");
        assertThat(of("[TEL, 'x', 'x']")).containsExactly("01.45.45", "06.45", "x");
        assertThat(of("MISSING")).isEmpty();
        assertThat(of("null")).isEmpty();
        assertThat(of("TYPE == 'X' ? NOM : null")).isEmpty();
    }

    @Test
    void knowsItsColumnsBeforeAnyRow() {
        assertThat(Expression.of("TYPE == 'P' ? upper(NOM) : row['/address/zip'] + first([A, 'b'])")
                        .names())
                .containsExactlyInAnyOrder("TYPE", "NOM", "/address/zip", "A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "NOM + ¦ 5 ¦ expected an expression",
                "uper(NOM) ¦ 1 ¦ did you mean \"upper\"?",
                "TYPE == 'P' ? upper(NOM, 2) : '' ¦ 15 ¦ expected upper(text), but found 2 arguments",
                "matches(NOM, '(') ¦ 14 ¦ no regular expression",
                "matches(NOM, PRENOM) ¦ 14 ¦ must be written out",
                "NOM.length() ¦ 4 ¦ no assignments, loops, variables, methods and classes",
                "NOM.class ¦ 1 ¦ a value has no parts",
                "NOM.bytes.class.name ¦ 1 ¦ a value has no parts",
                "row[NOM] ¦ 5 ¦ no assignments",
                "row ¦ 1 ¦ row is followed by the name of a column",
                "NOM =~ '.*' ¦ 8 ¦ matches(text, 'pattern')",
                "1..1000000 ¦ 4 ¦ has no place in a mapping",
                "`a${NOM}` ¦ 1 ¦ has no place in a mapping",
                "{'P': 'person'} ¦ 1 ¦ has no place in a mapping",
                "1 << 1000000 ¦ 6 ¦ has no place in a mapping",
                "x:upper(NOM) ¦ 1 ¦ no function",
                "NOM; PRENOM ¦ 4 ¦ expected an expression",
            })
    void aMistakeIsToldWithItsColumn(String expression, int column, String reason) {
        Throwable broken = catchThrowable(() -> Expression.of(expression));

        assertThat(broken).isInstanceOf(BrokenExpressionException.class).hasMessageContaining(reason);
        assertThat(broken.getMessage()).containsPattern("at column \\d+: ");
        int told = Integer.parseInt(broken.getMessage().replaceAll("(?s).*?column (\\d+):.*", "$1"));
        assertThat(told).as(broken.getMessage()).isBetween(column, column + 2);
    }

    @Test
    void aMistakeInALaterLineIsToldWithItsLine() {
        assertThatThrownBy(() -> Expression.of("TYPE == 'P'\n  ? uper(NOM)\n  : ''"))
                .hasMessageContaining("line 2, column 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new('java.lang.String', 'x')",
                "NOM = 'x'",
                "NOM += 'x'",
                "NOM++",
                "var x = 1",
                "x -> x",
                "function(x) { x }",
                "while (true) { 1 }",
                "for (x : TEL) { x }",
                "if (true) 1",
                "return 1",
                "#pragma jexl.import java.lang",
                "@lenient NOM",
                "''.getClass()",
                "NOM['class']",
                "row.class",
                "row['a']['b']",
                "TEL[0]",
                "NOM.equals('x')",
                "upper.class",
                "''.class.forName('java.lang.Runtime')",
                "jexl:upper(NOM)",
                "upper(NOM).class",
                "(NOM).class",
                "[NOM][0]",
                "$0 = 1",
                "~AGE",
                "AGE instanceof java.lang.String",
            })
    void reachesNoClassAssignsNothingAndHasNoLoops(String expression) {
        assertThatThrownBy(() -> Expression.of(expression)).isInstanceOf(BrokenExpressionException.class);
    }

    @Test
    void isBoundedInLengthAndDepth() {
        assertThatThrownBy(() -> Expression.of("'" + "x".repeat(1_000) + "'")).hasMessageContaining("at most 1000");
        String deep = "(".repeat(499) + "1" + ")".repeat(499);
        assertThatThrownBy(() -> {
                    Expression compiled = Expression.of(deep);
                    assertThat(compiled.evaluate("x", name -> List.of())).containsExactly("1");
                    throw new BrokenExpressionException(1, 1, "was not too deep for this machine");
                })
                .isInstanceOf(BrokenExpressionException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "NOM * 2 ¦ needs a number",
                "number(NOM) ¦ needs a number",
                "left(NOM, PRENOM) ¦ needs a number",
                "1 / 0 ¦ divides by zero",
                "null * 2 ¦ needs a value",
                "1e999999999B * 1 ¦ more than 100 digits",
                "matches(LONG, '(a+)+b') ¦ takes too long",
                "replace(LONG, 'a', LONG) ¦ more than 10000 characters",
                "HUGE ¦ holds more than 10000 characters",
            })
    void aRowForWhichItFailsIsToldWithoutItsValues(String expression, String reason) {
        Map<String, List<String>> row = Map.of(
                "NOM", List.of("DE LA TOUR"),
                "PRENOM", List.of("Anne-Marie"),
                "LONG", List.of("a".repeat(9_000)),
                "HUGE", List.of("a".repeat(10_001)));

        assertThatThrownBy(() ->
                        Expression.of(expression).evaluate("attribute town", name -> row.getOrDefault(name, List.of())))
                .isInstanceOf(UnmappableException.class)
                .hasMessageStartingWith("the expression of attribute town fails: ")
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("TOUR", "Anne", "aaa");
    }
}
