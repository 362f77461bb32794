package io.goldsmith.connect.push;

import io.goldsmith.connect.push.PushLanding.Landed;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes answers. They name items by their place and hold no key and no value, so that they can be kept. */
final class PushAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PushAnswers() {}

    static String single(Landed landed) {
        return JSON.writeValueAsString(item(JSON.createObjectNode(), landed));
    }

    static String batch(List<Landed> landed) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (int i = 0; i < landed.size(); i++) {
            item(items.addObject().put("item", i), landed.get(i));
        }
        ObjectNode counts = answer.putObject("counts");
        for (PushOutcome outcome : PushOutcome.values()) {
            counts.put(
                    outcome.word(),
                    landed.stream().filter(one -> one.outcome() == outcome).count());
        }
        return JSON.writeValueAsString(answer);
    }

    private static ObjectNode item(ObjectNode item, Landed landed) {
        item.put("outcome", landed.outcome().word());
        if (!landed.reasons().isEmpty()) {
            ArrayNode reasons = item.putArray("reasons");
            landed.reasons().forEach(reasons::add);
        }
        return item;
    }
}
