package io.goldsmith.mdm.store;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of one module to the state that its code expects. */
final class Migration {

    private Migration() {}

    static void migrate(DataSource dataSource, String module, String... locations) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations(Arrays.stream(locations)
                            .distinct()
                            .map(location -> "classpath:" + location)
                            .toArray(String[]::new))
                    .table("flyway_" + module.replace('-', '_'))
                    // The modules share a schema: one finds the tables of those before it.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "The tables of module " + module + " cannot be migrated from " + String.join(", ", locations)
                            + "; was the database made by a newer version? Restore a back-up or use that version",
                    e);
        }
    }
}
