package io.goldsmith.connect.camel;

import java.util.Optional;
import org.apache.camel.Exchange;

/** Where exchanges come from, and who is told what became of them. */
interface Source {

    /**
     * The next exchange.
     *
     * @param millis how long to wait for it; 0: not at all
     */
    Optional<Exchange> receive(long millis);

    /** Everything that an exchange held is landed. */
    void landed(Exchange exchange);

    /** What an exchange held is not landed. */
    void failed(Exchange exchange, Exception reason);

    /** Gives nothing any more. */
    void close();
}
