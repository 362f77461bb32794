package io.goldsmith.matching.report;

import io.goldsmith.matching.MatchingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a finished report. */
final class ReportFile {

    private ReportFile() {}

    static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new MatchingException(
                    file + ": the report cannot be written; check that its folder exists.", unwritable);
        }
    }
}
