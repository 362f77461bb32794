package io.goldsmith.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateTimeRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTimeTest {

    @Property
    void readsWhatJavaReads(
            @ForAll @DateTimeRange(min = "0001-01-01T00:00:00", max = "9999-12-31T23:59:59") LocalDateTime time) {
        LocalDateTime whole = time.withNano(0);
        assertThat(PlainTime.read(whole.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)))
                .contains(whole);
        assertThat(PlainTime.read(whole.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"))))
                .contains(whole.withSecond(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-05-17",
                "2026-05-17 08:30:00",
                "2026-05-17T08:30:00Z",
                "2026-05-17T08:30:00.5",
                "2026-05-17T08:3a:00",
                "+2026-05-17T08:30"
            })
    void leavesOtherForms(String text) {
        assertThat(PlainTime.read(text)).isEmpty();
    }

    @Test
    void refusesATimeThatThereIsNot() {
        assertThatThrownBy(() -> PlainTime.read("2026-02-30T08:30:00")).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> PlainTime.read("2026-02-20T24:30:00")).isInstanceOf(DateTimeException.class);
    }
}
