package io.goldsmith.mdm.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.resolution.ResolutionWorld;
import io.goldsmith.mdm.source.Delivery;
import io.goldsmith.mdm.store.DatabaseSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lines that could not be read wait in quarantine, and what they said is nobody's to read in the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PayloadContract {

    private static final String LINE = "E7;Quesnel;Zoé;zq@example.org";

    private static final String KEY = "payload-key: \"0011223344556677\"";

    private ResolutionWorld world;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        world = ResolutionWorld.open(database());
    }

    @BeforeEach
    void empty() {
        world.empty();
    }

    @AfterAll
    void close() {
        world.close();
    }

    private void refuse(String origin, String line) {
        world.land(new Delivery.Unreadable("erp", origin, "8 columns expected", line));
    }

    private long entry(String origin) {
        return world.hub().quarantine().waiting(0, 100).stream()
                .filter(entry -> entry.origin().equals(origin))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long inClear() {
        return world.count("quarantine_entry where payload like '%Quesnel%'");
    }

    /** The same hub's database under other keys. */
    private ResolutionWorld reopened(String keys) {
        return ResolutionWorld.open(
                world.database(),
                Clock.fixed(ResolutionWorld.NOW, ZoneOffset.UTC),
                yaml -> yaml.replace("  " + KEY + "\n", keys.isEmpty() ? "" : "  " + keys + "\n"));
    }

    @Test
    void whatWasDeliveredIsKeptSealedAndOpens() {
        refuse("clients.csv:7", LINE);

        assertThat(world.hub().quarantine().payload(entry("clients.csv:7"))).contains(LINE);
        assertThat(inClear()).isZero();
        assertThat(world.count("quarantine_entry where payload <> '' and length(payload_key) = 16"))
                .isEqualTo(1);
    }

    @Test
    void theSameLineDeliveredAgainWaitsOnceAndAnotherOneBesideIt() {
        refuse("clients.csv:7", LINE);
        refuse("clients.csv:7", LINE);
        assertThat(world.hub().quarantine().countWaiting()).isEqualTo(1);

        refuse("clients.csv:7", LINE + ";");
        assertThat(world.hub().quarantine().countWaiting()).isEqualTo(2);
    }

    @Test
    void aPayloadThatWasMovedToAnotherRowDoesNotOpen() {
        refuse("clients.csv:7", LINE);
        refuse("clients.csv:8", "E8;Martin");
        long seven = entry("clients.csv:7");
        long eight = entry("clients.csv:8");
        world.execute("update quarantine_entry set payload = (select q.payload from quarantine_entry q where q.id = "
                + seven + ") where id = " + eight);

        assertThatThrownBy(() -> world.hub().quarantine().payload(eight))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("quarantine_entry:" + eight)
                .hasMessageNotContaining("Quesnel");
    }

    @Test
    void whatEarlierReleasesKeptInClearIsSealedWhenTheHubOpens() {
        refuse("clients.csv:7", LINE);
        world.execute("update quarantine_entry set payload = '" + LINE + "', payload_key = null, payload_digest = ''");
        assertThat(inClear()).isEqualTo(1);
        assertThat(world.hub().quarantine().payload(entry("clients.csv:7"))).contains(LINE);

        try (ResolutionWorld again = reopened(KEY)) {
            assertThat(inClear()).isZero();
            assertThat(again.hub().quarantine().payload(entry("clients.csv:7"))).contains(LINE);
            refuse("clients.csv:7", LINE);
            assertThat(again.hub().quarantine().countWaiting())
                    .as("still known as the same")
                    .isEqualTo(1);
        }
    }

    @Test
    void aNewKeyTakesOverFromAFormerOneWhichThenCanGo() {
        refuse("clients.csv:7", LINE);
        String next = "payload-key: \"8899aabbccddeeff\"";

        try (ResolutionWorld rotated = reopened(next + "\n  former-payload-keys: [\"0011223344556677\"]")) {
            assertThat(rotated.hub().quarantine().payload(entry("clients.csv:7")))
                    .contains(LINE);
        }
        try (ResolutionWorld without = reopened(next)) {
            assertThat(without.hub().quarantine().payload(entry("clients.csv:7")))
                    .contains(LINE);
        }
    }

    @Test
    void theHubDoesNotOpenWithoutAKeyUnderWhichSomethingIsSealed() {
        refuse("clients.csv:7", LINE);

        for (String keys : List.of("", "payload-key: \"8899aabbccddeeff\"")) {
            assertThatThrownBy(() -> reopened(keys))
                    .isInstanceOf(MdmException.class)
                    .hasMessageContaining("hub.former-payload-keys");
        }
    }

    @Test
    void withoutAKeyNothingOfTheTextIsKept() {
        try (ResolutionWorld without = reopened("")) {
            without.land(new Delivery.Unreadable("erp", "clients.csv:7", "8 columns expected", LINE));
            without.land(new Delivery.Unreadable("erp", "clients.csv:7", "8 columns expected", LINE));

            assertThat(without.hub().quarantine().countWaiting()).isEqualTo(1);
            assertThat(without.hub().quarantine().payload(entry("clients.csv:7")))
                    .isEmpty();
            assertThat(inClear()).isZero();
        }
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> reopened("payload-key: \"short\""))
                .isInstanceOf(MdmException.class)
                .hasMessageContaining("16")
                .hasMessageContaining("hub.payload-key");
    }
}
