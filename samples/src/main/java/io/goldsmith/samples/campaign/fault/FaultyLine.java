package io.goldsmith.samples.campaign.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The line to a database server, on which the faults of the network happen. */
final class FaultyLine implements AutoCloseable {

    /** H2 is asked to prepare a statement before it is asked to execute it. */
    private static final int ANSWERS_BEFORE_COMMIT = 1;

    private static final int LONGEST_TEXT = 200;
    private static final String NOTE = "insert into GOLDSMITH_DELIVERY";

    private final ServerSocket door;
    private final int port;
    private final Random random;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong lostCommits = new AtomicLong();
    private volatile FaultKind fault = FaultKind.NONE;

    private FaultyLine(ServerSocket door, int port, Random random) {
        this.door = door;
        this.port = port;
        this.random = random;
    }

    /**
     * Lays a line.
     *
     * @param port where the server listens, on this machine
     * @param random decides what garbage looks like
     */
    static FaultyLine to(int port, Random random) throws IOException {
        FaultyLine line = new FaultyLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port, random);
        start(line::accept);
        return line;
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whoever is connected is cut off, so that what comes next meets the fault from its beginning. */
    void fail(FaultKind next) {
        fault = next;
        sockets.forEach(FaultyLine::end);
        sockets.clear();
    }

    long hits() {
        return hits.get();
    }

    /** How many transactions with notes of deliveries were committed without anybody being told. */
    long lostCommits() {
        return lostCommits.get();
    }

    private void accept() {
        try {
            while (true) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            // The case is over.
        }
    }

    private void connect(Socket client) throws IOException {
        FaultKind now = fault;
        if (now == FaultKind.DOWN) {
            hits.incrementAndGet();
            end(client);
        } else if (now == FaultKind.HANGS) {
            hits.incrementAndGet();
            sockets.add(client);
        } else if (now == FaultKind.GARBAGE) {
            hits.incrementAndGet();
            start(() -> talkNonsense(client));
        } else {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.addAll(List.of(client, server));
            Conversation conversation = new Conversation(client, server);
            start(conversation::carryThere);
            start(conversation::carryBack);
        }
    }

    private void talkNonsense(Socket client) {
        try (client) {
            byte[] nonsense = new byte[64];
            client.getInputStream().read(nonsense);
            synchronized (random) {
                random.nextBytes(nonsense);
            }
            client.getOutputStream().write(nonsense);
        } catch (IOException left) {
            // The other side has understood that this is nonsense.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "faulty line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // That is what is wanted.
        }
    }

    /** One connection. */
    private final class Conversation {

        private final Socket client;
        private final Socket server;
        private volatile int answersLeft = Integer.MAX_VALUE;
        private boolean notes;
        private String tail = "";

        Conversation(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void carryThere() {
            byte[] bytes = new byte[1 << 16];
            try (client;
                    server) {
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                int length = in.read(bytes);
                while (length > 0 && arrives(bytes, length)) {
                    out.write(bytes, 0, length);
                    out.flush();
                    length = in.read(bytes);
                }
            } catch (IOException cut) {
                // Both ends are closed by now.
            }
        }

        /** Half-way is between the writes and the commit; after it is when the commit has arrived and its answer has not. */
        private boolean arrives(byte[] bytes, int length) {
            // Without zeros the two bytes of a letter, as H2 sends it, are one.
            String seen = tail + new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
            tail = seen.substring(Math.max(0, seen.length() - LONGEST_TEXT));
            if (seen.contains(NOTE)) {
                notes = true;
                if (fault == FaultKind.CUT) {
                    hits.incrementAndGet();
                    return false;
                }
            }
            if (notes && fault == FaultKind.APPLIED_THEN_FAILS && seen.contains("COMMIT")) {
                notes = false;
                tail = "";
                hits.incrementAndGet();
                lostCommits.incrementAndGet();
                answersLeft = ANSWERS_BEFORE_COMMIT;
            }
            return true;
        }

        void carryBack() {
            byte[] bytes = new byte[1 << 16];
            try (client;
                    server) {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                int length = in.read(bytes);
                while (length > 0 && (answersLeft == Integer.MAX_VALUE || answersLeft-- > 0)) {
                    out.write(bytes, 0, length);
                    out.flush();
                    length = in.read(bytes);
                }
            } catch (IOException cut) {
                // Both ends are closed by now.
            }
        }
    }

    @Override
    public void close() {
        fail(FaultKind.DOWN);
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
