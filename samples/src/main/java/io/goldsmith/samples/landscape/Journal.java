package io.goldsmith.samples.landscape;

import io.goldsmith.samples.SamplesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What has happened, one JSON line each, appended and forced to disk before anybody is told. A last line that a killed process did not
 * finish was never acknowledged and is cut off. One process at a time.
 *
 * @param <E> a record
 */
final class Journal<E> implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final Class<E> type;
    private final FileChannel channel;
    private final FileLock lock;

    private Journal(Path file, Class<E> type, FileChannel channel, FileLock lock) {
        this.file = file;
        this.type = type;
        this.channel = channel;
        this.lock = lock;
    }

    /** Opens or makes the journal and hands over what it holds, the oldest first. */
    static <E> Journal<E> open(Path file, Class<E> type, Consumer<E> replay) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new SamplesException(
                        "The journal " + file + " is in use by another process: start one landscape per folder.");
            }
            Journal<E> journal = new Journal<>(file, type, channel, lock);
            journal.replay(replay);
            return journal;
        } catch (IOException e) {
            throw new SamplesException("The journal " + file + " cannot be opened: check the folder's permissions.", e);
        }
    }

    private void replay(Consumer<E> replay) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int start = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                replay.accept(MAPPER.readValue(content, start, i - start, type));
                start = i + 1;
            }
        }
        channel.truncate(start);
        channel.position(start);
    }

    /** When it returns the entry survives the end of the process. */
    synchronized void append(E entry) {
        byte[] line = (MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long start = channel.position();
            try {
                write(ByteBuffer.wrap(line));
            } catch (IOException e) {
                // Half a line would spoil the next one.
                channel.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            throw new SamplesException("The journal " + file + " cannot be written: check that the disk has room.", e);
        }
    }

    private void write(ByteBuffer line) throws IOException {
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
