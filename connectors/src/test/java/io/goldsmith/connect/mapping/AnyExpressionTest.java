package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in an expression and in a row, the expression is refused, the row is, or there are values; nothing else happens. */
class AnyExpressionTest {

    private static final List<String> PIECES = List.of(
            "A",
            "B",
            "L",
            "MISSING",
            "row['/a']",
            "row",
            "null",
            "true",
            "1",
            "0",
            "2.5",
            "1e99B",
            "99999999999",
            "'x'",
            "''",
            "'(a+)+b'",
            "\"y\"",
            "(",
            ")",
            "[",
            "]",
            ",",
            "+",
            "-",
            "*",
            "/",
            "%",
            "==",
            "!=",
            "<",
            ">=",
            "&&",
            "||",
            "!",
            "?",
            ":",
            "?:",
            "??",
            "=~",
            "!~",
            "=^",
            "=$",
            "..",
            ".",
            "and",
            "or",
            "not",
            "eq",
            "empty(",
            "size(",
            "upper(",
            "left(",
            "pad(",
            "split(",
            "join(",
            "extract(",
            "number(",
            "item(",
            "replace(",
            "substring(",
            "new(",
            "=",
            "->",
            "while",
            "var ",
            ";",
            "{",
            "}",
            "#",
            "@x ",
            "`${A}`",
            "~",
            "^",
            "&",
            "instanceof",
            "return",
            "jexl:",
            "class",
            "\n");

    private static final List<String> VALUES = List.of(
            "A",
            "B",
            "L",
            "MISSING",
            "row['/a']",
            "null",
            "true",
            "1",
            "0",
            "2.5",
            "1e99B",
            "99999999999",
            "'x'",
            "''",
            "[A, L]");

    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "%", "==", "!=", "<", ">=", "&&", "||", "?:", "??", "=^", "=$");

    private static final Map<String, List<String>> ROW = Map.of(
            "A", List.of("Anna secret"),
            "B", List.of("12"),
            "L", List.of("1", "two", ""),
            "/a", List.of("2024-01-01"));

    @Property(tries = 5_000)
    void neverEscapes(@ForAll("expressions") String text) {
        check(text);
    }

    @Property(tries = 5_000)
    void noOperatorAndNoFunctionFailsButWithItsReason(@ForAll("calculations") String text) {
        check(text);
    }

    private static void check(String text) {
        Expression expression;
        try {
            expression = Expression.of(text);
        } catch (BrokenExpressionException refused) {
            assertThat(refused.getMessage()).contains("column ");
            return;
        }
        try {
            assertThat(expression.evaluate("attribute x", name -> ROW.getOrDefault(name, List.of())))
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
        } catch (UnmappableException refused) {
            assertThat(refused.getMessage())
                    .startsWith("the expression of attribute x fails: ")
                    .doesNotContain("secret");
        }
    }

    @Provide
    Arbitrary<String> expressions() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(9).map(pieces -> String.join(" ", pieces));
    }

    @Provide
    Arbitrary<String> calculations() {
        Arbitrary<String> value = Arbitraries.of(VALUES);
        Arbitrary<String> pair = Arbitraries.of(OPERATORS)
                .flatMap(operator -> value.list().ofSize(2).map(two -> "(" + two.get(0) + operator + two.get(1) + ")"));
        Arbitrary<String> call = Arbitraries.of(ExpressionFunction.values())
                .filter(function -> !function.takesPattern())
                .flatMap(function -> value.list()
                        .ofSize(function.takes(1) ? 1 : function.takes(2) ? 2 : 3)
                        .map(arguments -> function.word() + "(" + String.join(", ", arguments) + ")"));
        return Arbitraries.oneOf(pair, call).list().ofMinSize(1).ofMaxSize(3).map(all -> String.join(" + ", all));
    }
}
