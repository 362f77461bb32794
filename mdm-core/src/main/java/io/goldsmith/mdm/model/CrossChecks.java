package io.goldsmith.mdm.model;

import io.goldsmith.matching.settings.NearestWord;
import io.goldsmith.matching.settings.SettingsDocument;
import io.goldsmith.matching.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What no schema can check: whether the sections fit each other. Works on the tree, so that it finds what it can in a file that breaks
 * the schema too.
 */
final class CrossChecks {

    private static final List<String> LIFECYCLE = List.of("prospect", "customer", "inactive");

    private final SettingsDocument document;
    private final Path folder;
    private final Set<String> attributes;
    private final Set<String> compared;
    private final Set<String> groups;
    private final Set<String> systems;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private CrossChecks(SettingsDocument document) {
        this.document = document;
        this.folder = Path.of(document.file()).toAbsolutePath().getParent();
        JsonNode model = document.tree().at("/model/attributes");
        this.attributes = new TreeSet<>(model.propertyNames());
        this.compared = new TreeSet<>(attributes);
        document.tree()
                .at("/matching/derived")
                .forEach(derived -> derived.path("name").asStringOpt().ifPresent(compared::add));
        this.groups = new TreeSet<>();
        model.forEach(attribute -> attribute.path("group").asStringOpt().ifPresent(groups::add));
        this.systems = new TreeSet<>(document.tree().path("sources").propertyNames());
    }

    static List<SettingsProblem> problems(SettingsDocument document) {
        CrossChecks checks = new CrossChecks(document);
        checks.model();
        checks.sources();
        checks.validation();
        checks.matching(document.tree().path("matching"), "/matching");
        checks.survivorship();
        checks.privacy();
        checks.lifecycle();
        return checks.problems;
    }

    private void model() {
        JsonNode model = document.tree().at("/model/attributes");
        for (String name : model.propertyNames()) {
            JsonNode attribute = model.path(name);
            String type = attribute.path("type").asString("");
            String part = attribute.path("part").asString("");
            Set<String> parts = AttributeParts.of(type);
            if (!part.isEmpty() && !parts.contains(part)) {
                String hint =
                        parts.isEmpty() ? "a " + type + " has no parts: leave it out" : NearestWord.hint(part, parts);
                problem(
                        "/model/attributes/" + name + "/part",
                        "\"" + part + "\" is no part of a " + type + "; " + hint);
            }
            if (!attribute.path("group").isMissingNode()
                    && attribute.path("multi-valued").asBoolean(false)) {
                problem(
                        "/model/attributes/" + name + "/multi-valued",
                        "an attribute of a group moves with the others and has one value, but is multi-valued");
            }
        }
    }

    private void sources() {
        for (String system : systems) {
            String pointer = "/sources/" + system + "/attribute-trust";
            document.tree().at(pointer).propertyNames().forEach(name -> attribute(pointer + "/" + name, name));
        }
    }

    private void validation() {
        Set<String> names = new TreeSet<>();
        int position = 0;
        for (JsonNode rule : document.tree().path("validation")) {
            String pointer = "/validation/" + position++;
            rule.path("attribute").asStringOpt().ifPresent(name -> attribute(pointer + "/attribute", name));
            rule.path("when").propertyNames().forEach(name -> attribute(pointer + "/when/" + name, name));
            rule.path("name")
                    .asStringOpt()
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> problem(
                            pointer + "/name", "two rules have the name \"" + name + "\", which must tell them apart"));
            rule.path("other").asStringOpt().ifPresent(name -> attribute(pointer + "/other", name));
            elements(rule.path("attributes"), pointer + "/attributes")
                    .forEach(element ->
                            attribute(element, document.tree().at(element).asString("")));
            rule.path("columns").propertyNames().forEach(name -> attribute(pointer + "/columns/" + name, name));
            JsonNode attribute = document.tree()
                    .at("/model/attributes")
                    .path(rule.path("attribute").asString(""));
            RuleParameters.missing(rule, attribute).ifPresent(missing -> problem(pointer, missing));
            if (rule.path("check").asString("").equals("in-reference") && rule.has("file") && rule.has("columns")) {
                ReferenceChecks.problem(rule, folder)
                        .ifPresent(wrong -> problem(pointer + "/" + wrong.key(), wrong.message()));
            }
        }
    }

    /** Every attribute that the section names, at any depth. */
    private void matching(JsonNode node, String pointer) {
        for (String key : node.propertyNames()) {
            JsonNode child = node.path(key);
            String at = pointer + "/" + key;
            if (key.equals("attribute") || key.equals("swapped-with")) {
                child.asStringOpt().ifPresent(name -> known(at, name, compared, "attribute"));
            } else if (key.equals("exclusive") || key.equals("attributes")) {
                elements(child, at)
                        .forEach(element ->
                                known(element, document.tree().at(element).asString(""), compared, "attribute"));
            } else {
                matching(child, at);
            }
        }
        if (node.isArray()) {
            elements(node, pointer).forEach(element -> matching(document.tree().at(element), element));
        }
    }

    private void survivorship() {
        JsonNode section = document.tree().path("survivorship");
        Set<String> movable = new TreeSet<>(attributes);
        movable.addAll(groups);
        String pointer = "/survivorship/attributes";
        for (String name : section.path("attributes").propertyNames()) {
            known(pointer + "/" + name, name, movable, "attribute or group");
            systemsOf(pointer + "/" + name + "/sources");
        }
        systemsOf("/survivorship/default/sources");
    }

    private void privacy() {
        JsonNode section = document.tree().path("privacy");
        section.path("birth-date").asStringOpt().ifPresent(name -> attribute("/privacy/birth-date", name));
        Set<String> holders = new TreeSet<>(systems);
        section.path("recipients").forEach(recipient -> holders.add(recipient.asString("")));
        section.path("retains")
                .propertyNames()
                .forEach(name -> known("/privacy/retains/" + name, name, holders, "source system or recipient"));
    }

    private void lifecycle() {
        String pointer = "/lifecycle/attribute";
        document.tree().at(pointer).asStringOpt().ifPresent(name -> {
            attribute(pointer, name);
            JsonNode attribute = document.tree().at("/model/attributes").path(name);
            if (!attribute.isMissingNode()) {
                lifecycle(pointer, name, attribute);
            }
        });
    }

    private void lifecycle(String pointer, String name, JsonNode attribute) {
        boolean isOneCode = attribute.path("type").asString("").equals("code")
                && !attribute.path("multi-valued").asBoolean(false)
                && attribute.path("group").isMissingNode();
        if (!isOneCode) {
            problem(
                    pointer,
                    "the lifecycle is a code of one value that moves by itself, but \"" + name
                            + "\" is not; name another attribute or change its type");
        }
        Set<String> permitted = new TreeSet<>();
        attribute.path("values").forEach(value -> value.asStringOpt().ifPresent(permitted::add));
        if (!permitted.isEmpty() && !permitted.containsAll(LIFECYCLE)) {
            problem(
                    pointer,
                    "the hub gives \"" + name + "\" one of the values " + String.join(", ", LIFECYCLE)
                            + ", but the model permits only " + String.join(", ", permitted)
                            + "; add those that are missing");
        }
    }

    private void systemsOf(String pointer) {
        elements(document.tree().at(pointer), pointer)
                .forEach(element -> known(element, document.tree().at(element).asString(""), systems, "source system"));
    }

    private static List<String> elements(JsonNode array, String pointer) {
        List<String> pointers = new ArrayList<>();
        for (int i = 0; i < array.size() && array.isArray(); i++) {
            pointers.add(pointer + "/" + i);
        }
        return pointers;
    }

    private void attribute(String pointer, String name) {
        known(pointer, name, attributes, "attribute");
    }

    private void known(String pointer, String name, Collection<String> valid, String kind) {
        if (!valid.contains(name)) {
            problem(pointer, "there is no " + kind + " \"" + name + "\"; " + NearestWord.hint(name, valid));
        }
    }

    private void problem(String pointer, String message) {
        problems.add(document.problem(pointer, message));
    }
}
