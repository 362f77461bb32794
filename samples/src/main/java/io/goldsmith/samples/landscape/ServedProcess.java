package io.goldsmith.samples.landscape;

import java.io.IOException;
import java.io.InputStream;

/** The life of a child process: it says when it serves, and ends when its standard input does. */
final class ServedProcess {

    /** What precedes the port in the one line on standard output. */
    static final String READY = "READY port=";

    private ServedProcess() {}

    /** Says that the port is served, waits for the end of standard input, closes the service and ends the process. */
    static void serveUntilParentLeaves(int port, AutoCloseable service) throws Exception {
        System.out.println(READY + port);
        System.out.flush();
        awaitEnd(System.in);
        service.close();
        System.exit(0);
    }

    private static void awaitEnd(InputStream in) throws IOException {
        int read = in.read();
        while (read >= 0) {
            read = in.read();
        }
    }
}
