package io.goldsmith.matching.compare;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The local part of addresses, told from their first eight bytes where these suffice. */
class LocalPartTest {

    @Property(tries = 1500)
    void isTheSameAsByDefinition(@ForAll("addresses") String one, @ForAll("addresses") String other) {
        int at = one.indexOf('@');
        boolean same = at >= 3 && other.startsWith(one.substring(0, at + 1));
        assertThat(OneColumn.holds("same-local-part", one, other))
                .as("%s and %s", one, other)
                .isEqualTo(same || one.equals(other));
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> locals = Arbitraries.of(
                "a",
                "ab",
                "abc",
                "abca",
                "abcab",
                "abcabca",
                "abcabcab",
                "abcabcabc",
                "é.b",
                "жен",
                "abc@abc",
                "\0\0\0");
        Arbitrary<String> rests = Arbitraries.of("", "@", "@a", "@ab.fr", "@abc.abc", "b@ab.fr", "ж@ab.fr");
        return Combinators.combine(locals, rests).as((local, rest) -> local + rest);
    }
}
