package io.goldsmith.connect.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('a', 'b', '\n', '\r').ofMaxLength(60);
    }

    private static List<String> all(Lines lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(line.get());
        }
        return read;
    }

    /** Java's own reader is the reference; long runs of a letter let line ends fall on every place of a buffer. */
    @Property
    void hasTheLinesThatJavaHas(@ForAll("texts") String text, @ForAll boolean stretched) throws IOException {
        String given = stretched ? text.replace("b", "b".repeat(16_383)) : text;
        Lines lines = new Lines(new StringReader(given), Lines.LONGEST * 100);
        List<String> expected =
                new BufferedReader(new StringReader(given)).lines().toList();
        assertThat(all(lines)).isEqualTo(expected);
        assertThat(lines.number()).isEqualTo(expected.size());
    }

    @Test
    void aLineThatIsTooLongIsCutAndTheNextIsWhole() throws IOException {
        Lines lines = new Lines(new StringReader("x".repeat(40_000) + "\r\nshort\r\n"), 20_000);
        assertThat(lines.next()).contains("x".repeat(20_000));
        assertThat(lines.isCut()).isTrue();
        assertThat(lines.next()).contains("short");
        assertThat(lines.isCut()).isFalse();
        assertThat(lines.next()).isEmpty();
    }
}
