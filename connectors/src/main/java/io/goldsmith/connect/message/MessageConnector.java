package io.goldsmith.connect.message;

import io.goldsmith.connect.mapping.StreamMapping;
import io.goldsmith.connect.settings.ConnectorSettings;
import io.goldsmith.connect.spi.ExtractionRun;
import io.goldsmith.connect.spi.Listening;
import io.goldsmith.connect.spi.RecordReading;
import io.goldsmith.connect.spi.Waiting;
import io.goldsmith.mdm.source.Delivery;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lands what a system sends: a batch is read, landed, and told as landed, in this order, before the next is read. So a hub that is killed in between gets
 * a batch again and recognises it, and never more than one is on its way. Thread-safe.
 */
public final class MessageConnector implements Listening, AutoCloseable {

    /** The most messages of one extraction, so that a sender that never rests does not hold it for ever. */
    private static final int MOST = 1_000_000;

    /** How long one look for messages waits. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How long one run listens to a sender that never rests. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final String name;
    private final Map<String, StreamMapping> streams = new LinkedHashMap<>();
    private final Supplier<MessageReader> opening;
    private final Waiting waiting;
    private final Clock clock;
    private Optional<MessageReader> reader = Optional.empty();
    private boolean listens;

    /**
     * @param hubFolder the hub's folder
     * @param opening opens the way to the system; asked again after each failure
     */
    public MessageConnector(
            String name,
            ConnectorSettings settings,
            Path hubFolder,
            Supplier<MessageReader> opening,
            Waiting waiting,
            Clock clock) {
        this.name = name;
        settings.streams()
                .forEach(stream -> streams.put(stream.name(), StreamMapping.of(settings.source(), stream, hubFolder)));
        this.opening = opening;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    /** Lands what is there now, and leaves the system unless the connector listens to it. */
    @Override
    public synchronized void extract(ExtractionRun run) {
        guarded(opened -> {
            opened.begin();
            int taken = 0;
            boolean goesOn = true;
            while (goesOn) {
                int count = landNext(opened, run);
                taken += count;
                goesOn = !waiting.isClosing() && taken < MOST && (count > 0 || !opened.isDrained());
            }
        });
        if (!listens) {
            leave();
        }
    }

    @Override
    public synchronized void listen(ExtractionRun run, Runnable landed) {
        guarded(opened -> {
            if (!listens) {
                opened.begin();
                listens = true;
            }
            Instant until = clock.instant().plus(LONGEST);
            boolean goesOn = true;
            while (goesOn) {
                boolean came = landNext(opened, run) > 0;
                if (came) {
                    landed.run();
                }
                goesOn = came && !waiting.isClosing() && clock.instant().isBefore(until);
            }
        });
    }

    private interface Reading {
        void read(MessageReader opened);
    }

    /** After a failure the way is opened anew: what was read and not landed comes again. */
    private void guarded(Reading reading) {
        try {
            if (reader.isEmpty()) {
                reader = Optional.of(opening.get());
            }
            reading.read(reader.get());
        } catch (RuntimeException failure) {
            leave();
            throw failure;
        }
    }

    private int landNext(MessageReader opened, ExtractionRun run) {
        List<Message> messages = opened.next(LOOK);
        if (!messages.isEmpty()) {
            run.land(messages.stream().map(this::delivery).toList());
            opened.landed();
        }
        return messages.size();
    }

    private Delivery delivery(Message message) {
        StreamMapping mapping = streams.get(message.stream());
        if (message instanceof Message.Content content) {
            return mapping.map(content.row());
        }
        if (message instanceof Message.Deletion deletion) {
            return mapping.deletion(deletion.marks());
        }
        Message.Broken broken = (Message.Broken) message;
        return mapping.unreadable(broken.origin(), broken.reason(), broken.payload());
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public synchronized void leave() {
        listens = false;
        Optional<MessageReader> left = reader;
        reader = Optional.empty();
        left.ifPresent(MessageReader::close);
    }

    /** What was sent is no state that could be compared: nothing is handed over. */
    @Override
    public boolean read(String stream, RecordReading reading) {
        return false;
    }

    @Override
    public synchronized void close() {
        leave();
    }
}
