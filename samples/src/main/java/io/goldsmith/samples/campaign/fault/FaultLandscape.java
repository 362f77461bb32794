package io.goldsmith.samples.campaign.fault;

import io.goldsmith.mdm.store.DatabaseSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The three systems of a case, and the folder of their hub. */
final class FaultLandscape implements AutoCloseable {

    /** How many customers all three know. */
    static final int CUSTOMERS = 60;

    private static final String OFTEN = "200ms";

    /** Once at the start, and then not before the case asks for it. */
    private static final String ON_DEMAND = "10m";

    private final FaultyCrm crm;
    private final FaultyAccounting accounting;
    private final FaultyErp erp;
    private final Path hub;

    private FaultLandscape(FaultyCrm crm, FaultyAccounting accounting, FaultyErp erp, Path hub) {
        this.crm = crm;
        this.accounting = accounting;
        this.erp = erp;
        this.hub = hub;
    }

    /**
     * Starts the systems and writes the hub's configuration.
     *
     * @param folder an empty one
     * @param random decides what systems do by chance
     */
    static FaultLandscape start(Path folder, FaultCase faultCase, DatabaseSettings database, Random random)
            throws IOException, SQLException {
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        Instant loaded = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        FaultLandscape landscape = new FaultLandscape(
                FaultyCrm.start(CUSTOMERS, password, new Random(random.nextLong()), loaded),
                FaultyAccounting.start(CUSTOMERS, password, loaded),
                FaultyErp.start(CUSTOMERS, folder.resolve("erp"), new Random(random.nextLong()), loaded),
                folder.resolve("hub"));
        landscape.configure(faultCase, database, password);
        return landscape;
    }

    private void configure(FaultCase faultCase, DatabaseSettings database, String password) throws IOException {
        Files.createDirectories(hub.resolve("secrets"));
        Files.writeString(hub.resolve("secrets/password"), password);
        try (InputStream template = FaultLandscape.class.getResourceAsStream("goldsmith.yaml")) {
            String yaml = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@HUB_URL@", database.url())
                    .replace("@HUB_USER@", database.user())
                    .replace("@HUB_PASSWORD@", database.password())
                    .replace("@CRM_URL@", crm.url())
                    .replace("@ACCOUNTING_URL@", "http://127.0.0.1:" + accounting.port())
                    .replace("@CRM_SCHEDULE@", schedule(faultCase, "crm"))
                    .replace("@ACCOUNTING_SCHEDULE@", schedule(faultCase, "accounting"))
                    .replace("@POLICY@", faultCase.policy())
                    .replace("@ATTEMPTS@", Integer.toString(faultCase.attempts()));
            Files.writeString(hub.resolve("goldsmith.yaml"), yaml);
        }
    }

    private static String schedule(FaultCase faultCase, String system) {
        return faultCase.slow().filter(system::equals).isPresent() ? ON_DEMAND : OFTEN;
    }

    Path hub() {
        return hub;
    }

    List<FaultySystem> systems() {
        return List.of(crm, accounting, erp);
    }

    FaultySystem system(String name) {
        return systems().stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        systems().forEach(FaultySystem::close);
    }
}
