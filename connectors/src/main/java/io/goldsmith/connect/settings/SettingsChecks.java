package io.goldsmith.connect.settings;

import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What no schema can check: whether connectors and targets fit the sources, the model and each other. */
public final class SettingsChecks {

    private static final int SHORTEST_SECRET = 16;

    private final SettingsDocument document;
    private final EntityModel model;
    private final Set<String> sources;
    private final ConnectorsSettings connectors;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private SettingsChecks(
            SettingsDocument document, EntityModel model, Set<String> sources, ConnectorsSettings connectors) {
        this.document = document;
        this.model = model;
        this.sources = sources;
        this.connectors = connectors;
    }

    /**
     * Checks both sections.
     *
     * @param sources the names of the source systems
     * @return every problem, by line and key
     */
    public static List<SettingsProblem> problems(
            SettingsDocument document,
            EntityModel model,
            Set<String> sources,
            ConnectorsSettings connectors,
            ReplicationSettings replication) {
        SettingsChecks checks = new SettingsChecks(document, model, sources, connectors);
        connectors.connectors().forEach((name, connector) -> checks.connector("/connectors/" + name, connector));
        checks.problems.addAll(SendingChecks.problems(document, connectors));
        replication.targets().forEach((name, target) -> checks.target("/replication/" + name, target));
        return List.copyOf(checks.problems);
    }

    private void connector(String pointer, ConnectorSettings connector) {
        known(pointer + "/source", "source system", connector.source(), sources);
        secret(pointer + "/password");
        secret(pointer + "/token");
        secret(pointer + "/private-key");
        secret(pointer + "/passphrase");
        secret(pointer + "/auth/bearer");
        secret(pointer + "/auth/basic/password");
        secret(pointer + "/auth/oauth2/client-secret");
        secret(pointer + "/auth/header/value");
        if (connector instanceof PushConnectorSettings push) {
            pushed(pointer, push);
        }
        if (connector instanceof CaptureConnectorSettings capture
                && !capture.url().startsWith("jdbc:postgresql:")) {
            problem(
                    pointer + "/url",
                    "changes are captured from PostgreSQL, whose addresses begin with jdbc:postgresql:, but this one does not;"
                            + " read another database by kind jdbc");
        }
        if (connector instanceof HttpConnectorSettings http
                && http.token().isPresent()
                && http.auth().isPresent()) {
            problem(
                    pointer + "/token",
                    "a service must be shown one thing, but there are token and auth; leave one of them out");
        }
        fullExtract(pointer, connector);
        problems.addAll(FileChecks.problems(document, pointer, connector));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < connector.streams().size(); i++) {
            StreamSettings stream = connector.streams().get(i);
            String at = pointer + "/streams/" + i;
            if (!names.add(stream.name())) {
                problem(at + "/name", "stream names must differ, but " + stream.name() + " is there twice");
            }
            if (stream.contents() != 1) {
                problem(
                        at,
                        "a stream must hold exactly one of records, orders, relations, reference, but holds "
                                + stream.contents());
            }
            stream.records()
                    .ifPresent(records -> records.attributes()
                            .keySet()
                            .forEach(attribute -> known(
                                    at + "/records/attributes/" + attribute,
                                    "attribute of the model",
                                    attribute,
                                    attributes())));
        }
    }

    private void pushed(String pointer, PushConnectorSettings push) {
        if (push.tokens().isEmpty() && push.signature().isEmpty()) {
            problem(pointer, "a push connector must have tokens or a signature, but anybody could send to this one");
        }
        for (int i = 0; i < push.tokens().size(); i++) {
            secret(pointer + "/tokens/" + i);
            longEnough(pointer + "/tokens/" + i, push.tokens().get(i));
        }
        secret(pointer + "/signature/secret");
        push.signature().ifPresent(signature -> longEnough(pointer + "/signature/secret", signature.secret()));
    }

    private void longEnough(String pointer, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            problem(
                    pointer,
                    "a secret must have at least " + SHORTEST_SECRET
                            + " characters, so that nobody guesses it, but has " + secret.length());
        }
    }

    /** What another connector delivers of the system would vanish from this one's full extract. */
    private void fullExtract(String pointer, ConnectorSettings connector) {
        boolean isFull = connector.fullExtract();
        boolean sharesItsSource = connectors.connectors().values().stream()
                .anyMatch(
                        other -> other != connector && other.source().equals(connector.source()) && hasRecords(other));
        if (isFull && sharesItsSource) {
            problem(
                    pointer + "/full-extract",
                    "a full extract must be the only connector with records of its source system, but another one"
                            + " delivers records of " + connector.source() + " too");
        }
        if (isFull && !hasRecords(connector)) {
            problem(pointer + "/full-extract", "a full extract must have a stream of records, but has none");
        }
        if (isFull && connector instanceof CaptureConnectorSettings capture && !capture.snapshot()) {
            problem(pointer + "/full-extract", "a full extract of a capture is its snapshot, but snapshot is false");
        }
    }

    private static boolean hasRecords(ConnectorSettings connector) {
        return connector.streams().stream().anyMatch(stream -> stream.records().isPresent());
    }

    /** The document still has the references; what else stands there stays out of the message. */
    private void secret(String pointer) {
        String text = document.tree().at(pointer).asString("");
        if (!text.isEmpty() && !SecretReference.isReference(text)) {
            problem(pointer, SecretReference.EXPECTED);
        }
    }

    private void target(String pointer, TargetSettings target) {
        known(pointer + "/source", "source system", target.source(), sources);
        secret(pointer + "/password");
        created(pointer + "/create", target.create());
        if (target instanceof FileTargetSettings
                && target.create().when() != CreateSettings.When.NEVER
                && target.create().ourKey().isEmpty()) {
            problem(
                    pointer + "/create",
                    "a target of kind file tells the key of a new record by its next extract, in which it must carry the"
                            + " golden id, so create needs our-key, the column for it, but there is none");
        }
        problems.addAll(OutcomeChecks.problems(document, pointer, target, sources));
        String[] mapping = target.mapping().split("/", 2);
        ConnectorSettings connector = connectors.connectors().get(mapping[0]);
        if (connector == null) {
            known(
                    pointer + "/mapping",
                    "connector",
                    mapping[0],
                    connectors.connectors().keySet());
            return;
        }
        if (!isOfKind(target, connector)) {
            problem(
                    pointer + "/kind",
                    "a target must be of the kind of the connector whose mapping it uses, but " + mapping[0]
                            + " is of another");
        }
        if (target instanceof FileTargetSettings && target.onConflict() != ConflictPolicy.OVERWRITE) {
            problem(
                    pointer + "/on-conflict",
                    "a target of kind file must have overwrite, since nobody can look into it before writing, but has "
                            + target.onConflict().name().toLowerCase(Locale.ROOT)
                            + "; leave the key out, and compare by ./goldsmith reconcile");
        }
        if (!connector.source().equals(target.source())) {
            problem(
                    pointer + "/source",
                    "a target must write the source that its mapping reads, which is " + connector.source()
                            + ", but says " + target.source());
        }
        List<String> streams =
                connector.streams().stream().map(StreamSettings::name).toList();
        known(pointer + "/mapping", "stream of connector " + mapping[0], mapping[1], streams);
        connector.streams().stream()
                .filter(stream -> stream.name().equals(mapping[1]))
                .findFirst()
                .ifPresent(stream -> {
                    csv(pointer, target, stream);
                    written(pointer, target, stream.records());
                });
    }

    private void csv(String pointer, TargetSettings target, StreamSettings stream) {
        if (target instanceof FileTargetSettings && stream.format() != FileFormat.CSV) {
            problem(
                    pointer + "/mapping",
                    "a target of kind file writes csv, and so must use the mapping of a stream of csv files, but the"
                            + " files of " + stream.name() + " are "
                            + stream.format().word());
        }
    }

    private void created(String pointer, CreateSettings create) {
        create.where()
                .keySet()
                .forEach(attribute ->
                        known(pointer + "/where/" + attribute, "attribute of the model", attribute, attributes()));
        for (int i = 0; i < create.onlyFrom().size(); i++) {
            known(
                    pointer + "/only-from/" + i,
                    "source system",
                    create.onlyFrom().get(i),
                    sources);
        }
        boolean hasFilter = !create.where().isEmpty() || !create.onlyFrom().isEmpty();
        if (hasFilter != (create.when() == CreateSettings.When.FILTER)) {
            problem(
                    pointer + "/when",
                    "where and only-from go with filter, and filter with one of them at least, but "
                            + (hasFilter ? "when is another" : "there are none"));
        }
        if (create.lookup().isPresent() && create.ourKey().isEmpty()) {
            problem(
                    pointer + "/lookup",
                    "a lookup by the golden id needs our-key, under which the golden id is written, but there is none");
        }
    }

    private static boolean isOfKind(TargetSettings target, ConnectorSettings connector) {
        return target instanceof FileTargetSettings && connector instanceof FileConnectorSettings
                || target instanceof HttpTargetSettings && connector instanceof HttpConnectorSettings
                || target instanceof JdbcTargetSettings && connector instanceof JdbcConnectorSettings;
    }

    private void written(String pointer, TargetSettings target, Optional<RecordsSettings> records) {
        Map<String, AttributeMappingSettings> read =
                records.map(RecordsSettings::attributes).orElse(Map.of());
        if (records.isEmpty()) {
            problem(
                    pointer + "/mapping",
                    "a target must use the mapping of a stream of records, but this holds others");
        }
        for (int i = 0; i < target.attributes().size(); i++) {
            String attribute = target.attributes().get(i);
            String at = pointer + "/attributes/" + i;
            known(at, "attribute of the stream's mapping", attribute, read.keySet());
        }
        for (int i = 0; i < target.masters().size(); i++) {
            String attribute = target.masters().get(i);
            known(pointer + "/masters/" + i, "attribute of the stream's mapping", attribute, read.keySet());
        }
        if (target.written().isEmpty()) {
            problem(
                    pointer + "/attributes",
                    "a target must get an attribute that it does not master, but it masters all that it gets");
        }
    }

    private List<String> attributes() {
        return model.attributes().stream().map(one -> one.name()).toList();
    }

    private void known(String pointer, String what, String word, Collection<String> words) {
        if (!words.contains(word)) {
            problem(pointer, "\"" + word + "\" is no " + what + "; " + NearestWord.hint(word, words));
        }
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
