package io.goldsmith.samples.campaign.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An accounting system: an HTTP service with pages, ETags and idempotency keys. */
final class FaultyAccounting implements FaultySystem {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PATH = "/customers";

    private final CustomerBook book;
    private final String token;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong hits = new AtomicLong();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final int port;
    private HttpServer server;
    private volatile FaultKind fault = FaultKind.NONE;
    private volatile CountDownLatch hanging = new CountDownLatch(1);

    private FaultyAccounting(CustomerBook book, String token) throws IOException {
        this.book = book;
        this.token = token;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    static FaultyAccounting start(int customers, String token, Instant loaded) throws IOException {
        return new FaultyAccounting(new CustomerBook('K', customers, loaded), token);
    }

    private HttpServer listen(int at) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        listening.setExecutor(threads);
        listening.createContext(PATH, this::answer);
        listening.start();
        return listening;
    }

    int port() {
        return port;
    }

    @Override
    public String name() {
        return "accounting";
    }

    @Override
    public char letter() {
        return 'K';
    }

    @Override
    public void move(String key, Address address) {
        book.move(key, address);
    }

    @Override
    public Map<String, Address> addresses() {
        return book.addresses();
    }

    @Override
    public List<HubWrite> changes() {
        return book.changes();
    }

    @Override
    public long repeats() {
        return book.repeats();
    }

    @Override
    public long writes() {
        return book.writes();
    }

    @Override
    public long hits() {
        return hits.get();
    }

    @Override
    public synchronized void fail(FaultKind next) {
        boolean wasDown = fault == FaultKind.DOWN;
        fault = next;
        hanging.countDown();
        hanging = new CountDownLatch(1);
        try {
            if (next == FaultKind.DOWN && !wasDown) {
                server.stop(0);
                hits.incrementAndGet();
            } else if (wasDown && next != FaultKind.DOWN) {
                server = listen(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on again", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        FaultKind now = fault;
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean put = exchange.getRequestMethod().equals("PUT");
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, "{}");
            } else if (now == FaultKind.HANGS) {
                hits.incrementAndGet();
                hanging.await();
            } else if (now == FaultKind.GARBAGE) {
                hits.incrementAndGet();
                send(exchange, 200, "<html>Le service revient bient\u00f4t");
            } else if (put && now == FaultKind.REFUSES) {
                hits.incrementAndGet();
                send(exchange, 422, "{}");
            } else if (put) {
                put(exchange, JSON.readTree(body), now);
            } else if (now == FaultKind.APPLIED_THEN_FAILS
                    && exchange.getRequestURI().getPath().equals(PATH)) {
                // Otherwise the hub would see in the next page what it was not told.
                send(exchange, 500, "{}");
            } else {
                get(exchange);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void get(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals(PATH)) {
            send(exchange, 200, page(exchange.getRequestURI().getQuery()));
            return;
        }
        String key = path.substring(PATH.length() + 1);
        if (unanswered.remove(key)) {
            book.lookedUpAgain();
        }
        CustomerBook.Entry entry = book.entry(key);
        exchange.getResponseHeaders().set("ETag", etag(entry));
        send(exchange, 200, json(key, entry).toString());
    }

    private void put(HttpExchange exchange, JsonNode wanted, FaultKind now) throws IOException {
        String key = exchange.getRequestURI().getPath().substring(PATH.length() + 1);
        synchronized (book) {
            if (!etag(book.entry(key)).equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
                send(exchange, 412, "{}");
                return;
            }
            book.write(
                    key,
                    new Address(
                            wanted.at("/address/line1").asString(),
                            wanted.at("/address/zip").asString(),
                            wanted.at("/address/city").asString()),
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        if (now == FaultKind.APPLIED_THEN_FAILS || now == FaultKind.CUT) {
            hits.incrementAndGet();
            unanswered.add(key);
        }
        if (now == FaultKind.APPLIED_THEN_FAILS) {
            send(exchange, 500, "{}");
        } else if (now == FaultKind.CUT) {
            byte[] whole = json(key, book.entry(key)).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(Arrays.copyOf(whole, whole.length / 2));
        } else {
            send(exchange, 200, json(key, book.entry(key)).toString());
        }
    }

    private String page(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&")) {
            parameters.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        int page = Integer.parseInt(parameters.get("page"));
        int size = Integer.parseInt(parameters.get("size"));
        Optional<Instant> since =
                Optional.ofNullable(parameters.get("updated_since")).map(Instant::parse);
        List<ObjectNode> wanted = book.entries().entrySet().stream()
                .filter(one -> since.isEmpty() || !one.getValue().modified().isBefore(since.get()))
                .map(one -> json(one.getKey(), one.getValue()))
                .toList();
        ObjectNode body = JSON.createObjectNode();
        wanted.stream().skip((long) page * size).limit(size).forEach(body.putArray("items")::add);
        return body.put("pages", (wanted.size() + size - 1) / size).toString();
    }

    private static ObjectNode json(String key, CustomerBook.Entry entry) {
        ObjectNode item = JSON.createObjectNode()
                .put("id", key)
                .put("givenName", entry.person().given())
                .put("familyName", entry.person().family())
                .put("birthDate", entry.person().birthDate().toString())
                .put("email", entry.person().email())
                .put("updatedAt", entry.modified().toString());
        item.putObject("address")
                .put("line1", entry.address().street())
                .put("zip", entry.address().postcode())
                .put("city", entry.address().town());
        return item;
    }

    private static String etag(CustomerBook.Entry entry) {
        return "\"" + entry.version() + "\"";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        fail(FaultKind.NONE);
        server.stop(0);
        threads.shutdownNow();
    }
}
