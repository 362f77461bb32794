package io.goldsmith.samples.landscape;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;

/** Answers about 3 per cent of the requests by 503 before the service behind it has seen them; which ones, the seed decides. */
final class Outages implements HttpService.Endpoint {

    private static final double SHARE = 0.03;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final SplittableRandom random;
    private final HttpService.Endpoint service;

    Outages(long seed, HttpService.Endpoint service) {
        this.random = new SplittableRandom(seed);
        this.service = service;
    }

    @Override
    public Reply answer(HttpExchange request) throws IOException {
        if (isOut()) {
            return new Reply(
                    503,
                    Map.of("Retry-After", RETRY_AFTER_SECONDS),
                    Map.of("error", "The service is busy; try again after " + RETRY_AFTER_SECONDS + " s."));
        }
        return service.answer(request);
    }

    private synchronized boolean isOut() {
        return random.nextDouble() < SHARE;
    }
}
