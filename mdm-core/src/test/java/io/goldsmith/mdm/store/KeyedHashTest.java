package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    /** RFC 4231, test case 1: its key happens to be text. */
    private static final KeyedHash RFC_4231 = KeyedHash.of("\u000b".repeat(20), "The key", "a.key");

    private static final String HI_THERE = "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";

    @Test
    void isHmacSha256() {
        assertThat(HexFormat.of().formatHex(RFC_4231.of("Hi There"))).isEqualTo(HI_THERE);
    }

    @Test
    void ofPartsIsOfThemOneAfterTheOther() {
        byte[] parted = RFC_4231.of(
                "Hi ".getBytes(StandardCharsets.UTF_8), new byte[0], "There".getBytes(StandardCharsets.UTF_8));

        assertThat(HexFormat.of().formatHex(parted)).isEqualTo(HI_THERE);
    }

    @Test
    void aDerivedKeyIsAnotherOneForEachPurpose() {
        assertThat(RFC_4231.derived("one").of("Hi There"))
                .isEqualTo(RFC_4231.derived("one").of("Hi There"))
                .isNotEqualTo(RFC_4231.derived("two").of("Hi There"))
                .isNotEqualTo(RFC_4231.of("Hi There"));
    }

    @Test
    void aShortKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> KeyedHash.of("open sesame", "The key", "a.key"))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("The key must have at least 16 bytes, but a.key has 11")
                .hasMessageNotContaining("sesame");
    }
}
