package io.goldsmith.mdm.reference;

import io.goldsmith.matching.record.AttributeDefinition;
import io.goldsmith.matching.record.SemanticType;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is verified of the customers of a hub. Immutable.
 *
 * @param subjects each by the name of its attribute or group, sorted
 */
public record VerificationPlan(List<VerifiedSubject> subjects) {

    public VerificationPlan {
        subjects = List.copyOf(subjects);
    }

    /**
     * The plan of a configuration.
     *
     * @throws ReferenceException if something cannot be verified, with what it takes
     */
    public static VerificationPlan of(EntityModel model, VerificationSettings settings) {
        List<VerifiedSubject> subjects = new ArrayList<>();
        new TreeMap<>(settings.subjects())
                .forEach((name, written) -> subjects.add(
                        subject(model, name, written).orElseThrow(() -> new ReferenceException(problem(name)))));
        return new VerificationPlan(subjects);
    }

    /** What is wrong with a configuration, by the attribute or group that cannot be verified. */
    public static SortedMap<String, String> problems(EntityModel model, VerificationSettings settings) {
        SortedMap<String, String> problems = new TreeMap<>();
        settings.subjects().forEach((name, written) -> {
            if (subject(model, name, written).isEmpty()) {
                problems.put(name, problem(name));
            }
        });
        return problems;
    }

    private static String problem(String name) {
        return "what is verified must be a group with street, postcode and town of a postal address, an identifier of"
                + " one value with the part siren or siret, or a company name of one value in a model that has one of"
                + " these, but \"" + name + "\" is none of them";
    }

    private static Optional<VerifiedSubject> subject(
            EntityModel model, String name, VerificationSettings.SubjectSettings written) {
        List<AttributeDefinition> group =
                model.group(name).stream().map(Attribute::definition).toList();
        Optional<AttributeDefinition> street = address(group, "street");
        Optional<AttributeDefinition> postcode = address(group, "postcode");
        Optional<AttributeDefinition> town = address(group, "town");
        if (street.isPresent() && postcode.isPresent() && town.isPresent()) {
            return Optional.of(new AddressSubject(
                    name,
                    written.gain(),
                    written.useCorrected(),
                    street.get(),
                    postcode.get(),
                    town.get(),
                    address(group, "country")));
        }
        Optional<CompanySubject.Part> part = model.attribute(name)
                .filter(attribute -> attribute.group().isEmpty())
                .flatMap(attribute -> part(attribute.definition()));
        Optional<AttributeDefinition> siren = identifier(model, "siren");
        Optional<AttributeDefinition> siret = identifier(model, "siret");
        boolean canBeAsked =
                part.isPresent() && (part.get() != CompanySubject.Part.NAME || siren.isPresent() || siret.isPresent());
        if (!canBeAsked) {
            return Optional.empty();
        }
        Optional<AttributeDefinition> companyName = part.get() == CompanySubject.Part.NAME
                ? model.attribute(name).map(Attribute::definition)
                : first(model, SemanticType.COMPANY_NAME, "");
        return Optional.of(new CompanySubject(
                name, written.gain(), written.useCorrected(), part.get(), siren, siret, companyName));
    }

    private static Optional<AttributeDefinition> address(List<AttributeDefinition> group, String part) {
        return group.stream()
                .filter(attribute -> attribute.type() == SemanticType.POSTAL_ADDRESS
                        && attribute.part().equals(part))
                .findFirst();
    }

    private static Optional<CompanySubject.Part> part(AttributeDefinition attribute) {
        if (attribute.multiValued()) {
            return Optional.empty();
        }
        if (attribute.type() == SemanticType.COMPANY_NAME) {
            return Optional.of(CompanySubject.Part.NAME);
        }
        return attribute.type() != SemanticType.IDENTIFIER
                ? Optional.empty()
                : switch (attribute.part()) {
                    case "siren" -> Optional.of(CompanySubject.Part.SIREN);
                    case "siret" -> Optional.of(CompanySubject.Part.SIRET);
                    default -> Optional.empty();
                };
    }

    private static Optional<AttributeDefinition> identifier(EntityModel model, String part) {
        return first(model, SemanticType.IDENTIFIER, part);
    }

    private static Optional<AttributeDefinition> first(EntityModel model, SemanticType type, String part) {
        return model.definitions().stream()
                .filter(attribute ->
                        attribute.type() == type && attribute.part().equals(part) && !attribute.multiValued())
                .findFirst();
    }
}
