package io.goldsmith.connect.replicate;

import io.goldsmith.connect.ConnectException;
import io.goldsmith.connect.file.DelimitedLine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads acknowledgement files and keeps the answers until they are taken. Used by one thread at a time. */
final class Acknowledgements {

    /**
     * How the files look.
     *
     * @param accepted the status that means accepted
     */
    record Format(
            String messageColumn,
            String statusColumn,
            String reasonColumn,
            String accepted,
            Charset charset,
            char separator) {}

    private final Format format;
    private final Map<String, Outcome> answers = new LinkedHashMap<>();

    Acknowledgements(Format format) {
        this.format = format;
    }

    /**
     * Reads a file.
     *
     * @throws ConnectException if it has not the columns of an acknowledgement
     */
    void read(Path file) throws IOException {
        List<String> lines =
                new String(Files.readAllBytes(file), format.charset()).lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : DelimitedLine.fields(lines.get(0), format.separator());
        int message = header.indexOf(format.messageColumn());
        int status = header.indexOf(format.statusColumn());
        int reason = header.indexOf(format.reasonColumn());
        if (message < 0 || status < 0) {
            throw new ConnectException("An acknowledgement file must have the columns " + format.messageColumn()
                    + " and "
                    + format.statusColumn() + ", but " + file.getFileName() + " has not; check the keys message-column"
                    + " and status-column of the target");
        }
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = DelimitedLine.fields(line, format.separator());
            if (fields.size() > Math.max(message, status)) {
                String why = reason >= 0 && reason < fields.size() ? fields.get(reason) : "";
                answers.put(fields.get(message), outcome(fields.get(status), why));
            }
        }
    }

    private Outcome outcome(String status, String reason) {
        return status.trim().equals(format.accepted())
                ? new Outcome.Acknowledged()
                : new Outcome.Refused(reason.isBlank() ? "the target gave no reason" : reason.trim());
    }

    /** The answers since they were taken last. */
    Map<String, Outcome> take() {
        Map<String, Outcome> taken = new LinkedHashMap<>(answers);
        answers.clear();
        return taken;
    }
}
