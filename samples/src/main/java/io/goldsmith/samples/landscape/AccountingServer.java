package io.goldsmith.samples.landscape;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The process of accounting: an HTTP service over its book of customers. */
public final class AccountingServer {

    private AccountingServer() {}

    /** Arguments: the landscape's folder, the port or 0 for any, the seed of the 503 answers. */
    public static void main(String[] arguments) throws Exception {
        Path landscape = Path.of(arguments[0]);
        AccountingBook book = AccountingBook.open(landscape.resolve("accounting"), Clock.systemUTC());
        HttpService service = new HttpService(
                Integer.parseInt(arguments[1]),
                Secrets.under(landscape).get(Secrets.ACCOUNTING_TOKEN),
                Map.of(
                        CustomersApi.PATH,
                        new Outages(Long.parseLong(arguments[2]), new CustomersApi(book)),
                        AdminApi.PATH,
                        new AdminApi(book)));
        ServedProcess.serveUntilParentLeaves(service.port(), () -> {
            service.close();
            book.close();
        });
    }
}
