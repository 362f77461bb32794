package io.goldsmith.mdm.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.golden.GoldenId;
import org.junit.jupiter.api.Test;

class ProfileKeysTest {

    @Test
    void makesTheSameKeyForTheSameCustomerUnderTheSameKeyOnly() {
        ProfileKeys keys = new ProfileKeys("0123456789abcdef");

        assertThat(keys.of(new GoldenId(1)))
                .hasSize(43)
                .isEqualTo(new ProfileKeys("0123456789abcdef").of(new GoldenId(1)));
        assertThat(keys.of(new GoldenId(1))).isNotEqualTo(keys.of(new GoldenId(2)));
        assertThat(keys.of(new GoldenId(1))).isNotEqualTo(new ProfileKeys("fedcba9876543210").of(new GoldenId(1)));
    }

    @Test
    void isHmacSha256OfTheWrittenId() {
        // echo -n G-1 | openssl dgst -sha256 -hmac 0123456789abcdef -binary | basenc --base64url
        assertThat(new ProfileKeys("0123456789abcdef").of(new GoldenId(1)))
                .isEqualTo("cXvgKKM8PsEobdYIHgzGPJcKrHSvvgMIUA435vg0jfc");
    }

    @Test
    void refusesAShortKeyWithoutShowingIt() {
        assertThatThrownBy(() -> new ProfileKeys("short-key"))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("16 bytes")
                .hasMessageContaining("9")
                .hasMessageNotContaining("short-key");
    }
}
