package io.goldsmith.connect.camel;

import io.goldsmith.connect.message.JsonMessage;
import io.goldsmith.connect.message.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A JSON object in each line, read line by line; blank lines are passed over. */
final class LinesBody implements Body {

    private static final int LONGEST = 1 << 20;

    private final Origin origin;
    private final BufferedReader reader;
    private long number;

    LinesBody(Origin origin, InputStream content, Charset charset) {
        this.origin = origin;
        this.reader = new BufferedReader(new InputStreamReader(content, charset.newDecoder()));
    }

    @Override
    public Optional<Message> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        while (read >= 0) {
            boolean isTooLong = false;
            number++;
            line.setLength(0);
            while (read >= 0 && read != '\n') {
                if (line.length() < LONGEST) {
                    line.append((char) read);
                } else {
                    isTooLong = true;
                }
                read = reader.read();
            }
            if (isTooLong || !line.toString().isBlank()) {
                return Optional.of(message(line.toString(), isTooLong));
            }
            read = read < 0 ? read : reader.read();
        }
        return Optional.empty();
    }

    private Message message(String line, boolean isTooLong) {
        String place = origin.place() + ":" + number;
        return isTooLong
                ? new Message.Broken(
                        origin.stream(),
                        place,
                        "a line must have at most " + LONGEST + " characters, but has more",
                        line.substring(0, 10_000))
                : JsonMessage.of(
                        origin.stream(), place, origin.marks(), Optional.of(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
