package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

/** The seal opens what it sealed, for its row and under its key, and nothing else. */
class PayloadSealTest {

    private static final PayloadSeal SEAL = PayloadSeal.of(Optional.of("0123456789abcdef"), List.of());

    @Property(tries = 200)
    void opensWhatItSealedAndSealsNothingTwiceAlike(@ForAll @NotEmpty String payload, @ForAll long row) {
        String whole = new String(payload.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        PayloadSeal.Sealed sealed = SEAL.seal(row, whole);
        PayloadSeal.Sealed again = SEAL.seal(row, whole);

        assertThat(SEAL.open(row, sealed.keyId(), sealed.text())).isEqualTo(whole);
        assertThat(again.text()).isNotEqualTo(sealed.text());
        assertThat(again.digest()).isEqualTo(sealed.digest()).isEqualTo(SEAL.digest(whole));
    }

    @Property(tries = 200)
    void opensNothingOfAnotherRowOrThatWasChangedInAnyBit(
            @ForAll @NotEmpty String payload, @ForAll @IntRange(max = 10_000) int place) {
        PayloadSeal.Sealed sealed = SEAL.seal(7, payload);
        byte[] changed = Base64.getDecoder().decode(sealed.text());
        changed[place / 8 % changed.length] ^= (byte) (1 << place % 8);

        assertThatThrownBy(() -> SEAL.open(8, sealed.keyId(), sealed.text())).isInstanceOf(MdmException.class);
        assertThatThrownBy(
                        () -> SEAL.open(7, sealed.keyId(), Base64.getEncoder().encodeToString(changed)))
                .isInstanceOf(MdmException.class);
    }

    @Property(tries = 50)
    void aFormerKeyOpensAndIsNotSealedUnder(@ForAll @NotEmpty String payload) {
        PayloadSeal.Sealed sealed = SEAL.seal(7, payload);
        PayloadSeal next = PayloadSeal.of(Optional.of("fedcba9876543210"), List.of("0123456789abcdef"));

        assertThat(next.open(7, sealed.keyId(), sealed.text())).isEqualTo(SEAL.open(7, sealed.keyId(), sealed.text()));
        assertThat(next.seal(7, payload).keyId()).isNotEqualTo(sealed.keyId());
    }
}
