package io.goldsmith.bench.hub;

/** A database that the hub runs on, as the figures name it. */
enum HubDatabase {
    POSTGRESQL("PostgreSQL"),
    H2("H2");

    private final String word;

    HubDatabase(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
