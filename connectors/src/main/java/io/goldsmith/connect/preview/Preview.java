package io.goldsmith.connect.preview;

import java.util.List;

/**
 * What a connector would land.
 *
 * @param connector its name
 * @param source the source system that it reads
 * @param streams its streams, in the order of the configuration
 */
public record Preview(String connector, String source, List<StreamPreview> streams) {

    public Preview {
        streams = List.copyOf(streams);
    }

    /** Whether every stream could be read. */
    public boolean isComplete() {
        return streams.stream().allMatch(stream -> stream.failure().isEmpty());
    }
}
