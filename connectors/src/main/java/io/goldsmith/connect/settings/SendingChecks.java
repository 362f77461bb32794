package io.goldsmith.connect.settings;

import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What no schema can check of connectors whose systems send messages: their places, their logins, and when they are read. */
final class SendingChecks {

    /** An option of a URI that is named as a secret is, with a value that is no reference. */
    private static final Pattern SECRET_OPTION = Pattern.compile(
            "(?i)[?&;][a-z.]*(password|passphrase|secret|token|accesskey)[a-z]*=(?!(RAW[({])?\\$\\{(env|file):)");

    /** A password before the host of an address. */
    private static final Pattern LOGIN = Pattern.compile("//[^/@:?]*:(?!\\$\\{(env|file):)[^/@?]+@");

    private final SettingsDocument document;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private SendingChecks(SettingsDocument document) {
        this.document = document;
    }

    /** Every problem, by line and key. */
    static List<SettingsProblem> problems(SettingsDocument document, ConnectorsSettings connectors) {
        SendingChecks checks = new SendingChecks(document);
        connectors.connectors().forEach((name, connector) -> {
            checks.schedule("/connectors/" + name, connector);
            checks.sending("/connectors/" + name, connector);
        });
        return List.copyOf(checks.problems);
    }

    private void schedule(String pointer, ConnectorSettings connector) {
        if (!connector.sends()
                && connector.schedule().filter(Schedule::isContinuous).isPresent()) {
            problem(
                    pointer + "/schedule",
                    "only a system that sends messages can be read continuously, and this one has to be asked; write a"
                            + " duration such as 1s");
        }
    }

    private void sending(String pointer, ConnectorSettings connector) {
        if (connector.sends()) {
            sharedPlace(pointer, connector.streams());
        }
        if (connector instanceof KafkaConnectorSettings kafka) {
            kafka.security()
                    .ifPresent(security ->
                            problems.addAll(KafkaSecurityChecks.problems(document, pointer + "/security", security)));
        }
        if (connector instanceof JmsConnectorSettings jms) {
            destinations(pointer, jms);
        }
        if (connector instanceof CamelConnectorSettings camel) {
            endpoints(pointer, camel);
        }
    }

    /** A message is of one stream: which one is told by where it was sent. */
    private void sharedPlace(String pointer, List<StreamSettings> streams) {
        Set<String> places = new HashSet<>();
        for (int i = 0; i < streams.size(); i++) {
            String from = streams.get(i).from();
            if (!places.add(from) && !from.equals(CamelConnectorSettings.ROUTES)) {
                problem(
                        pointer + "/streams/" + i + "/from",
                        "each stream must read a place of its own, but " + from + " is there twice");
            }
        }
    }

    private void endpoints(String pointer, CamelConnectorSettings camel) {
        for (int i = 0; i < camel.streams().size(); i++) {
            if (!camel.streams().get(i).from().equals(CamelConnectorSettings.ROUTES)) {
                endpoint(
                        pointer + "/streams/" + i + "/from",
                        camel.streams().get(i).from(),
                        camel.endpoints().keySet());
            }
        }
        camel.endpoints()
                .keySet()
                .forEach(name -> secretOption(pointer + "/endpoints/" + name + "/uri", "password=RAW(${env:NAME})"));
    }

    private void endpoint(String pointer, String name, Set<String> names) {
        if (!names.contains(name)) {
            problem(pointer, "\"" + name + "\" is no endpoint of the connector; " + NearestWord.hint(name, names));
        }
    }

    private void secretOption(String pointer, String example) {
        String written = document.tree().at(pointer).asString("");
        if (SECRET_OPTION.matcher(written).find() || LOGIN.matcher(written).find()) {
            problem(
                    pointer,
                    "a secret in an address must be a reference, such as " + example + ", but is written in the clear");
        }
    }

    private void destinations(String pointer, JmsConnectorSettings jms) {
        secretOption(pointer + "/url", "trustStorePassword=${env:NAME}");
        for (int i = 0; i < jms.streams().size(); i++) {
            String from = jms.streams().get(i).from();
            if (!from.startsWith(JmsConnectorSettings.QUEUE) && !from.startsWith(JmsConnectorSettings.TOPIC)) {
                problem(
                        pointer + "/streams/" + i + "/from",
                        "a stream of a jms connector must be from queue:NAME or topic:NAME, but is from " + from);
            }
            if (from.startsWith(JmsConnectorSettings.TOPIC)
                    && jms.subscription().isEmpty()) {
                problem(
                        pointer + "/streams/" + i + "/from",
                        "a topic must be read by a durable subscription, but the connector has no subscription: without"
                                + " one what is sent while the hub is down would be lost");
            }
        }
        if (jms.password().isPresent() && jms.user().isEmpty()) {
            problem(pointer + "/password", "a password must have a user beside it, but has none");
        }
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
