package io.goldsmith.app.cli;

import io.goldsmith.connect.preview.ConnectorPreview;
import io.goldsmith.connect.preview.Preview;
import io.goldsmith.connect.preview.UnknownConnectorException;
import io.goldsmith.mdm.model.HubConfiguration;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code connectors preview NAME --config DIR}: shows what a connector would land. It reads the configuration as it lies in the folder
 * and does not open the hub's database, so that it works beside a running hub and shows changes before the hub knows them.
 */
@CommandLine.Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Shows the first records of a connector raw, mapped and standardised, with what the validation rules"
                        + " say of them. Lands nothing, moves nothing. Exit code 1 if a stream cannot be read.")
public final class ConnectorsPreviewCommand implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The connector's name in goldsmith.yaml.")
    private String connector;

    @Mixin
    private HubAccess hub;

    @Option(names = "--records", paramLabel = "N", description = "How many records of each stream. Default: 10.")
    private int records = 10;

    @Option(names = "--stream", paramLabel = "NAME", description = "Only this stream. Default: all.")
    private Optional<String> stream = Optional.empty();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Preview preview;
        try {
            preview = new ConnectorPreview(HubConfiguration.read(hub.folder()), Clock.systemUTC())
                    .of(connector, stream, records);
        } catch (UnknownConnectorException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.writeValueAsString(preview));
        } else {
            new PreviewText(out, spec.commandLine().getColorScheme()).print(preview);
        }
        out.flush();
        return preview.isComplete() ? 0 : 1;
    }
}
