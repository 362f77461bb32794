package io.goldsmith.connect.replicate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A cable to a database that is cut when a statement passes: before it arrives, or after it took effect and before the answer is back. */
final class Cable implements AutoCloseable {

    private final ServerSocket door;
    private final int port;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile boolean isUnplugged;

    /**
     * What cuts it, once.
     *
     * @param text of a statement
     * @param answersBefore how many answers to it still pass; negative: it does not arrive
     */
    private record Fault(String text, int answersBefore) {}

    private Cable(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    /** @param port where the database listens, on this machine */
    static Cable to(int port) {
        try {
            Cable cable = new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            start(cable::accept);
            return cable;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** The next statement with this text does not arrive. */
    void cutBefore(String text) {
        fault = Optional.of(new Fault(text, -1));
    }

    /** The next statement with this text takes effect, and its answer is lost. */
    void loseAnswerOf(String text, int answersBefore) {
        fault = Optional.of(new Fault(text, answersBefore));
    }

    /** Whether what was asked for has happened. */
    boolean isCut() {
        return fault.isEmpty();
    }

    void unplug() {
        isUnplugged = true;
        sockets.forEach(Cable::close);
    }

    void plugIn() {
        isUnplugged = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (isUnplugged) {
                    close(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.addAll(List.of(client, server));
        Line line = new Line(client, server);
        start(line::carryThere);
        start(line::carryBack);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what is wanted.
        }
    }

    /** One connection. */
    private final class Line {

        private final Socket client;
        private final Socket server;
        private int answersLeft = Integer.MAX_VALUE;
        private String tail = "";

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carryThere() {
            carry(client, server, (bytes, length) -> {
                // Without zeros the two bytes of a letter, as H2 sends it, are the one that PostgreSQL sends.
                String seen = tail + new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
                Optional<Fault> met = fault.filter(one -> seen.contains(one.text()));
                tail = seen.substring(Math.max(0, seen.length() - 100));
                if (met.isEmpty()) {
                    return true;
                }
                tail = "";
                fault = Optional.empty();
                answersLeft = met.get().answersBefore();
                return answersLeft >= 0;
            });
        }

        void carryBack() {
            carry(server, client, (bytes, length) -> answersLeft == Integer.MAX_VALUE || answersLeft-- > 0);
        }

        private void carry(Socket from, Socket to, Watch watch) {
            byte[] bytes = new byte[1 << 16];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                int length = in.read(bytes);
                while (length > 0 && watch.passes(bytes, length)) {
                    out.write(bytes, 0, length);
                    out.flush();
                    length = in.read(bytes);
                }
            } catch (IOException cut) {
                // Both ends are closed by now.
            }
        }
    }

    @FunctionalInterface
    private interface Watch {
        boolean passes(byte[] bytes, int length);
    }

    @Override
    public void close() {
        unplug();
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
