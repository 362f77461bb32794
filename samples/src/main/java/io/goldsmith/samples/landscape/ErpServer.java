package io.goldsmith.samples.landscape;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The process of the ERP: it looks into its import folder, and has a port for its administrator alone. */
public final class ErpServer {

    private static final long LOOK_EVERY_MILLISECONDS = 100;

    private ErpServer() {}

    /** Arguments: the landscape's folder, the port or 0 for any. */
    public static void main(String[] arguments) throws Exception {
        Path landscape = Path.of(arguments[0]);
        ErpDesk desk = new ErpDesk(landscape.resolve("erp"), Clock.systemUTC());
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
        clockwork.scheduleWithFixedDelay(desk::takeIn, 0, LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        HttpService service = new HttpService(
                Integer.parseInt(arguments[1]),
                Secrets.under(landscape).get(Secrets.ERP_TOKEN),
                Map.of(AdminApi.PATH, new AdminApi(desk)));
        ServedProcess.serveUntilParentLeaves(service.port(), () -> {
            service.close();
            clockwork.shutdown();
            desk.close();
        });
    }
}
