package io.goldsmith.connect.spi;

import java.io.IOException;
import java.util.List;

/**
 * A kind of connector that does not come with the hub. A third party implements it, names it in {@code META-INF/services}, and ships it as a jar for the
 * folder {@code plugins/} of a hub; {@code kind: plugin} with its name then reads such a system. The hub does the rest: mapping, landing, positions, quarantine,
 * schedules, preview and suggestion. The contract is in the published test kit, {@code io.goldsmith.connect.kit}.
 *
 * <p>Needs a public constructor without parameters. One instance serves all connectors of the kind, from several threads.
 */
public interface ConnectorKind {

    /** The name in the configuration: small letters, digits and hyphens, a letter first, at most 41 characters. */
    String name();

    /** What it reads, in a sentence, for {@code connectors kinds}. */
    String description();

    /** What its {@code options} may say, in the order in which a reader wants them; no two of one name. */
    List<KindOption> options();

    /**
     * Opens the way to a system. A source stays open between extractions and is opened anew after a failure.
     *
     * @param options what the configuration says; required options are there, unknown ones are not
     * @throws IOException if the system cannot be reached; the message says what was expected and what to check, and holds no secret and no value of a
     *     person
     */
    RowSource open(SourceOptions options) throws IOException;
}
