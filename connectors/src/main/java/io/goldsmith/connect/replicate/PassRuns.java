package io.goldsmith.connect.replicate;

import java.util.List;

/** The runs of what passes do in one target beside writing it, begun and ended together. */
final class PassRuns {

    private final List<PassRun> runs;

    PassRuns(PassRun... runs) {
        this.runs = List.of(runs);
    }

    /** Whoever wrote the target before and left runs behind is dead. */
    void takeOver() {
        runs.forEach(PassRun::takeOver);
    }

    /** The same for one of the parts into which golden ids are divided. */
    void takeOver(int part) {
        runs.forEach(run -> run.takeOver(part));
    }

    /** What is done until the end of the pass is so in runs of a part that no other node has. */
    void begin(int part) {
        runs.forEach(run -> run.of(part));
    }

    /** Ends the runs of a pass, as far as anything was done in them. */
    void end() {
        runs.forEach(PassRun::end);
    }
}
