package io.goldsmith.bench.connect;

import java.util.Locale;

/** The kinds of connectors whose extraction is measured. */
enum Extracted {
    JDBC,
    CSV;

    String word() {
        return this == JDBC ? "JDBC" : "CSV";
    }

    /** The connector's name in the hub's configuration. */
    String connector() {
        return name().toLowerCase(Locale.ROOT);
    }
}
