package io.goldsmith.connect.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file of reference data is an edition of, and of when: {@code adresses-35-2026-11-01.csv.gz} is {@code adresses-35} of that
 * day. A file whose name has no date is of the day on which it was written.
 *
 * @param dataset the connector, a slash, and the file's name without date and endings
 * @param dated the date of the edition
 */
record EditionName(String dataset, LocalDate dated) {

    private static final Pattern DATE = Pattern.compile("[-_.]?((?:19|20)[0-9]{2})-?([0-9]{2})-?([0-9]{2})(?![0-9])");
    private static final Pattern ENDINGS =
            Pattern.compile("(\\.(csv|txt|gz|zip|json|jsonl|xml))+$", Pattern.CASE_INSENSITIVE);

    static EditionName of(String connector, Path file) throws IOException {
        String name = ENDINGS.matcher(file.getFileName().toString()).replaceFirst("");
        Matcher date = DATE.matcher(name);
        while (date.find()) {
            Optional<LocalDate> dated = date(date);
            if (dated.isPresent()) {
                String rest = name.substring(0, date.start()) + name.substring(date.end());
                return new EditionName(connector + "/" + rest, dated.get());
            }
        }
        return new EditionName(
                connector + "/" + name,
                LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC));
    }

    private static Optional<LocalDate> date(Matcher found) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
