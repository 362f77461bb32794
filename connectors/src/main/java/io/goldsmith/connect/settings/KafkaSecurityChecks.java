package io.goldsmith.connect.settings;

import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.util.ArrayList;
import java.util.List;

/** What no schema can check of how brokers are reached. */
final class KafkaSecurityChecks {

    private KafkaSecurityChecks() {}

    /** Every problem of the settings at a place of the document. */
    static List<SettingsProblem> problems(SettingsDocument document, String pointer, KafkaSecuritySettings security) {
        List<SettingsProblem> problems = new ArrayList<>();
        for (String secret : List.of("/password", "/truststore-password")) {
            // The document still has the references; what else stands there stays out of the message.
            String text = document.tree().at(pointer + secret).asString("");
            if (!text.isEmpty() && !SecretReference.isReference(text)) {
                problems.add(document.problem(pointer + secret, SecretReference.EXPECTED));
            }
        }
        boolean hasLogin = security.user().isPresent() && security.password().isPresent();
        if (security.protocol().hasUser() && !hasLogin) {
            problems.add(document.problem(
                    pointer, "a SASL protocol must have a user and a password, but one of them is missing"));
        }
        if (!security.protocol().hasUser() && security.user().isPresent()) {
            problems.add(document.problem(
                    pointer + "/protocol",
                    "with a user the protocol must be sasl-ssl (or sasl-plaintext), but it is another one, which sends"
                            + " no user"));
        }
        return problems;
    }
}
