package io.goldsmith.bench.hub;

import io.goldsmith.app.cli.ProgressLine;
import io.goldsmith.mdm.resolution.ResolutionProgress;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each stage took: the time between two words of a resolution belongs to the stage of the latter. */
final class StageTimes implements ResolutionProgress {

    private final Map<String, Long> nanos = new LinkedHashMap<>();
    private final ProgressLine progress;
    private long last = System.nanoTime();

    StageTimes(ProgressLine progress) {
        this.progress = progress;
    }

    @Override
    public void report(String stage, long done, long total) {
        long now = System.nanoTime();
        nanos.merge(stage, now - last, Long::sum);
        last = now;
        progress.report(stage, done, total);
    }

    void tell(HubFigures figures) {
        nanos.forEach((stage, time) -> figures.less("stage " + stage, time / 1e9, "s"));
    }
}
