package io.goldsmith.mdm.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of one module to the state that its code expects. */
final class Migration {

    private Migration() {}

    static void migrate(DataSource dataSource, String module, String location) {
        try {
            Flyway.configure(Migration.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:" + location)
                    .table("flyway_" + module.replace('-', '_'))
                    // The modules share a schema: one finds the tables of those before it.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException(
                    "The tables of module " + module + " cannot be migrated from " + location
                            + "; was the database made by a newer version? Restore a back-up or use that version",
                    e);
        }
    }
}
