package io.goldsmith.connect.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.goldsmith.connect.spi.ConnectorKind;
import io.goldsmith.connect.spi.RowSink;
import io.goldsmith.connect.spi.RowSource;
import io.goldsmith.connect.spi.SourceOptions;
import io.goldsmith.connect.spi.StreamQuery;
import io.goldsmith.connect.spi.TextRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The kit refuses kinds that break the contract, each for what it breaks. */
class BrokenKindsTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(Hasty.class, "noPositionIsReachedBeforeAllUpToItWasHandedOver"),
                Arguments.of(Quiet.class, "aSystemThatIsDownIsToldAsSuchWithoutSecretsAndReadWhenItIsBack"),
                Arguments.of(Talkative.class, "aSystemThatIsDownIsToldAsSuchWithoutSecretsAndReadWhenItIsBack"),
                Arguments.of(Deaf.class, "itEndsWhenNoMoreRowsAreWanted"),
                Arguments.of(Choosy.class, "whatCannotBeReadIsToldAndTheRestIsRead"),
                Arguments.of(Forgetful.class, "aReadingFromThePositionHasWhatChangedSince"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void eachBreaksWhatItBreaks(Class<?> kind, String promise) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(kind))
                .build();
        LauncherFactory.create().execute(request, summary);
        assertThat(summary.getSummary().getFailures())
                .extracting(failure -> failure.getTestIdentifier().getDisplayName())
                .contains(promise + "()");
    }

    /** Says that it is at the end before it is. */
    static class Hasty extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                protected RowSource source(Path folder, SourceOptions options) {
                    return reading(super.source(folder, options), (notebook, query, sink) -> {
                        sink.reached(String.valueOf(
                                Files.readAllLines(folder.resolve(query.from())).size()));
                        notebook.read(query, sink);
                    });
                }
            };
        }
    }

    /** Takes a system that is down for one that has nothing. */
    static class Quiet extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                public RowSource open(SourceOptions options) {
                    return reading(source(options.path("folder"), options), (notebook, query, sink) -> {
                        if (Files.isDirectory(options.path("folder"))) {
                            notebook.read(query, sink);
                        }
                    });
                }
            };
        }
    }

    /** Tells its secret when it fails. */
    static class Talkative extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                public RowSource open(SourceOptions options) throws IOException {
                    if (!Files.isDirectory(options.path("folder"))) {
                        throw new IOException("cannot open with " + options.required("key"));
                    }
                    return super.open(options);
                }
            };
        }
    }

    /** Goes on when nobody wants more. */
    static class Deaf extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                protected RowSource source(Path folder, SourceOptions options) {
                    return reading(super.source(folder, options), (notebook, query, sink) -> {
                        List<String> lines = Files.readAllLines(folder.resolve(query.from()));
                        for (int i = 0; i < lines.size(); i++) {
                            String[] fields = lines.get(i).split("=");
                            sink.row(TextRow.of("line " + i, Map.of("KEY", fields[0], "NAME", fields[1])));
                        }
                    });
                }
            };
        }
    }

    /** Leaves out what it cannot read, and all that follows. */
    static class Choosy extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                protected RowSource source(Path folder, SourceOptions options) {
                    return reading(super.source(folder, options), (notebook, query, sink) -> {
                        for (String line : Files.readAllLines(folder.resolve(query.from()))) {
                            String[] fields = line.split("=");
                            if (fields.length < 2) {
                                return;
                            }
                            sink.row(TextRow.of("a line", Map.of("KEY", fields[0], "NAME", fields[1])));
                        }
                    });
                }
            };
        }
    }

    /** Believes that a position is the end. */
    static class Forgetful extends NotebookKindTest {
        @Override
        protected ConnectorKind kind() {
            return new NotebookKind() {
                @Override
                protected RowSource source(Path folder, SourceOptions options) {
                    return reading(super.source(folder, options), (notebook, query, sink) -> {
                        if (query.position().isEmpty()) {
                            notebook.read(query, sink);
                        }
                    });
                }
            };
        }
    }

    /** How a notebook is read badly. */
    private interface BadReading {
        void read(RowSource notebook, StreamQuery query, RowSink sink) throws IOException;
    }

    private static RowSource reading(RowSource notebook, BadReading reading) {
        return new RowSource() {
            @Override
            public void read(StreamQuery query, RowSink sink) throws IOException {
                reading.read(notebook, query, sink);
            }

            @Override
            public void close() {
                notebook.close();
            }
        };
    }
}
