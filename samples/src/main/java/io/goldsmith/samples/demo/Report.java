package io.goldsmith.samples.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demonstration prints, and the checks that decide its exit code. */
final class Report {

    private final PrintWriter out;
    private final List<Check> checks = new ArrayList<>();

    Report(PrintWriter out) {
        this.out = out;
    }

    void section(String title, String text) {
        out.println();
        out.println(title);
        out.println("─".repeat(title.length()));
        out.println(text.stripTrailing());
        out.flush();
    }

    void check(String promise, boolean holds, String found, Object... arguments) {
        checks.add(new Check(promise, String.format(Locale.ROOT, found, arguments), holds));
    }

    /** Prints every check; answers whether all held. */
    boolean conclude() {
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            text.append(check.holds() ? "  ✓ " : "  ✗ ")
                    .append(check.promise())
                    .append(": ")
                    .append(check.found())
                    .append(System.lineSeparator());
        }
        section("Checks", text.toString());
        return checks.stream().allMatch(Check::holds);
    }
}
