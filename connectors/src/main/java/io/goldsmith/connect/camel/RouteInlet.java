package io.goldsmith.connect.camel;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.spi.Waiting;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Where routes hand over what shall be landed in a stream. A route waits here until it is landed, and fails if it is not; so there are never more
 * exchanges here than routes have threads. Thread-safe.
 */
public final class RouteInlet implements Processor, Source {

    private static final long LOOK_MILLIS = 200;

    private final String address;
    private final Waiting waiting;
    private final BlockingQueue<Exchange> handedOver = new LinkedBlockingQueue<>();
    private final Map<Exchange, CompletableFuture<Void>> outcomes = new ConcurrentHashMap<>();

    /** @param waiting knows when the connectors close */
    public RouteInlet(String connector, String stream, Waiting waiting) {
        this.address = address(connector, stream);
        this.waiting = waiting;
    }

    /** The endpoint that routes send to. */
    public static String address(String connector, String stream) {
        return "direct:land/" + connector + "/" + stream;
    }

    /** The endpoint that routes send to. */
    public String address() {
        return address;
    }

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        outcomes.put(exchange, outcome);
        handedOver.add(exchange);
        try {
            while (!isLanded(outcome)) {
                if (waiting.isClosing() && handedOver.remove(exchange)) {
                    throw new ConnectException("What was sent to " + address + " is not landed, since the hub closes");
                }
            }
        } finally {
            handedOver.remove(exchange);
            outcomes.remove(exchange);
        }
    }

    private boolean isLanded(CompletableFuture<Void> outcome) throws InterruptedException {
        try {
            outcome.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failure) {
            throw new ConnectException("What was sent to " + address + " is not landed", failure.getCause());
        }
    }

    @Override
    public Optional<Exchange> receive(long millis) {
        try {
            return Optional.ofNullable(millis > 0 ? handedOver.poll(millis, TimeUnit.MILLISECONDS) : handedOver.poll());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void landed(Exchange exchange) {
        Optional.ofNullable(outcomes.get(exchange)).ifPresent(outcome -> outcome.complete(null));
    }

    @Override
    public void failed(Exchange exchange, Exception reason) {
        Optional.ofNullable(outcomes.get(exchange)).ifPresent(outcome -> outcome.completeExceptionally(reason));
    }

    @Override
    public void close() {
        // What waits here waits for the next reader.
    }
}
