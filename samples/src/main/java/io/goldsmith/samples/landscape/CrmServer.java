package io.goldsmith.samples.landscape;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.h2.tools.Server;

/** The process of the CRM: an H2 database server. It is only reachable once its tables are filled. */
public final class CrmServer {

    static final String DATABASE = "crm";

    private CrmServer() {}

    /** Arguments: the landscape's folder, the port or 0 for any. */
    public static void main(String[] arguments) throws Exception {
        Path landscape = Path.of(arguments[0]);
        Path data = landscape.resolve("crm/data");
        String password = Secrets.under(landscape).get(Secrets.CRM_PASSWORD);
        // Kept open as long as the process lives, so that the database is not closed whenever the last client leaves.
        // Without
        // WRITE_DELAY=0 a killed process loses commits that it acknowledged.
        String url = "jdbc:h2:file:" + data.resolve(DATABASE) + ";WRITE_DELAY=0";
        Connection keeper = DriverManager.getConnection(url, Crm.USER, password);
        new CrmTables(landscape.resolve("crm")).fillOnce(keeper);
        Server server = Server.createTcpServer(
                        "-tcpPort", arguments[1], "-baseDir", data.toString(), "-ifExists", "-tcpDaemon")
                .start();
        ServedProcess.serveUntilParentLeaves(server.getPort(), () -> {
            server.stop();
            keeper.close();
        });
    }
}
