package io.goldsmith.samples.landscape;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.goldsmith.samples.generate.ErpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what an import file changes and what is answered to each of its messages, without changing anything yet. */
final class ErpImport {

    /** Larger files are rejected as a whole. */
    static final long LARGEST_FILE = 32L * 1024 * 1024;

    private static final String MESSAGE = "NO_MESSAGE";
    private static final String CODE = "CODE_CLIENT";
    private static final String MODIFIED = "DATE_MODIF";
    private static final int LONGEST_VALUE = 200;

    private final ErpClients clients;
    private final Clock clock;
    private final List<ErpAnswer> answers = new ArrayList<>();
    private final List<ErpClientRow> changed = new ArrayList<>();
    private final Map<String, ErpClientRow> changedByCode = new HashMap<>();
    private final Set<String> acceptedHere = new HashSet<>();

    private ErpImport(ErpClients clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    static ErpEntry decide(long number, Path file, ErpClients clients, Clock clock) throws IOException {
        ErpImport work = new ErpImport(clients, clock);
        if (Files.size(file) > LARGEST_FILE) {
            work.answers.add(ErpAnswer.rejected("", "fichier trop volumineux"));
        } else {
            work.read(file);
        }
        return new ErpEntry(number, false, file.getFileName().toString(), work.answers, work.changed);
    }

    private void read(Path file) throws IOException {
        try (CsvReader<CsvRecord> lines = CsvReader.builder()
                .fieldSeparator(ErpFormat.SEPARATOR)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(Files.newBufferedReader(file, ErpFormat.CHARSET))) {
            List<String> header = List.of();
            for (CsvRecord line : lines) {
                if (header.isEmpty()) {
                    header = line.getFields();
                    Optional<String> fault = headerFault(header);
                    if (fault.isPresent()) {
                        answers.add(ErpAnswer.rejected("", fault.get()));
                        return;
                    }
                } else {
                    message(header, line.getFields());
                }
            }
        } catch (CsvParseException e) {
            answers.add(ErpAnswer.rejected("", "fichier illisible"));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            answers.add(ErpAnswer.rejected("", "fichier illisible : encodage windows-1252 attendu"));
        }
    }

    private static Optional<String> headerFault(List<String> header) {
        if (!header.contains(MESSAGE) || !header.contains(CODE)) {
            return Optional.of("colonnes NO_MESSAGE et CODE_CLIENT attendues");
        }
        boolean known =
                header.stream().allMatch(column -> column.equals(MESSAGE) || ErpFormat.CLIENT_COLUMNS.contains(column));
        if (!known || new HashSet<>(header).size() < header.size()) {
            return Optional.of("colonne inconnue ou répétée");
        }
        return Optional.empty();
    }

    private void message(List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            answers.add(
                    ErpAnswer.rejected("", "%d champs attendus, %d trouvés".formatted(header.size(), fields.size())));
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(header.get(i), fields.get(i));
        }
        String message = values.remove(MESSAGE);
        String code = values.remove(CODE);
        // The ERP itself says when a client was modified.
        values.remove(MODIFIED);
        answers.add(answer(message, code, values));
    }

    private ErpAnswer answer(String message, String code, Map<String, String> values) {
        if (message.isEmpty()) {
            return ErpAnswer.rejected("", "numéro de message manquant");
        }
        if (clients.isAccepted(message) || acceptedHere.contains(message)) {
            return ErpAnswer.again(message);
        }
        Optional<ErpClientRow> before =
                Optional.ofNullable(changedByCode.get(code)).or(() -> clients.get(code));
        if (before.isEmpty()) {
            return ErpAnswer.rejected(message, "client inconnu");
        }
        Optional<String> fault = valueFault(values);
        if (fault.isPresent()) {
            return ErpAnswer.rejected(message, fault.get());
        }
        acceptedHere.add(message);
        ErpClientRow after = before.get().with(values, ErpFormat.time(clock.instant()));
        if (after != before.get()) {
            changed.add(after);
            changedByCode.put(code, after);
        }
        return ErpAnswer.ok(message);
    }

    private static Optional<String> valueFault(Map<String, String> values) {
        if (values.values().stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            return Optional.of("valeur trop longue");
        }
        if (!values.getOrDefault("TYPE", "P").matches("[PE]")) {
            return Optional.of("TYPE doit être P ou E");
        }
        if (!values.getOrDefault("DATE_NAISSANCE", "").matches("|\\d{2}/\\d{2}/\\d{4}")) {
            return Optional.of("DATE_NAISSANCE doit être au format jj/mm/aaaa");
        }
        return Optional.empty();
    }
}
