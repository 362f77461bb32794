package io.goldsmith.samples.landscape;

import io.goldsmith.samples.generate.PostalAddress;
import java.util.Map;
import java.util.Optional;

/** One of the three systems, as its own users and its administrator see it. Customers are named by the system's own keys. */
public sealed interface LandscapeSystem extends AutoCloseable permits Crm, Erp, Accounting {

    /** Its name as a source system: {@code crm}, {@code erp} or {@code accounting}. */
    String name();

    /** One customer under the system's own column names, empty values included; empty if there is no such customer. */
    Optional<Map<String, String>> customer(String key);

    /**
     * Changes a customer's address as the system's own user would.
     *
     * @throws io.goldsmith.samples.SamplesException if there is no such customer or the system does not answer
     */
    void changeAddress(String key, PostalAddress address);

    /** How often the customer's state has changed, whoever changed it; writing the same values again is no change. */
    long changes(String key);

    /** Whether the process is there. */
    boolean isAlive();

    /** Ends the process as {@code kill -9} does. */
    void kill();

    /** Starts it again on the same port and data; kills it first if it is alive. */
    void restart();

    @Override
    void close();
}
