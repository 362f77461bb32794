package io.goldsmith.samples.landscape;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** A JSON service on 127.0.0.1: asks for the bearer token, bounds what it reads and how many it serves, and answers every request. */
final class HttpService implements AutoCloseable {

    /** Answers one request whose token was right. */
    interface Endpoint {
        Reply answer(HttpExchange request) throws IOException;
    }

    static final int LARGEST_BODY = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int THREADS = 8;
    private static final int WAITING_REQUESTS = 1000;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final byte[] authorization;

    HttpService(int port, String token, Map<String, Endpoint> endpointByPath) throws IOException {
        authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_REQUESTS),
                new ThreadPoolExecutor.CallerRunsPolicy());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.setExecutor(threads);
        endpointByPath.forEach((path, endpoint) -> server.createContext(path, request -> serve(request, endpoint)));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange request, Endpoint endpoint) throws IOException {
        try (request) {
            send(request, reply(request, endpoint));
        }
    }

    private Reply reply(HttpExchange request, Endpoint endpoint) {
        String given = request.getRequestHeaders().getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8))) {
            return new Reply(
                    401,
                    Map.of("WWW-Authenticate", "Bearer"),
                    Map.of("error", "Expected the header Authorization: Bearer TOKEN with this landscape's token."));
        }
        try {
            return endpoint.answer(request);
        } catch (HttpFailure e) {
            return e.reply();
        } catch (IOException | RuntimeException e) {
            // The message might quote the request: the log gets the kind of failure and where, the caller neither.
            LOG.error(
                    "A {} request failed: {} at {}",
                    request.getRequestMethod(),
                    e.getClass().getName(),
                    e.getStackTrace()[0]);
            return Reply.error(500, "The request failed; the service's log says where.");
        }
    }

    private static void send(HttpExchange request, Reply reply) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(reply.body());
        request.getResponseHeaders().set("Content-Type", "application/json");
        reply.headers().forEach(request.getResponseHeaders()::set);
        request.sendResponseHeaders(reply.status(), body.length);
        request.getResponseBody().write(body);
    }

    /** The body, of at most {@link #LARGEST_BODY} bytes. */
    static byte[] body(HttpExchange request) throws IOException {
        byte[] body = request.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new HttpFailure(413, "A body may have " + LARGEST_BODY + " bytes, this one has more.");
        }
        return body;
    }

    /** What follows the prefix in the path, for example a customer's key. */
    static String pathBehind(String prefix, HttpExchange request) {
        String path = request.getRequestURI().getPath();
        return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
