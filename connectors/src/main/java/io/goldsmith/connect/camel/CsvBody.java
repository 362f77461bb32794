package io.goldsmith.connect.camel;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.connect.message.Message;
import io.goldsmith.connect.message.MessageRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A header, then records, read one by one; a column NAME is the pointer {@code /NAME}. */
final class CsvBody implements Body {

    private final Origin origin;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private List<String> header = List.of();
    private boolean isBroken;
    private long line;

    CsvBody(Origin origin, InputStream content, Charset charset, char separator) {
        this.origin = origin;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(content, charset.newDecoder()));
        this.records = reader.iterator();
    }

    /** From where it is no CSV any more nothing can be read: that is told once, as a message, and ends it. */
    @Override
    public Optional<Message> next() throws IOException {
        try {
            if (header.isEmpty() && records.hasNext()) {
                header = records.next().getFields();
            }
            if (isBroken || !records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord read = records.next();
            line = read.getStartingLineNumber();
            return Optional.of(message(read));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            isBroken = true;
            return Optional.of(new Message.Broken(
                    origin.stream(),
                    origin.place() + ":" + (line + 1),
                    "a line must be CSV, but from here on nothing can be read: a quote is not closed, or a line is too"
                            + " long",
                    ""));
        }
    }

    private Message message(CsvRecord read) {
        String place = origin.place() + ":" + read.getStartingLineNumber();
        if (read.getFieldCount() != header.size()) {
            return new Message.Broken(
                    origin.stream(),
                    place,
                    "a line must have " + header.size() + " columns as the header has, but has " + read.getFieldCount(),
                    String.join(";", read.getFields()));
        }
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < header.size(); i++) {
            content.put(header.get(i).replace("\uFEFF", "").trim(), read.getField(i));
        }
        return new Message.Content(origin.stream(), new MessageRow(place, origin.marks(), content));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
