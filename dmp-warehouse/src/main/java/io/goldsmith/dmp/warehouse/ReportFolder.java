package io.goldsmith.dmp.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** Keeps each load's privacy report beside the warehouse's files, as {@code load-000001.json} and {@code .txt}. */
final class ReportFolder {

    private final Path folder;

    ReportFolder(Path warehouse) {
        this.folder = warehouse.resolve("reports");
    }

    void write(PrivacyReport report) {
        String name = String.format(Locale.ROOT, "load-%06d", report.load());
        write(name + ".json", report.toJson());
        write(name + ".txt", report.toText());
    }

    private void write(String name, String text) {
        Path whole = folder.resolve(name);
        try {
            Files.createDirectories(folder);
            // Under a temporary name first: whoever watches the folder never sees half a report.
            Path part = folder.resolve(name + ".tmp");
            Files.writeString(part, text);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new WarehouseException(
                    "The privacy report " + whole + " could not be written; check that the folder is writable",
                    unwritable);
        }
    }
}
