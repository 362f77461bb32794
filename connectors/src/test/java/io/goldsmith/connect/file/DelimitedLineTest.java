package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DelimitedLineTest {

    @Provide
    Arbitrary<List<String>> rows() {
        return Arbitraries.strings()
                .withChars('a', 'é', ';', '"', ' ', '\n', '\r')
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Property
    void readsWhatItWrites(@ForAll("rows") List<String> row) {
        String line = String.join(
                ";", row.stream().map(field -> DelimitedLine.quoted(field, ';')).toList());

        assertThat(DelimitedLine.isOpen(line, ';')).isFalse();
        assertThat(DelimitedLine.fields(line, ';')).isEqualTo(row);
    }

    @Test
    void aQuoteInTheMiddleOfAFieldIsAQuote() {
        assertThat(DelimitedLine.isOpen("a;12\" pipe;b", ';')).isFalse();
        assertThat(DelimitedLine.fields("a;12\" pipe;b", ';')).containsExactly("a", "12\" pipe", "b");
    }

    @Test
    void knowsAFieldThatIsNotClosed() {
        assertThat(DelimitedLine.isOpen("a;\"b", ';')).isTrue();
        assertThat(DelimitedLine.isOpen("a;\"b\"\"", ';')).isTrue();
    }
}
