package io.goldsmith.samples.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What outlives the hub's process: how far the script is, as a source system would know it, and what a consumer has taken from the
 * outbox.
 *
 * @param folder where both lie
 */
record CrashFiles(Path folder) {

    private static final String STEPS = "steps";
    private static final String EVENTS = "events";

    /** How many steps of the script are done. */
    int stepsDone() {
        return lines(STEPS).size();
    }

    /** Notes a step as done, durably. */
    void done(int step) {
        append(STEPS, step + "\n");
    }

    /** What the consumer has taken, one line for each event, in the order in which it came; an event may come twice. */
    List<String> events() {
        return lines(EVENTS);
    }

    /** Notes events as taken, durably. */
    void taken(List<String> events) {
        append(
                EVENTS,
                String.join("", events.stream().map(event -> event + "\n").toList()));
    }

    /** A line that was cut by a kill is none: what it stood for is done again. */
    private List<String> lines(String name) {
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return List.of();
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String name, String text) {
        try (FileChannel file = FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            file.position(endOfLastLine(file));
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.truncate(file.position());
            file.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long endOfLastLine(FileChannel file) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }
}
