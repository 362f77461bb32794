package io.goldsmith.mdm.store;

import java.sql.Connection;
import org.hibernate.Session;

/**
 * An open transaction: one connection, reached as a Hibernate session for entities and as itself for bulk paths. Neither is closed,
 * committed or kept by the caller.
 */
public interface Transaction {

    Session session();

    Connection connection();
}
