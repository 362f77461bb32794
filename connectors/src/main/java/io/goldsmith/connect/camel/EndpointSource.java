package io.goldsmith.connect.camel;

import java.util.Optional;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;

/**
 * An endpoint that is polled.
 *
 * @param consumer polls it
 * @param completing completes exchanges
 */
record EndpointSource(PollingConsumer consumer, ConsumerTemplate completing) implements Source {

    @Override
    public Optional<Exchange> receive(long millis) {
        return Optional.ofNullable(millis > 0 ? consumer.receive(millis) : consumer.receiveNoWait());
    }

    @Override
    public void landed(Exchange exchange) {
        completing.doneUoW(exchange);
    }

    @Override
    public void failed(Exchange exchange, Exception reason) {
        exchange.setException(reason);
        completing.doneUoW(exchange);
    }

    @Override
    public void close() {
        consumer.stop();
    }
}
