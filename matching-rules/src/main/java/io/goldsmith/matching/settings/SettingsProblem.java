package io.goldsmith.matching.settings;

/**
 * One mistake in a configuration file.
 *
 * @param file the file as it was named
 * @param line the line, from 1; 0 if it concerns the whole file
 * @param key where in the file, for example {@code matching.thresholds.review}; empty if it concerns the whole file
 * @param message what was expected, what was found, what to do
 */
public record SettingsProblem(String file, int line, String key, String message) {

    /** {@code file:line: key: message}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
