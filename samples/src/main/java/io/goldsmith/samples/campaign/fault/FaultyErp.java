package io.goldsmith.samples.campaign.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An ERP: it exports its clients as files, takes update files, and answers each with an acknowledgement file. */
final class FaultyErp implements FaultySystem {

    private static final long LOOK_EVERY_MILLIS = 50;
    private static final String HEADER = "CODE_CLIENT;PRENOM;NOM;NE_LE;COURRIEL;ADRESSE;CODE_POSTAL;VILLE;DATE_MODIF";
    private static final String ANSWER_HEADER = "NO_MESSAGE;STATUT;MOTIF";
    private static final String GARBAGE = "\u0000\u0001 ceci n'est pas\nun accus\u00e9";

    private final CustomerBook book;
    private final ErpDrops drops;
    private final Random random;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private FaultKind fault = FaultKind.NONE;
    private long hits;
    private int exports;
    private volatile Optional<RuntimeException> broken = Optional.empty();

    private FaultyErp(CustomerBook book, ErpDrops drops, Random random) {
        this.book = book;
        this.drops = drops;
        this.random = random;
    }

    /** @param random decides about orders */
    static FaultyErp start(int customers, Path folder, Random random, Instant loaded) throws IOException {
        FaultyErp erp = new FaultyErp(new CustomerBook('E', customers, loaded), new ErpDrops(folder), random);
        erp.export(erp.book.entries().keySet());
        erp.thread.scheduleWithFixedDelay(erp::work, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return erp;
    }

    @Override
    public String name() {
        return "erp";
    }

    @Override
    public char letter() {
        return 'E';
    }

    @Override
    public synchronized void move(String key, Address address) {
        book.move(key, address);
        export(List.of(key));
    }

    @Override
    public Map<String, Address> addresses() {
        broken.ifPresent(failure -> {
            throw new IllegalStateException("The ERP cannot go on", failure);
        });
        return book.addresses();
    }

    @Override
    public List<HubWrite> changes() {
        return book.changes();
    }

    @Override
    public long repeats() {
        return book.repeats();
    }

    @Override
    public long writes() {
        return book.writes();
    }

    @Override
    public synchronized long hits() {
        return hits;
    }

    @Override
    public synchronized void fail(FaultKind next) {
        boolean wasAway = fault == FaultKind.DOWN;
        boolean isAway = next == FaultKind.DOWN;
        if (wasAway != isAway) {
            drops.away(isAway);
            hits += isAway ? 1 : 0;
        }
        drops.release(fault == FaultKind.REORDERS);
        fault = next;
    }

    private void work() {
        try {
            lookIn();
        } catch (RuntimeException failure) {
            // An exception that left a scheduled task would end it in silence.
            broken = Optional.of(failure);
        }
    }

    private synchronized void lookIn() {
        if (fault == FaultKind.DOWN) {
            return;
        }
        List<Path> files = drops.updates();
        if (fault == FaultKind.HANGS) {
            hits += files.size();
            return;
        }
        files.forEach(this::take);
        if (fault == FaultKind.REORDERS && drops.held() > 1) {
            drops.release(true);
        }
    }

    private void take(Path file) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            Files.delete(file);
            List<String> header = List.of(lines.get(0).split(";"));
            List<String> messages = new ArrayList<>(lines.subList(1, lines.size()));
            String name = file.getFileName().toString().replace(".csv", "");
            if (fault != FaultKind.NONE) {
                hits++;
            }
            switch (fault) {
                case REFUSES -> acknowledge(name, messages, "REJET;valeur refus\u00e9e");
                case GARBAGE -> drop("ack", name + ".ack.csv", GARBAGE);
                // Not a word, in its exports neither, until it is over.
                case APPLIED_THEN_FAILS -> apply(header, messages);
                case CUT -> cut(name, header, messages);
                case DUPLICATES -> {
                    apply(header, messages);
                    apply(header, messages);
                    acknowledge(name, messages, "OK;");
                    acknowledge(name + "-bis", messages, "OK;");
                }
                case REORDERS -> {
                    Collections.shuffle(messages, random);
                    apply(header, messages);
                    Collections.shuffle(messages, random);
                    acknowledge(name, messages, "OK;");
                }
                default -> {
                    apply(header, messages);
                    acknowledge(name, messages, "OK;");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half of the messages are done, and the answer ends in the number of the next one. */
    private void cut(String name, List<String> header, List<String> messages) {
        List<String> half = messages.subList(0, messages.size() / 2);
        apply(header, half);
        StringBuilder answer = new StringBuilder(ANSWER_HEADER + "\n");
        half.forEach(message -> answer.append(number(message)).append(";OK;\n"));
        drop("ack", name + ".ack.csv", answer.append("erp:G-").toString());
    }

    private void apply(List<String> header, List<String> messages) {
        Set<String> changed = new LinkedHashSet<>();
        for (String message : messages) {
            List<String> fields = List.of(message.split(";", -1));
            String key = fields.get(header.indexOf("CODE_CLIENT"));
            Address before = book.entry(key).address();
            Address after = new Address(
                    field(header, fields, "ADRESSE", before.street()),
                    field(header, fields, "CODE_POSTAL", before.postcode()),
                    field(header, fields, "VILLE", before.town()));
            if (book.write(key, after, fields.get(header.indexOf("NO_MESSAGE")))) {
                changed.add(key);
            }
        }
        if (!changed.isEmpty()) {
            export(changed);
        }
    }

    private static String field(List<String> header, List<String> fields, String column, String otherwise) {
        int index = header.indexOf(column);
        return index < 0 ? otherwise : fields.get(index);
    }

    private static String number(String message) {
        return message.substring(0, message.indexOf(';'));
    }

    private void acknowledge(String name, List<String> messages, String status) {
        StringBuilder answer = new StringBuilder(ANSWER_HEADER + "\n");
        messages.forEach(message ->
                answer.append(number(message)).append(';').append(status).append('\n'));
        drop("ack", name + ".ack.csv", answer.toString());
    }

    private void export(Collection<String> keys) {
        List<String> lines = new ArrayList<>();
        for (String key : new TreeSet<>(keys)) {
            CustomerBook.Entry entry = book.entry(key);
            lines.add(String.join(
                    ";",
                    key,
                    entry.person().given(),
                    entry.person().family(),
                    entry.person().birthDate().toString(),
                    entry.person().email(),
                    entry.address().street(),
                    entry.address().postcode(),
                    entry.address().town(),
                    entry.modified().toString()));
        }
        if (fault == FaultKind.REORDERS) {
            Collections.shuffle(lines, random);
        }
        String content = HEADER + "\n" + String.join("\n", lines) + "\n";
        String name = "clients-%05d".formatted(++exports);
        drop("outbox", name + ".csv", content);
        if (fault == FaultKind.DUPLICATES) {
            drop("outbox", name + "-bis.csv", content);
        }
    }

    private void drop(String where, String name, String content) {
        drops.hold(where, name, content);
        if (fault != FaultKind.REORDERS && fault != FaultKind.APPLIED_THEN_FAILS) {
            drops.release(false);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
