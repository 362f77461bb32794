package io.goldsmith.connect.plugin;

import io.goldsmith.connect.kit.ReadableSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** A real folder of notebooks. */
final class Notebooks implements ReadableSystem {

    static final String SECRET = "sesame-1234";

    private final Path folder;

    Notebooks(Path hub) throws IOException {
        this.folder = Files.createDirectories(hub.resolve("notebooks"));
        Files.createFile(folder.resolve("people"));
    }

    @Override
    public Map<String, String> options() {
        return Map.of("folder", "notebooks", "key", SECRET);
    }

    @Override
    public String from() {
        return "people";
    }

    @Override
    public String keyColumn() {
        return "KEY";
    }

    @Override
    public String valueColumn() {
        return "NAME";
    }

    @Override
    public void put(String key, String value) throws IOException {
        add(key + "=" + value);
    }

    @Override
    public boolean putUnreadable() throws IOException {
        add("neither key nor name");
        return true;
    }

    private void add(String line) throws IOException {
        Files.writeString(folder.resolve("people"), line + "\n", StandardOpenOption.APPEND);
    }

    @Override
    public void goDown() throws IOException {
        Files.move(folder, folder.resolveSibling("elsewhere"));
    }

    @Override
    public void comeBack() throws IOException {
        Files.move(folder.resolveSibling("elsewhere"), folder);
    }

    @Override
    public void close() {
        // The folder goes with the test.
    }
}
