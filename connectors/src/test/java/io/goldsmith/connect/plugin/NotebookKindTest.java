package io.goldsmith.connect.plugin;

import io.goldsmith.connect.kit.ConnectorKindContract;
import io.goldsmith.connect.kit.ReadableSystem;
import io.goldsmith.connect.spi.ConnectorKind;
import java.io.IOException;
import java.nio.file.Path;

/** The kit accepts a kind that keeps the contract. */
class NotebookKindTest extends ConnectorKindContract {

    @Override
    protected ConnectorKind kind() {
        return new NotebookKind();
    }

    @Override
    protected ReadableSystem system(Path ofTheTest) throws IOException {
        return new Notebooks(ofTheTest);
    }
}
