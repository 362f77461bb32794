package io.goldsmith.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What inserting rows in bulk promises, on every database: by one statement (a row), and by its fastest way in (many). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowWriterContract {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final int MANY = 2_500;
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "\\N",
            "\\.",
            "\\",
            "\\\\t",
            "tab\there",
            "line\nfeed",
            "carriage\rreturn",
            "both\r\n",
            "a 'single' and a \"double\" quote",
            "percent % and $1 and ?",
            "\b\f\u000b\u007f\u0001",
            "œuvre, ça, Zoë, 北京",
            "emoji \uD83D\uDE00\uD83C\uDDEB\uD83C\uDDF7 behind\\\n",
            "{\"town\":[\"L\\\\YON\\n\"]}");

    private Store store;

    abstract DatabaseSettings database();

    @BeforeAll
    void open() {
        store = Store.open(database(), List.of(), Clock.systemUTC());
    }

    @AfterEach
    void empty() {
        for (String table : List.of("golden_record", "customer_order", "source_record_version", "search_term")) {
            execute("delete from " + table);
        }
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 50, 51, MANY})
    void keepsNullsNumbersAndTimes(int rows) {
        store.inTransaction(transaction -> {
            try (RowWriter writer = goldenRecords(transaction)) {
                for (long id = 1; id <= rows; id++) {
                    writer.row(id, 1, "ACTIVE", null, TIME, TIME, id % 2 == 0 ? Optional.of(TIME) : Optional.empty());
                }
                assertThat(writer.rows()).isEqualTo(rows);
            }
            return null;
        });

        assertThat(number("select count(*) from golden_record where merged_into is null and version = 1"))
                .isEqualTo(rows);
        assertThat(number("select count(*) from golden_record where valid_until = created_at"))
                .isEqualTo(rows / 2);
        assertThat(time("select min(created_at) from golden_record")).isEqualTo(TIME);
    }

    @ParameterizedTest(name = "{0} times")
    @ValueSource(ints = {1, 10})
    void keepsAwkwardTexts(int times) {
        List<String> written = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            written.addAll(AWKWARD);
        }
        writeTexts(written);

        assertThat(texts()).isEqualTo(written);
    }

    @Test
    void keepsATextOfTenMegabytes() {
        String large = "0123456789abcde\\".repeat(655_360);
        List<String> written = new ArrayList<>(AWKWARD);
        for (int i = 0; i < 60; i++) {
            written.add("filler " + i);
        }
        written.add(large + "é" + large.substring(0, 100));
        written.add("behind");
        writeTexts(written);

        assertThat(texts()).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 100})
    void keepsDatesAndAmountsAsTheyAre(int rows) {
        LocalDate date = LocalDate.of(1899, 12, 31);
        store.inTransaction(transaction -> {
            try (RowWriter writer = transaction.insert(
                    "customer_order", "source_system", "order_key", "source_key", "order_date", "amount", "category")) {
                for (int i = 0; i < rows; i++) {
                    writer.row("erp", "o" + i, "k", date, new BigDecimal("-1234567.80"), "c");
                }
                writer.row("erp", "early", "k", LocalDate.of(-44, 3, 15), new BigDecimal("1E+3"), "c");
                writer.row("erp", "late", "k", LocalDate.of(10_000, 1, 1), BigDecimal.ZERO, "c");
            }
            return null;
        });

        assertThat(number("select count(*) from customer_order where amount = -1234567.8 and order_date ="
                        + " date '1899-12-31'"))
                .isEqualTo(rows);
        assertThat(number("select count(*) from customer_order where order_key = 'early' and amount = 1000"))
                .isEqualTo(1);
        assertThat(dates("select order_date from customer_order where order_key in ('early', 'late') order by 1"))
                .containsExactly(LocalDate.of(-44, 3, 15), LocalDate.of(10_000, 1, 1));
    }

    @ParameterizedTest(name = "after {0} rows")
    @ValueSource(ints = {0, 49, 2_000})
    void leavesNothingBehindWhenTheWorkFailsHalfWay(int rows) {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    try (RowWriter writer = goldenRecords(transaction)) {
                        for (long id = 1; id <= rows; id++) {
                            writer.row(id, 1, "ACTIVE", null, TIME, TIME, null);
                        }
                        throw new IllegalStateException("half-way");
                    }
                }))
                .hasMessage("half-way");

        assertThat(number("select count(*) from golden_record")).isZero();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {2, MANY})
    void tellsADuplicateKey(int rows) {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    try (RowWriter writer = goldenRecords(transaction)) {
                        for (long id = 1; id < rows; id++) {
                            writer.row(id, 1, "ACTIVE", null, TIME, TIME, null);
                        }
                        writer.row(1L, 1, "ACTIVE", null, TIME, TIME, null);
                    }
                    return null;
                }))
                .isInstanceOfSatisfying(
                        StoreException.class,
                        refused -> assertThat(refused.isDuplicateKey()).isTrue());

        assertThat(number("select count(*) from golden_record")).isZero();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 200})
    void tellsATextThatIsTooLongByItsState(int rows) {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    try (RowWriter writer = transaction.insert("search_term", "term", "golden_id")) {
                        for (long id = 0; id < rows; id++) {
                            writer.row("x".repeat(65), id);
                        }
                    }
                    return null;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("22001");
    }

    @Test
    void leavesTheConnectionFreeBetweenTwoRows() {
        store.inTransaction(transaction -> {
            try (RowWriter records = goldenRecords(transaction);
                    RowWriter terms = transaction.insert("search_term", "term", "golden_id")) {
                for (long id = 1; id <= MANY; id++) {
                    records.row(id, 1, "ACTIVE", null, TIME, TIME, null);
                    terms.row("x".repeat(60), id);
                    if (id % 500 == 0) {
                        assertThat(store.ids("entry_id").next()).isPositive();
                    }
                }
            }
            return null;
        });

        assertThat(number("select count(*) from golden_record g join search_term t on t.golden_id = g.id"))
                .isEqualTo(MANY);
    }

    @Test
    void writesNothingForNoRows() {
        store.inTransaction(transaction -> {
            goldenRecords(transaction).close();
            return null;
        });

        assertThat(number("select count(*) from golden_record")).isZero();
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    try (RowWriter writer = transaction.insert("search_term", "term", "golden_id")) {
                        writer.row("term");
                    }
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values");
        assertThatThrownBy(() -> store.inTransaction(transaction -> {
                    try (RowWriter writer = transaction.insert("search_term", "term", "golden_id")) {
                        writer.row(new StringBuilder("secret"), 1L);
                    }
                    return null;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StringBuilder")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> store.inTransaction(transaction -> transaction.insert("search_term", "term) --")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RowWriter goldenRecords(Transaction transaction) throws SQLException {
        return transaction.insert(
                "golden_record", "id", "version", "state", "merged_into", "created_at", "changed_at", "valid_until");
    }

    private void writeTexts(List<String> texts) {
        store.inTransaction(transaction -> {
            try (RowWriter writer = transaction.insert(
                    "source_record_version",
                    "record_id",
                    "version",
                    "content_hash",
                    "source_timestamp",
                    "landed_at",
                    "run_id",
                    "deleted",
                    "raw")) {
                for (int i = 0; i < texts.size(); i++) {
                    writer.row((long) i, 1, "hash", TIME, TIME.plusSeconds(i), 7L, i % 2 == 0, texts.get(i));
                }
            }
            return null;
        });
        assertThat(number("select count(*) from source_record_version where deleted"))
                .isEqualTo((texts.size() + 1) / 2);
    }

    private List<String> texts() {
        return store.inTransaction(transaction -> {
            List<String> texts = new ArrayList<>();
            try (Statement statement = transaction.connection().createStatement();
                    ResultSet row =
                            statement.executeQuery("select raw from source_record_version order by record_id")) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        });
    }

    private List<LocalDate> dates(String sql) {
        return store.inTransaction(transaction -> {
            List<LocalDate> dates = new ArrayList<>();
            try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    dates.add(row.getObject(1, LocalDate.class));
                }
            }
            return dates;
        });
    }

    private Instant time(String sql) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    private long number(String sql) {
        return store.inTransaction(transaction -> {
            try (PreparedStatement query = transaction.connection().prepareStatement(sql);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private void execute(String sql) {
        store.inTransaction(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
