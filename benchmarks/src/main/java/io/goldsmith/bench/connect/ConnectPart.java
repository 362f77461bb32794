package io.goldsmith.bench.connect;

/** What can be measured by itself. */
enum ConnectPart {
    JDBC,
    CSV,
    CHANGES
}
