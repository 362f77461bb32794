package io.goldsmith.connect.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A real HTTP service that answers as a test says, and remembers what it was asked. */
final class ScriptedService implements AutoCloseable {

    /**
     * What it was asked.
     *
     * @param query parameter to value, decoded
     */
    record Asked(String method, String path, Map<String, String> query, Headers headers, String body) {

        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** What it answers. */
    record Answer(int status, Map<String, String> headers, byte[] body) {

        static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer status(int status) {
            return new Answer(status, Map.of(), new byte[0]);
        }

        Answer with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }

        Answer zipped() {
            try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
                try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                    zip.write(body);
                }
                return new Answer(status, headers, bytes.toByteArray()).with("Content-Encoding", "gzip");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> script;
    private volatile boolean endless;

    private ScriptedService(HttpServer server, Function<Asked, Answer> script) {
        this.server = server;
        this.script = script;
    }

    static ScriptedService start(Function<Asked, Answer> script) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ScriptedService service = new ScriptedService(server, script);
            server.setExecutor(service.threads);
            server.createContext("/", service::handle);
            server.start();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answers(Function<Asked, Answer> other) {
        script = other;
    }

    /** From now on every answer goes on until nobody listens any more. */
    void streams() {
        endless = true;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://localhost:" + port();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Of every request for its customers the value of a query parameter, empty where it was not sent. */
    List<String> asked(String parameter) {
        return asked.stream()
                .filter(one -> one.path().startsWith("/customers"))
                .map(one -> one.query().getOrDefault(parameter, ""))
                .toList();
    }

    /** A connector that reads its customers; the lines say more of it. */
    String connector(String... lines) {
        String more = List.of(lines).stream().map(line -> "    " + line + "\n").collect(Collectors.joining());
        return """
            connectors:
              accounting:
                kind: http
                source: accounting
                url: "%s"
                page-size: 2
                timeout: PT2S
                retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.05S}
            %s    streams:
                  - name: customers
                    from: /customers
                    records:
                      key: /id
                      timestamp: /updatedAt
                      deleted: {column: /status, is: [deleted]}
                      attributes:
                        party_type: {constant: person}
                        family_name: /name
            """.formatted(url(), more);
    }

    /** Customers from one number to another, as an array. */
    static String customers(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(ScriptedService::customer)
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String customer(int number) {
        return "{\"id\":\"K%d\",\"name\":\"Nom%d\",\"updatedAt\":\"2024-01-01T00:00:00Z\"}".formatted(number, number);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    parameters(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    body);
            asked.add(request);
            if (endless) {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(new byte[8_192]);
                }
            }
            Answer answer = script.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** A query or a form, decoded. */
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String one : text == null || text.isEmpty() ? new String[0] : text.split("&")) {
            String[] parts = one.split("=", 2);
            parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
