package io.goldsmith.connect.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An accounting service with paging, token, ETags and faults on demand. */
public final class AccountingService implements AutoCloseable {

    /** What it does with a request instead of answering it. */
    public enum Fault {
        /** Nothing: this request is answered. */
        NONE,
        BUSY,
        /** It does what it is asked, and says that it failed. */
        LOST_ANSWER,
        GARBAGE,
        HANG,
        /** Another user changes the record between reading and writing. */
        CHANGED
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final TreeMap<String, ObjectNode> customers = new TreeMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private final List<String> puts = new ArrayList<>();
    private final List<String> posts = new ArrayList<>();
    private final Map<String, String> created = new HashMap<>();
    private final List<String> absorptions = new ArrayList<>();
    private final List<String> deletions = new ArrayList<>();
    private boolean isIdempotent = true;
    private volatile String held = "";
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goingOn = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);

    private AccountingService(HttpServer server) {
        this.server = server;
    }

    public static AccountingService start() throws IOException {
        return start(0);
    }

    /** Starts it on a port. */
    public static AccountingService start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        AccountingService service = new AccountingService(server);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/customers", service::handle);
        server.start();
        return service;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The connector's settings. */
    public String yaml() {
        return yaml(port());
    }

    public static String yaml(int port) {
        return """
              accounting:
                kind: http
                source: accounting
                url: "http://localhost:%d"
                token: "${file:secrets/password}"
                page-size: 2
                timeout: PT1S
                breaker: {failures: 3, rest: PT0.05S, longest-rest: PT0.2S}
                alert-after: PT0.1S
                retry: {attempts: 3, first-delay: PT0.01S, longest-delay: PT0.05S}
                streams:
                  - name: customers
                    from: /customers
                    records:
                      key: /id
                      timestamp: /updatedAt
                      attributes:
                        party_type: {constant: person}
                        given_name: {column: /displayName, name: given}
                        family_name: {column: /displayName, name: family}
                        birth_date: /birthDate
                        street: /address/line1
                        postcode: /address/zip
                        town: /address/city
                        email: /email
            """.formatted(port);
    }

    public synchronized void customer(String id, String name, String email, String street, Instant at) {
        ObjectNode item = JSON.createObjectNode();
        item.put("id", id).put("displayName", name).put("email", email).put("birthDate", "1980-05-17");
        item.putObject("address").put("line1", street).put("zip", "75001").put("city", "Paris");
        item.put("updatedAt", at.toString());
        customers.put(id, item);
        versions.merge(id, 1, Integer::sum);
    }

    /** Its own user changes the address of a customer. */
    public synchronized void move(String id, String street, Instant at) {
        ((ObjectNode) customers.get(id).get("address")).put("line1", street);
        customers.get(id).put("updatedAt", at.toString());
        versions.merge(id, 1, Integer::sum);
    }

    /** A customer has no time of its last change any more. */
    public synchronized void forgetWhenItChanged(String id) {
        customers.get(id).put("updatedAt", "");
    }

    /** A customer is deleted. */
    public synchronized void remove(String id) {
        customers.remove(id);
    }

    /** Adds a customer as a JSON object, or replaces it. */
    public synchronized void customerOf(String json) {
        ObjectNode item = (ObjectNode) JSON.readTree(json);
        customers.put(item.path("id").asString(), item);
        versions.merge(item.path("id").asString(), 1, Integer::sum);
    }

    public synchronized ObjectNode customer(String id) {
        return customers.get(id).deepCopy();
    }

    /** The next requests meet these faults, one each. */
    public synchronized void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Whether requests have met all the faults. */
    public synchronized boolean hasFailed() {
        return faults.isEmpty();
    }

    /** Requests that hang are answered, and none hangs any more. */
    public void letGo() {
        goingOn.countDown();
    }

    /** From now on a write to a customer waits at the door, until it is let go with those that hang. */
    public void hold(String id) {
        held = id;
    }

    /** Waits until a write is held. */
    public void awaitHeld() throws InterruptedException {
        arrived.await();
    }

    /** The idempotency keys of the writes that changed something. */
    public synchronized List<String> puts() {
        return List.copyOf(puts);
    }

    /** The idempotency keys of all the requests to create a customer. */
    public synchronized List<String> posts() {
        return List.copyOf(posts);
    }

    /** The requests to let one customer absorb another: idempotency key and path. */
    public synchronized List<String> absorptions() {
        return List.copyOf(absorptions);
    }

    /** The keys of the customers that were deleted by request. */
    public synchronized List<String> deletions() {
        return List.copyOf(deletions);
    }

    /** The keys of its customers. */
    public synchronized List<String> keys() {
        return List.copyOf(customers.keySet());
    }

    /** From now on a repeated request to create a customer creates another. */
    public synchronized void forgetIdempotency() {
        isIdempotent = false;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Fault fault = nextFault();
            if (fault == Fault.HANG) {
                goingOn.await();
                if (closing.getCount() == 0) {
                    return;
                }
            }
            if (!exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().endsWith("/" + held)) {
                held = "";
                arrived.countDown();
                goingOn.await();
            }
            if (!"Bearer 0123456789-secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "{}");
            } else if (fault == Fault.BUSY) {
                exchange.getResponseHeaders().set("Retry-After", "0");
                answer(exchange, 503, "{}");
            } else if (fault == Fault.GARBAGE) {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                answer(exchange, 200, "<html>Dupont</html>");
            } else {
                serve(exchange, fault);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Fault nextFault() {
        return faults.poll();
    }

    private synchronized void serve(HttpExchange exchange, Fault fault) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.contains("/absorb/")) {
            absorptions.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " " + path);
            answer(exchange, fault == Fault.LOST_ANSWER ? 500 : 200, "{}");
            return;
        }
        if (exchange.getRequestMethod().equals("POST")) {
            post(exchange, fault == Fault.LOST_ANSWER ? 500 : 201);
            return;
        }
        if (path.equals("/customers")) {
            answer(exchange, 200, page(exchange.getRequestURI().getQuery()));
            return;
        }
        String id = path.substring("/customers/".length());
        if (!customers.containsKey(id)) {
            answer(exchange, 404, "{}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("ETag", etag(id));
            answer(exchange, 200, customers.get(id).toString());
            if (fault == Fault.CHANGED) {
                versions.merge(id, 1, Integer::sum);
            }
        } else if (!etag(id).equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            answer(exchange, 412, "{}");
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            customers.remove(id);
            deletions.add(id);
            answer(exchange, fault == Fault.LOST_ANSWER ? 500 : 204, "");
        } else {
            put(exchange, id, fault == Fault.LOST_ANSWER ? 500 : 200);
        }
    }

    private void put(HttpExchange exchange, String id, int status) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        ObjectNode item = (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!puts.contains(key)) {
            puts.add(key);
            item.put("updatedAt", Instant.now().toString());
            customers.put(id, item);
            versions.merge(id, 1, Integer::sum);
        }
        answer(exchange, status, "{}");
    }

    private void post(HttpExchange exchange, int status) throws IOException {
        String idempotencyKey = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        posts.add(idempotencyKey);
        String id = isIdempotent ? created.get(idempotencyKey) : null;
        if (id == null) {
            id = "N" + (created.size() + 1);
            created.put(isIdempotent ? idempotencyKey : id, id);
            ObjectNode item =
                    (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
            item.put("id", id).put("updatedAt", Instant.now().toString());
            customers.put(id, item);
            versions.put(id, 1);
        }
        exchange.getResponseHeaders().set("Location", "/customers/" + id);
        answer(exchange, status, customers.get(id).toString());
    }

    private String page(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.split("&")) {
            parameters.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        int size = Integer.parseInt(parameters.getOrDefault("size", "100"));
        int page = Integer.parseInt(parameters.getOrDefault("page", "0"));
        Instant since = Instant.parse(parameters.getOrDefault("updated_since", "1970-01-01T00:00:00Z"));
        List<ObjectNode> wanted = customers.values().stream()
                .filter(item -> !parameters.containsKey("externalId")
                        || parameters
                                .get("externalId")
                                .equals(item.path("externalId").asString()))
                .filter(item -> item.get("updatedAt").asString().isEmpty()
                        || !Instant.parse(item.get("updatedAt").asString()).isBefore(since))
                .toList();
        ObjectNode body = JSON.createObjectNode();
        wanted.stream().skip((long) page * size).limit(size).forEach(body.putArray("items")::add);
        body.put("page", page).put("pages", (wanted.size() + size - 1) / size);
        return body.toString();
    }

    private String etag(String id) {
        return "\"" + versions.get(id) + "\"";
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        goingOn.countDown();
        server.stop(0);
    }
}
