package io.goldsmith.mdm.store;

import jakarta.persistence.PersistenceException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Builds the session factory over the entities of every room; Flyway, not Hibernate, makes the tables. */
final class Sessions {

    private Sessions() {}

    static SessionFactory open(DataSource dataSource, List<Class<?>> entities) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .applySetting(
                        AvailableSettings.PHYSICAL_NAMING_STRATEGY, PhysicalNamingStrategySnakeCaseImpl.class.getName())
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .applySetting(AvailableSettings.STATEMENT_BATCH_SIZE, "100")
                .applySetting(AvailableSettings.ORDER_INSERTS, "true")
                .applySetting(AvailableSettings.JAKARTA_VALIDATION_MODE, "none")
                // Connections come from the pool with auto-commit off.
                .applySetting(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, "true")
                .build();
        try {
            return new MetadataSources(registry)
                    .addAnnotatedClasses(entities.toArray(Class<?>[]::new))
                    .buildMetadata()
                    .buildSessionFactory();
        } catch (PersistenceException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw new StoreException(
                    "The entities do not fit together or do not fit the database; this is a defect", e);
        }
    }
}
