package io.goldsmith.bench.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.goldsmith.bench.figure.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A system with an HTTP service that lists its persons page by page and takes them one by one, and notes when each change arrived. */
final class TargetService implements AutoCloseable {

    private static final String PERSONS = "/persons";
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(page|size|updated_since)=([^&]*)");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final TreeMap<String, ObjectNode> persons = new TreeMap<>();
    private final Map<Integer, Long> arrivals = new ConcurrentHashMap<>();

    private TargetService(HttpServer server) {
        this.server = server;
    }

    /** Starts one that has so many persons. */
    static TargetService start(int persons) {
        // Else each answer waits forty milliseconds for the acknowledgement of its own headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TargetService service = new TargetService(server);
            Instant before = Instant.now().minusSeconds(3600);
            for (int i = 0; i < persons; i++) {
                service.add(new Person(i), before);
            }
            server.createContext(PERSONS, service::handle);
            server.setExecutor(service.threads);
            server.start();
            return service;
        } catch (IOException e) {
            throw new BenchException("The target of the benchmark cannot listen on this machine.", e);
        }
    }

    private void add(Person person, Instant at) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", person.key())
                .put("given", person.givenName())
                .put("family", person.familyName())
                .put("born", person.birthDate())
                .put("email", person.email())
                .put("street", Person.street(0))
                .put("updatedAt", at.toString());
        persons.put(person.key(), node);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** When each change arrived first, as System.nanoTime tells it. */
    Map<Integer, Long> arrivals() {
        return arrivals;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (path.equals(PERSONS)) {
                answer(exchange, page(exchange.getRequestURI().getQuery()));
            } else if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, person(key(path)));
            } else {
                put(key(path), body);
                answer(exchange, "{}");
            }
        }
    }

    private static String key(String path) {
        return path.substring(PERSONS.length() + 1);
    }

    private synchronized String person(String key) {
        return persons.get(key).toString();
    }

    private synchronized void put(String key, byte[] body) {
        long now = System.nanoTime();
        ObjectNode person = (ObjectNode) JSON.readTree(body);
        person.put("updatedAt", Instant.now().toString());
        persons.put(key, person);
        arrivals.putIfAbsent(Person.change(person.path("street").asString()), now);
    }

    private synchronized String page(String query) {
        Map<String, String> asked = new TreeMap<>(Map.of("page", "0", "size", "1000", "updated_since", ""));
        Matcher parameters = PARAMETER.matcher(query);
        while (parameters.find()) {
            asked.put(parameters.group(1), parameters.group(2));
        }
        Instant since = asked.get("updated_since").isEmpty() ? Instant.MIN : Instant.parse(asked.get("updated_since"));
        List<ObjectNode> wanted = new ArrayList<>();
        for (ObjectNode person : persons.values()) {
            if (!Instant.parse(person.path("updatedAt").asString()).isBefore(since)) {
                wanted.add(person);
            }
        }
        int size = Integer.parseInt(asked.get("size"));
        ObjectNode page = JSON.createObjectNode();
        wanted.stream()
                .skip(Long.parseLong(asked.get("page")) * size)
                .limit(size)
                .forEach(page.putArray("items")::add);
        return page.put("pages", (wanted.size() + size - 1) / size).toString();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
