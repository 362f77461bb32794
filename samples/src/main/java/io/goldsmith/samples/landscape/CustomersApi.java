package io.goldsmith.samples.landscape;

import com.sun.net.httpserver.HttpExchange;
import io.goldsmith.samples.generate.AccountingCustomer;
import io.goldsmith.samples.generate.AccountingFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Accounting's protocol: {@code GET /customers?page=N&size=S&updated_since=INSTANT}, {@code GET /customers/ID} with an ETag, {@code PUT
 * /customers/ID} with {@code If-Match} and, if wanted, {@code Idempotency-Key}. A PUT replaces: what it leaves out is empty afterwards,
 * except for the kind and the purchases, which are accounting's own.
 */
final class CustomersApi implements HttpService.Endpoint {

    static final String PATH = "/customers";

    private static final int LONGEST_KEY = 200;

    private final AccountingBook book;

    CustomersApi(AccountingBook book) {
        this.book = book;
    }

    @Override
    public Reply answer(HttpExchange request) throws IOException {
        String rest = HttpService.pathBehind(PATH, request);
        String method = request.getRequestMethod();
        if (rest.isEmpty() || rest.equals("/")) {
            if (!method.equals("GET")) {
                throw new HttpFailure(405, "Expected GET /customers.");
            }
            return page(PageQuery.parse(request.getRequestURI().getRawQuery()));
        }
        if (rest.charAt(0) != '/') {
            throw new HttpFailure(404, "Expected /customers or /customers/ID.");
        }
        String id = rest.substring(1);
        return switch (method) {
            case "GET" -> withTag(book.get(id).orElseThrow(CustomersApi::noSuchCustomer));
            case "PUT" -> put(id, request);
            default -> throw new HttpFailure(405, "Expected GET or PUT.");
        };
    }

    private record Page(List<AccountingCustomer> items, int page, int pages) {}

    private Reply page(PageQuery query) {
        List<AccountingCustomer> all = book.since(query.updatedSince());
        int pages = (all.size() + query.size() - 1) / query.size();
        int from = (int) Math.min(all.size(), (long) query.page() * query.size());
        int to = Math.min(all.size(), from + query.size());
        return Reply.ok(new Page(all.subList(from, to), query.page(), pages));
    }

    private Reply put(String id, HttpExchange request) throws IOException {
        byte[] body = HttpService.body(request);
        AccountingCustomer wanted = parse(body);
        if (!wanted.id().isEmpty() && !wanted.id().equals(id)) {
            throw new HttpFailure(400, "The id in the body is not the one in the path; leave it out or correct it.");
        }
        String key = Optional.ofNullable(request.getRequestHeaders().getFirst("Idempotency-Key"))
                .orElse("");
        if (key.length() > LONGEST_KEY) {
            throw new HttpFailure(400, "An Idempotency-Key has at most " + LONGEST_KEY + " characters.");
        }
        Optional<String> expected =
                Optional.ofNullable(request.getRequestHeaders().getFirst("If-Match"));
        return withTag(
                book.put(id, wanted, expected, new PutKey(key, id, body)).orElseThrow(CustomersApi::noSuchCustomer));
    }

    private static AccountingCustomer parse(byte[] body) {
        try {
            AccountingCustomer customer = AccountingFormat.strictReader().readValue(body);
            if (customer == null) {
                throw new HttpFailure(400, "Expected a JSON object with a customer, found null.");
            }
            return customer;
        } catch (JacksonException e) {
            throw new HttpFailure(
                    400,
                    "Expected a JSON object with a customer; line %d, column %d is not part of one."
                            .formatted(
                                    e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private static Reply withTag(AccountingBook.Entry entry) {
        return new Reply(200, Map.of("ETag", entry.tag()), entry.customer());
    }

    private static HttpFailure noSuchCustomer() {
        return new HttpFailure(404, "No customer has this id.");
    }
}
