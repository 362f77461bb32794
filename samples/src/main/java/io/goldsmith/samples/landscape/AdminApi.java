package io.goldsmith.samples.landscape;

import com.sun.net.httpserver.HttpExchange;
import io.goldsmith.samples.generate.PostalAddress;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The administrator's side of a system, for demonstrations and tests: {@code GET /admin/customers/KEY}, {@code POST
 * /admin/customers/KEY/address}, {@code GET /admin/changes/KEY}, {@code GET /admin/repeated}.
 */
final class AdminApi implements HttpService.Endpoint {

    /** What an administrator may ask of a system. */
    interface Administered {

        Optional<Map<String, String>> customer(String key);

        /** Answers whether there is such a customer. */
        boolean changeAddress(String key, PostalAddress address);

        long changes(String key);

        long repeatedMessages();
    }

    static final String PATH = "/admin/";

    private static final String ADDRESS = "/address";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final Administered system;

    AdminApi(Administered system) {
        this.system = system;
    }

    @Override
    public Reply answer(HttpExchange request) throws IOException {
        String asked = HttpService.pathBehind(PATH, request);
        boolean get = request.getRequestMethod().equals("GET");
        if (get && asked.startsWith("changes/")) {
            return Reply.ok(Map.of("changes", system.changes(asked.substring("changes/".length()))));
        }
        if (get && asked.equals("repeated")) {
            return Reply.ok(Map.of("repeated", system.repeatedMessages()));
        }
        if (!asked.startsWith("customers/")) {
            throw new HttpFailure(404, "Expected /admin/customers/KEY, /admin/changes/KEY or /admin/repeated.");
        }
        String key = asked.substring("customers/".length());
        if (get) {
            return system.customer(key).map(Reply::ok).orElseThrow(AdminApi::noSuchCustomer);
        }
        if (!request.getRequestMethod().equals("POST") || !key.endsWith(ADDRESS)) {
            throw new HttpFailure(405, "Expected GET /admin/customers/KEY or POST /admin/customers/KEY/address.");
        }
        if (!system.changeAddress(key.substring(0, key.length() - ADDRESS.length()), address(request))) {
            throw noSuchCustomer();
        }
        return Reply.ok(Map.of());
    }

    private static PostalAddress address(HttpExchange request) throws IOException {
        try {
            return MAPPER.readValue(HttpService.body(request), PostalAddress.class);
        } catch (JacksonException e) {
            throw new HttpFailure(400, "Expected a JSON object with street, postcode, town and country.");
        }
    }

    private static HttpFailure noSuchCustomer() {
        return new HttpFailure(404, "No customer has this key.");
    }
}
