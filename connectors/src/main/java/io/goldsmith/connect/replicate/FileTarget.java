package io.goldsmith.connect.replicate;

import io.goldsmith.connect.file.DelimitedLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** A target that takes updates as delimited files and answers with acknowledgement files. */
final class FileTarget implements Target {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The most acknowledgement files that are read at once. */
    private static final int MOST_FILES = 1_000;

    /**
     * How its files look.
     *
     * @param folder where updates are dropped
     * @param prefix how their names begin
     * @param keyColumn the column with the record's key
     * @param ourKey the column with the golden id of a record that is to be created; empty: none is created
     */
    record Format(
            Path folder,
            String prefix,
            String messageColumn,
            String keyColumn,
            Optional<String> ourKey,
            Charset charset,
            char separator) {}

    private final String routes;
    private final Format format;
    private final Acknowledgements acknowledgements;
    private final ProducerTemplate camel;

    /** @param routes how the names of its routes end */
    FileTarget(String routes, Format format, Acknowledgements acknowledgements, ProducerTemplate camel) {
        this.routes = routes;
        this.format = format;
        this.acknowledgements = acknowledgements;
        this.camel = camel;
    }

    @Override
    public Map<String, Outcome> answers() {
        boolean taken = true;
        for (int i = 0; taken && i < MOST_FILES; i++) {
            Exchange answer = camel.request("direct:acknowledge-" + routes, exchange -> {});
            taken = answer.getException() == null && answer.getProperty(FileTargetRoutes.TAKEN, false, Boolean.class);
        }
        return acknowledgements.take();
    }

    @Override
    public boolean isUntaken(String carrier) {
        return Files.exists(format.folder().resolve(carrier));
    }

    /** Letters of the same columns share a file, named after its first delivery, so that names are in the order of the deliveries. */
    @Override
    public Map<String, List<Letter>> packs(List<Letter> letters) {
        Map<List<String>, List<Letter>> byColumns = new LinkedHashMap<>();
        letters.forEach(letter -> byColumns
                .computeIfAbsent(List.copyOf(columns(letter).keySet()), columns -> new ArrayList<>())
                .add(letter));
        Map<String, List<Letter>> packs = new LinkedHashMap<>();
        byColumns.values().forEach(pack -> packs.put(name(pack.get(0)), pack));
        return packs;
    }

    private String name(Letter first) {
        return "%s%012d-%03d.csv"
                .formatted(format.prefix(), first.row().id(), first.row().attempts() + 1);
    }

    @Override
    public List<Outcome> send(String carrier, List<Letter> pack) {
        if (!Files.isDirectory(format.folder())) {
            return List.of(
                    new Outcome.Unreachable("the folder " + format.folder() + " is not there; check that the target's"
                            + " folder is mounted and that the hub may write to it"));
        }
        Exchange answer = camel.request("direct:send-" + routes, exchange -> {
            exchange.getMessage().setHeader(Exchange.FILE_NAME, carrier);
            exchange.getMessage().setBody(content(pack));
        });
        return answer.getException() == null
                ? Collections.nCopies(pack.size(), new Outcome.Awaiting())
                : List.of(new Outcome.Unreachable("a file cannot be written to " + format.folder() + " ("
                        + answer.getException().getClass().getSimpleName() + "); check space and rights"));
    }

    private byte[] content(List<Letter> pack) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        List<String> header = new ArrayList<>(List.of(format.messageColumn(), format.keyColumn()));
        header.addAll(columns(pack.get(0)).keySet());
        content.writeBytes(line(header));
        for (Letter letter : pack) {
            // The target gives a new record its key.
            String key = letter.creates() ? "" : letter.update().key();
            List<String> fields = new ArrayList<>(List.of(letter.messageId(), key));
            fields.addAll(columns(letter).values());
            content.writeBytes(line(fields));
        }
        return content.toByteArray();
    }

    private SortedMap<String, String> columns(Letter letter) {
        SortedMap<String, String> columns = letter.update().all();
        if (letter.creates()) {
            format.ourKey()
                    .ifPresent(column ->
                            columns.put(column, letter.update().golden().id().toString()));
        }
        return columns;
    }

    private byte[] line(List<String> fields) {
        List<String> quoted = fields.stream()
                .map(field -> DelimitedLine.quoted(field, format.separator()))
                .toList();
        return (String.join(String.valueOf(format.separator()), quoted) + "\r\n").getBytes(format.charset());
    }

    /** The target knows a repeated message by its number. */
    @Override
    public boolean repeatsCreations() {
        return true;
    }

    @Override
    public boolean lacks(String key) {
        return true;
    }

    /** Files in one folder have one order, and one who takes their answers. */
    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }
}
