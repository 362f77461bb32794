package io.goldsmith.connect.warehouse;

import io.goldsmith.connect.StageProgress;
import io.goldsmith.dmp.DmpSettings;
import io.goldsmith.dmp.profile.CustomerFacts;
import io.goldsmith.dmp.profile.OrderSummary;
import io.goldsmith.dmp.profile.Profile;
import io.goldsmith.dmp.profile.ProfileRules;
import io.goldsmith.matching.record.AttributeValues;
import io.goldsmith.mdm.Hub;
import io.goldsmith.mdm.golden.GoldenId;
import io.goldsmith.mdm.golden.GoldenRecord;
import io.goldsmith.mdm.model.Attribute;
import io.goldsmith.mdm.model.EntityModel;
import io.goldsmith.mdm.model.Sensitivity;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes profiles of golden records that are persons, of values whose sources allow the DMP's purpose, and of no direct identifier. */
final class Profiles {

    private static final String PARTY_TYPE = "party_type";
    private static final String PERSON = "person";
    private static final int PAGE = 1_000;

    private final Hub hub;
    private final Clock clock;
    private final String purpose;
    private final ProfileRules rules;
    private final List<String> attributes;

    Profiles(Hub hub, DmpSettings settings, Clock clock) {
        this.hub = hub;
        this.clock = clock;
        this.purpose = settings.purpose();
        EntityModel model = hub.configuration().entityModel();
        this.rules = ProfileRules.of(settings, model, clock);
        this.attributes = model.attributes().stream()
                .filter(attribute -> attribute.sensitivity() != Sensitivity.DIRECT_IDENTIFIER)
                .map(Attribute::name)
                .toList();
    }

    /** The profiles, one after the other; to be closed. */
    Stream<Profile> stream(StageProgress progress) {
        Map<GoldenId, OrderSummary> orders = new HashMap<>();
        hub.goldenRecords()
                .forEachOrderHistory(history -> orders.put(
                        history.id(),
                        new OrderSummary(
                                Optional.of(history.lastOrder()),
                                Math.toIntExact(history.orders()),
                                history.amount())));
        Set<GoldenId> leftOut = restricted();
        hub.privacy().forEachDenied(purpose, clock.instant(), leftOut::add);
        long total = hub.goldenRecords().count();
        long[] done = {0};
        return HandOver.<GoldenRecord>of(hub.goldenRecords()::forEach)
                .peek(golden -> progress.report("load warehouse", ++done[0], total))
                .filter(golden -> !leftOut.contains(golden.id()))
                .flatMap(golden -> profile(golden, orders).stream());
    }

    /** Who is kept but not loaded. */
    private Set<GoldenId> restricted() {
        Set<GoldenId> restricted = new HashSet<>();
        List<GoldenId> page = hub.privacy().restrictedAfter(0, PAGE);
        while (!page.isEmpty()) {
            restricted.addAll(page);
            page = hub.privacy().restrictedAfter(page.get(page.size() - 1).value(), PAGE);
        }
        return restricted;
    }

    private Optional<Profile> profile(GoldenRecord golden, Map<GoldenId, OrderSummary> orders) {
        AttributeValues allowed = golden.forPurpose(purpose);
        if (!golden.attributes().all(PARTY_TYPE).contains(PERSON)) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new TreeMap<>();
        for (String attribute : attributes) {
            if (!allowed.all(attribute).isEmpty()) {
                values.put(attribute, allowed.all(attribute));
            }
        }
        return Optional.of(rules.profile(new CustomerFacts(
                hub.profileKeys().of(golden.id()), values, orders.getOrDefault(golden.id(), OrderSummary.NONE))));
    }
}
