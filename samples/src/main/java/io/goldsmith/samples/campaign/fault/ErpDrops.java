package io.goldsmith.samples.campaign.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The folders of the ERP: files are kept until they are let go, under another name until they are complete. Used under its lock. */
final class ErpDrops {

    private static final String AWAY = "import-away";

    /** A file that is ready to be dropped. */
    private record Held(Path file, String content) {}

    private final Path folder;
    private final List<Held> held = new ArrayList<>();

    ErpDrops(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("outbox", "import", "ack")) {
            Files.createDirectories(folder.resolve(name));
        }
    }

    /** The update files that are complete, as they are numbered. */
    List<Path> updates() {
        try (Stream<Path> files = Files.list(folder.resolve("import"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the folder for updates away, or puts it back. */
    void away(boolean away) {
        try {
            Files.move(folder.resolve(away ? "import" : AWAY), folder.resolve(away ? AWAY : "import"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hold(String where, String name, String content) {
        held.add(new Held(folder.resolve(where).resolve(name), content));
    }

    int held() {
        return held.size();
    }

    /** Drops what is held. */
    void release(boolean lastFirst) {
        if (lastFirst) {
            Collections.reverse(held);
        }
        for (Held one : held) {
            try {
                Path unfinished = one.file().resolveSibling(one.file().getFileName() + ".tmp");
                Files.writeString(unfinished, one.content(), StandardCharsets.UTF_8);
                Files.move(unfinished, one.file(), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        held.clear();
    }
}
