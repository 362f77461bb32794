package io.goldsmith.app.cli;

import io.goldsmith.connect.preview.UnknownConnectorException;
import io.goldsmith.connect.suggest.ConnectorSuggestion;
import io.goldsmith.mdm.model.HubConfiguration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connectors suggest NAME --config DIR}: proposes a connector's mapping. Like a preview it does not open the hub's database. */
@CommandLine.Command(
        name = "suggest",
        mixinStandardHelpOptions = true,
        description =
                "Looks at a connector's source and proposes the mapping of its streams, as YAML for goldsmith.yaml."
                        + " Changes nothing.")
public final class ConnectorsSuggestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "The connector's name in goldsmith.yaml; its streams need no more than name and from.")
    private String connector;

    @Mixin
    private HubAccess hub;

    @Override
    public Integer call() {
        try {
            String yaml = new ConnectorSuggestion(HubConfiguration.read(hub.folder())).of(connector);
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
            return 0;
        } catch (UnknownConnectorException wrong) {
            throw new CommandLine.ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }
}
