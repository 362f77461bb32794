package io.goldsmith.samples.campaign;

import io.goldsmith.app.cli.Command;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.model.HubConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code campaign-worker}: the hub's process of the crash campaign, which is killed and started again. */
@CommandLine.Command(
        name = "campaign-worker",
        hidden = true,
        description = "Works on the script of the crash campaign; started by campaign crash.")
public final class CrashWorkerCommand implements Command {

    @Option(names = "--dir", required = true)
    private Path folder;

    @Option(names = "--seed", required = true)
    private long seed;

    @Option(names = "--records", required = true)
    private int records;

    @Override
    public Integer call() throws Exception {
        List<CrashStep> steps = CrashScript.of(seed, records);
        CrashFiles files = new CrashFiles(folder);
        try (Hub hub = Hub.open(HubConfiguration.read(folder), Clock.systemUTC());
                EventTaking consumer = EventTaking.start(hub, files)) {
            ScriptedWork work = new ScriptedWork(hub);
            for (int step = files.stepsDone(); step < steps.size(); step++) {
                work.perform(step, steps.get(step));
                files.done(step);
            }
            work.settle();
            consumer.takeTheRest();
        }
        return 0;
    }
}
