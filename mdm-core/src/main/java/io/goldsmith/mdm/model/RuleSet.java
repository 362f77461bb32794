package io.goldsmith.mdm.model;

import io.goldsmith.matching.model.SavedModel;
import io.goldsmith.mdm.MdmException;
import io.goldsmith.mdm.store.Documents;
import io.goldsmith.mdm.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Rules that could be in force: the sections of a configuration that decide what golden records look like, and the match model.
 *
 * @param content the sections, a document
 * @param model the match model; empty: m and u as the sections have them
 */
public record RuleSet(String content, Optional<SavedModel> model) {

    /** The match model that lies beside the configuration. */
    public static final String MODEL_FILE = "match-model.json";

    /**
     * What a configuration asks for, given what is in force: a match model beside it that is new, otherwise the one in force.
     *
     * @throws io.goldsmith.matching.MatchingException if the model's file cannot be read
     */
    public static RuleSet of(Transaction transaction, HubConfiguration configuration, RulesInForce inForce)
            throws SQLException {
        Optional<SavedModel> model = inForce.model();
        Path file = configuration.folder().resolve(MODEL_FILE);
        if (Files.exists(file)) {
            SavedModel beside = SavedModel.load(file);
            if (!RulesInForce.wasInForce(transaction, beside)) {
                model = Optional.of(beside);
            }
        }
        return new RuleSet(Documents.write(configuration.rules()), model);
    }

    /** The sections in force with another match model. */
    public static RuleSet inForceWith(Transaction transaction, RulesInForce inForce, SavedModel model)
            throws SQLException {
        try (PreparedStatement query =
                transaction.connection().prepareStatement("select content from published_rules where version = ?")) {
            query.setInt(1, inForce.version());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new MdmException("There are no published rules of version " + inForce.version()
                            + "; open the hub with its configuration first");
                }
                return new RuleSet(row.getString(1), Optional.of(model));
            }
        }
    }

    /** SHA-256 of sections and model, in hexadecimal; what a model was trained from does not count. */
    public String digest() {
        return sha256(model.map(saved -> content + digestOf(saved)).orElse(content));
    }

    static String digestOf(SavedModel model) {
        return sha256(new SavedModel(model.model(), Optional.empty()).json());
    }

    private static String sha256(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
