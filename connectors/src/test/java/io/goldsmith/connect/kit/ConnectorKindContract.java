package io.goldsmith.connect.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goldsmith.connect.spi.ConnectorKind;
import io.goldsmith.connect.spi.KindOption;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.SourceOptions;
import io.goldsmith.connect.spi.StreamQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of connector keeps. What a hub promises of a system (nothing lost, nothing silent, no secret and no value in a message) it can promise no further than
 * this. Written with JUnit 5 and AssertJ, which the module that extends it brings.
 */
public abstract class ConnectorKindContract {

    private static final int ROWS = 25;

    @TempDir
    private Path folder;

    private ReadableSystem system;
    private RowSource source;

    /** The kind under test. */
    protected abstract ConnectorKind kind();

    /**
     * A real system with an empty stream.
     *
     * @param ofTheTest a folder for this test alone, which is the hub's folder to the kind
     */
    protected abstract ReadableSystem system(Path ofTheTest) throws Exception;

    @BeforeEach
    void openTheSystem() throws Exception {
        system = system(folder);
        source = kind().open(options());
    }

    @AfterEach
    void closeTheSystem() throws Exception {
        source.close();
        system.close();
    }

    private SourceOptions options() {
        Map<String, String> texts = new HashMap<>();
        for (KindOption option : kind().options()) {
            Optional.ofNullable(system.options().get(option.name()))
                    .or(option::defaultText)
                    .ifPresent(text -> texts.put(option.name(), text));
        }
        return new SourceOptions("contract", folder, texts);
    }

    private StreamQuery query(Optional<String> position) {
        return new StreamQuery("contract", system.from(), Set.of(system.keyColumn(), system.valueColumn()), position);
    }

    private RecordingSink read(Optional<String> position) throws IOException {
        RecordingSink sink = new RecordingSink(system);
        source.read(query(position), sink);
        return sink;
    }

    private Map<String, String> put(int rows) throws Exception {
        Map<String, String> put = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            put.put("key" + i, "value " + i);
            system.put("key" + i, "value " + i);
        }
        return put;
    }

    @Test
    protected void itSaysWhatItIsAndWhatItsOptionsMean() {
        assertThat(kind().name()).matches("[a-z][a-z0-9-]{0,40}");
        assertThat(kind().description()).isNotBlank();
        assertThat(kind().options()).extracting(KindOption::name).doesNotHaveDuplicates();
        assertThat(system.options().keySet())
                .as("options that the system needs and the kind does not name")
                .isSubsetOf(kind().options().stream().map(KindOption::name).toList());
    }

    @Test
    protected void anEmptyStreamHasNoRows() throws Exception {
        assertThat(read(Optional.empty()).origins()).isEmpty();
    }

    @Test
    protected void everyRowComesWithItsKeyItsValueAndItsPlace() throws Exception {
        Map<String, String> put = put(ROWS);
        RecordingSink sink = read(Optional.empty());
        assertThat(sink.values()).containsExactlyInAnyOrderEntriesOf(put);
        assertThat(sink.origins()).allSatisfy(origin -> assertThat(origin).isNotBlank());
    }

    @Test
    protected void aReadingFromThePositionHasWhatChangedSince() throws Exception {
        put(ROWS);
        Optional<String> position = read(Optional.empty()).position();
        system.put("key3", "changed");
        system.put("new", "added");
        assertThat(read(position).values()).containsEntry("key3", "changed").containsEntry("new", "added");
    }

    @Test
    protected void anotherSourceGoesOnFromThePosition() throws Exception {
        put(ROWS);
        Optional<String> position = read(Optional.empty()).position();
        source.close();
        system.put("new", "added");
        source = kind().open(options());
        assertThat(read(position).values()).containsEntry("new", "added");
    }

    @Test
    protected void whatChangesWhileItIsReadComesNowOrNext() throws Exception {
        put(ROWS);
        RecordingSink first = new RecordingSink(system, Integer.MAX_VALUE, rows -> {
            if (rows == ROWS / 2) {
                system.put("key0", "changed");
                system.put("key" + (ROWS - 1), "changed too");
                system.put("new", "added");
            }
        });
        source.read(query(Optional.empty()), first);
        Map<String, String> both = new LinkedHashMap<>(first.values());
        both.putAll(read(first.position()).values());
        assertThat(both)
                .hasSize(ROWS + 1)
                .containsEntry("key0", "changed")
                .containsEntry("key" + (ROWS - 1), "changed too")
                .containsEntry("new", "added");
    }

    /** The hub may be killed after any row: from the position that it knows all that it does not have must come. */
    @Test
    protected void noPositionIsReachedBeforeAllUpToItWasHandedOver() throws Exception {
        Map<String, String> put = put(ROWS);
        for (int killedAfter = 1; killedAfter <= ROWS; killedAfter++) {
            RecordingSink killed = new RecordingSink(system, killedAfter, rows -> {});
            source.read(query(Optional.empty()), killed);
            Map<String, String> landed = new LinkedHashMap<>(killed.arrived());
            landed.putAll(read(killed.position()).values());
            assertThat(landed)
                    .as("after a hub that was killed at row " + killedAfter)
                    .containsExactlyInAnyOrderEntriesOf(put);
        }
    }

    @Test
    protected void itEndsWhenNoMoreRowsAreWanted() throws Exception {
        put(ROWS);
        RecordingSink few = new RecordingSink(system, 3, rows -> {});
        source.read(query(Optional.empty()), few);
        assertThat(few.origins()).hasSize(3);
        assertThat(few.afterEnough()).as("rows after no more were wanted").isLessThanOrEqualTo(1);
        assertThat(read(Optional.empty()).origins()).hasSizeGreaterThanOrEqualTo(ROWS);
    }

    @Test
    protected void whatCannotBeReadIsToldAndTheRestIsRead() throws Exception {
        system.put("before", "first");
        assumeThat(system.putUnreadable()).as("it has unreadable things").isTrue();
        system.put("after", "last");
        RecordingSink sink = read(Optional.empty());
        assertThat(sink.values()).containsEntry("before", "first").containsEntry("after", "last");
        assertThat(sink.reasons())
                .hasSize(1)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
    }

    @Test
    protected void aSystemThatIsDownIsToldAsSuchWithoutSecretsAndReadWhenItIsBack() throws Exception {
        Map<String, String> put = put(ROWS);
        source.close();
        system.goDown();
        assertThatThrownBy(() -> {
                    source = kind().open(options());
                    read(Optional.empty());
                })
                .isInstanceOf(IOException.class)
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).isNotBlank();
                    secrets().forEach(secret -> assertThat(failure.getMessage()).doesNotContain(secret));
                    put.values()
                            .forEach(value -> assertThat(failure.getMessage()).doesNotContain(value));
                });
        source.close();
        system.comeBack();
        source = kind().open(options());
        assertThat(read(Optional.empty()).values()).containsExactlyInAnyOrderEntriesOf(put);
    }

    private Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        kind().options().stream()
                .filter(KindOption::isSecret)
                .forEach(option ->
                        Optional.ofNullable(system.options().get(option.name())).ifPresent(secrets::add));
        return secrets;
    }

    @Test
    protected void neitherKindNorSourceShowsASecret() {
        secrets().forEach(secret -> assertThat(kind() + " " + source).doesNotContain(secret));
    }

    @Test
    protected void closingTwiceIsClosingOnce() {
        source.close();
        source.close();
    }
}
